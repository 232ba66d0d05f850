"""The private record that Terraform keeps beside a state (K6): which arguments this provider wrote; never a value.

`{"v": 1, "written": [names], "imported": bool, "account_sid": …, "superseded": [SIDs], "emptied": {name: checksum},
"names": {name: [SID, name]}}`.
Missing or foreign bytes are an empty record.
"""

from __future__ import annotations

from terraform_twilio.terraform.json_text import dumps, loads

VERSION = 1


class Private:
    """`written`: argument names whose present value this provider sent. `imported`: Apply never created it (K17).

    `superseded`: objects that this resource once was and that Twilio still needed when another took their place.
    `emptied`: the checksum of what Twilio put in the place of an explicit empty value. `names`: the unique name of what an
    imported argument's SID stands for (no secret: Twilio shows it to whoever may read the object). `account_sid`: whose it
    is, where the state does not say it (`ownership`)."""

    __slots__ = ("account_sid", "emptied", "imported", "names", "superseded", "written")

    def __init__(self, written: frozenset = frozenset(), *, imported: bool = False, account_sid: str | None = None,
                 superseded: tuple = (), emptied: dict | None = None, names: dict | None = None) -> None:
        self.written = frozenset(written)
        self.imported = imported
        self.account_sid = account_sid
        self.superseded = tuple(superseded)
        self.emptied = emptied or {}
        self.names = names or {}

    def with_written(self, written: set) -> Private:
        return self._with(written=frozenset(written))

    def with_account(self, account_sid: str) -> Private:
        return self._with(account_sid=account_sid)

    def with_superseded(self, superseded: list) -> Private:
        return self._with(superseded=tuple(superseded))

    def with_emptied(self, emptied: dict) -> Private:
        return self._with(emptied=emptied)

    def with_names(self, names: dict) -> Private:
        return self._with(names=names)

    def _with(self, **changes: object) -> Private:
        return Private(**{**{name: getattr(self, name) for name in self.__slots__}, **changes})

    def to_bytes(self) -> bytes:
        record = {"v": VERSION, "written": sorted(self.written), "imported": self.imported}
        if self.account_sid:
            record["account_sid"] = self.account_sid
        if self.superseded:
            record["superseded"] = list(self.superseded)
        if self.emptied:
            record["emptied"] = self.emptied
        if self.names:
            record["names"] = self.names
        return dumps(record).encode()


def from_bytes(private: bytes | None) -> Private:
    record = _record(private)
    if record.get("v") != VERSION or not isinstance(record.get("written"), list):
        return Private()
    account_sid = record.get("account_sid")
    return Private(frozenset(name for name in record["written"] if isinstance(name, str)),
                   imported=record.get("imported") is True,
                   account_sid=account_sid if isinstance(account_sid, str) else None,
                   superseded=tuple(sid for sid in record.get("superseded") or () if isinstance(sid, str)),
                   emptied=_checksums(record.get("emptied")),
                   names=record["names"] if isinstance(record.get("names"), dict) else None)


def _checksums(emptied: object) -> dict:
    return {name: checksum for name, checksum in emptied.items() if isinstance(checksum, int)} \
        if isinstance(emptied, dict) else {}


def _record(private: bytes | None) -> dict:
    try:
        record = loads((private or b"").decode())
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}
