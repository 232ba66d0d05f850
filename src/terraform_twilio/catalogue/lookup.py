"""Find what a type name means, in the compiled tables.

`entries.txt` is text, one line a record, so that one `find` replaces an index: `entry <name>\\t<facts>`, and
`resource|singular|plural <type name>\\t<entry name>` for every name and alias.
"""

from __future__ import annotations

from terraform_twilio.catalogue.model import Entry
from terraform_twilio.terraform.json_text import loads

COMPILED = __file__.rpartition("/")[0] + "/compiled"

RESOURCE = "resource"
SINGULAR = "singular"
PLURAL = "plural"


class UnknownName(Exception):
    """The catalogue has nothing of this kind and name."""


def read_compiled(name: str) -> bytes:
    """The bytes of one compiled table: `schema.bin` or `entries.txt`."""
    with open(f"{COMPILED}/{name}", "rb") as file:
        return file.read()


class Catalogue:
    """All names and entries; an entry is parsed when it is first asked for."""

    __slots__ = ("_entries", "_text")

    def __init__(self, text: bytes) -> None:
        self._text = b"\n" + text
        self._entries: dict = {}

    def find(self, kind: str, type_name: str) -> Entry:
        """The entry behind a resource type (RESOURCE) or data source (SINGULAR, PLURAL); raises UnknownName."""
        return self.entry(self._line(f"{kind} {type_name}").decode())

    def entry(self, name: str) -> Entry:
        if name not in self._entries:
            self._entries[name] = Entry(name, loads(self._line(f"entry {name}").decode()))
        return self._entries[name]

    def names(self, kind: str) -> list:
        """Every type name of one kind, canonical and alias, sorted as the table is."""
        start = f"{kind} ".encode()
        return [line[len(start):].partition(b"\t")[0].decode()
                for line in self._text.split(b"\n") if line.startswith(start)]

    def _line(self, key: str) -> bytes:
        start = self._text.find(f"\n{key}\t".encode())
        if start < 0:
            raise UnknownName(key)
        start += len(key.encode()) + 2
        return self._text[start:self._text.index(b"\n", start)]
