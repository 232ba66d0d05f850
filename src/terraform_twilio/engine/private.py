"""The private record that Terraform keeps beside a state (K6): which arguments this provider wrote; never a value.

`{"v": 1, "written": [names], "imported": bool, "account_sid": …, "superseded": [SIDs]}`. Missing or foreign bytes are
an empty record.
"""

from __future__ import annotations

from terraform_twilio.terraform.json_text import dumps, loads

VERSION = 1


class Private:
    """`written`: argument names whose present value this provider sent. `imported`: Apply never created it (K17).

    `superseded`: objects that this resource once was and that Twilio still needed when another took their place."""

    __slots__ = ("account_sid", "imported", "superseded", "written")

    def __init__(self, written: frozenset = frozenset(), *, imported: bool = False,
                 account_sid: str | None = None, superseded: tuple = ()) -> None:
        self.written = frozenset(written)
        self.imported = imported
        self.account_sid = account_sid
        self.superseded = tuple(superseded)

    def with_written(self, written: set) -> Private:
        return Private(frozenset(written), imported=self.imported, account_sid=self.account_sid,
                       superseded=self.superseded)

    def with_superseded(self, superseded: list) -> Private:
        return Private(self.written, imported=self.imported, account_sid=self.account_sid, superseded=tuple(superseded))

    def to_bytes(self) -> bytes:
        record = {"v": VERSION, "written": sorted(self.written), "imported": self.imported}
        if self.account_sid:
            record["account_sid"] = self.account_sid
        if self.superseded:
            record["superseded"] = list(self.superseded)
        return dumps(record).encode()


def from_bytes(private: bytes | None) -> Private:
    record = _record(private)
    if record.get("v") != VERSION or not isinstance(record.get("written"), list):
        return Private()
    account_sid = record.get("account_sid")
    return Private(frozenset(name for name in record["written"] if isinstance(name, str)),
                   imported=record.get("imported") is True,
                   account_sid=account_sid if isinstance(account_sid, str) else None,
                   superseded=tuple(sid for sid in record.get("superseded") or () if isinstance(sid, str)))


def _record(private: bytes | None) -> dict:
    try:
        record = loads((private or b"").decode())
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}
