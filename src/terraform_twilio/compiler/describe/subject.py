"""Whom a description is about: the entry's key in the glossary, its product and its noun."""

from __future__ import annotations

from dataclasses import dataclass

from terraform_twilio.compiler.describe.glossary import Glossary, unversioned
from terraform_twilio.compiler.describe.words import words


@dataclass(frozen=True)
class Subject:
    """The entry as the glossary knows it."""

    key: str
    product: str
    noun: str
    meaning: str


def subject(entry: dict, glossary: Glossary) -> Subject:
    """The entry's subject: named by its resource type, else by its data source."""
    key = _name(entry).removeprefix("twilio_")
    product = glossary.product_of(key)
    meaning, noun = glossary.of_type(key)
    return Subject(key, product, noun or _noun(key, product), meaning)


def _name(entry: dict) -> str:
    return next((entry[kind] for kind in ("resource", "singular", "plural") if entry.get(kind)), "twilio_object")


def _noun(key: str, product: str) -> str:
    return words(unversioned(key.removeprefix(product + "_"))) or "object"
