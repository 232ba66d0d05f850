"""The glossary: meanings in our own words, from the most particular to the most general.

A meaning of an attribute is looked for under the entry, under what its name ends in, under the product,
and under all products, in that order.
`{noun}` in a meaning stands for what the entry is called in a sentence.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "glossary"


@dataclass(frozen=True)
class Product:
    """What one product's file says."""

    tables: dict[str, dict[str, str]]
    same_as: str = ""
    retired: str = ""
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """All meanings, by where they were written down."""

    types: dict[str, str]
    nouns: dict[str, str]
    names: dict[str, str]
    products: dict[str, Product]

    def product_of(self, key: str) -> str:
        """The product whose name the key starts with, the longest one winning."""
        return max((name for name in self.products if key.startswith(name + "_")), key=len, default="")

    def meaning(self, key: str, name: str) -> str:
        """What the name means for the entry, or nothing."""
        found = (table[name] for table in self._tables(key) if name in table)
        return next(found, "")

    def _tables(self, key: str):
        product_name = self.product_of(key)
        while product_name:
            product = self.products[product_name]
            noun = key.removeprefix(product_name + "_")
            yield from (product.tables.get(table, {}) for table in (noun, *endings(unversioned(noun)), "any"))
            key, product_name = f"{product.same_as}_{noun}", product.same_as
        yield self.names

    def of_type(self, key: str) -> tuple[str, str]:
        """The entry's own meaning and its noun, each empty where the glossary has none."""
        for candidate in self._candidates(key):
            if candidate in self.types or candidate in self.nouns:
                return self.types.get(candidate, ""), self.nouns.get(candidate, "")
        return "", ""

    def _candidates(self, key: str):
        same_as = self.products[self.product_of(key)].same_as if self.product_of(key) else ""
        twin = same_as + key.removeprefix(self.product_of(key)) if same_as else key
        yield from (key, unversioned(key), twin, unversioned(twin))


def endings(noun: str) -> list[str]:
    """The noun, then what remains of it without its first word, its second …: a `service_role` is a `role`."""
    parts = noun.split("_")
    return ["_".join(parts[start:]) for start in range(len(parts))]


def unversioned(key: str) -> str:
    """The key without the version of an older API."""
    head, _, version = key.rpartition("_v")
    return head if version.isdigit() else key


@cache
def load(folder: Path = FOLDER) -> Glossary:
    """The glossary of a folder of TOML files."""
    texts = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
    types, names = texts.pop("types"), texts.pop("names")
    products = {name: _product(text) for name, text in texts.items()}
    return Glossary(types.get("types", {}), types.get("nouns", {}), names, products)


def _product(text: dict) -> Product:
    tables = {name: table for name, table in text.items() if isinstance(table, dict)}
    return Product(tables, text.get("same_as", ""), text.get("retired", ""), text.get("note", ""))
