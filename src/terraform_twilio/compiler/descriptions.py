"""Descriptions of everything in the catalogue, in our own words.

The glossary says what a thing means; where it is silent the meaning is composed from the name.
What follows from the catalogue's facts is appended here, the same way for all.
"""

from __future__ import annotations

from collections.abc import Iterable

from terraform_twilio.compiler.describe import composing, facts, lifecycle
from terraform_twilio.compiler.describe.glossary import Glossary, Product, load
from terraform_twilio.compiler.describe.subject import Subject, subject
from terraform_twilio.compiler.describe.words import capital, sentence


def describe(entry: dict, glossary: Glossary | None = None) -> dict[str, str]:
    """A Markdown text for each attribute, filter and query of a catalogue entry; under "" the entry's own."""
    glossary = glossary or load()
    about = subject(entry, glossary)
    attributes = entry.get("attributes", {})
    texts = {"": own(entry, about, glossary)}
    for name, attribute in attributes.items():
        texts[name] = _join(_meaning(name, about, glossary), facts.sentences(attribute))
        for inner, argument in attribute.get("nested", {}).items():
            typed = {"type": attribute["type"][1][inner], **argument}
            texts[f"{name}.{inner}"] = _join(_meaning(f"{name}.{inner}", about, glossary), facts.values(typed))
    for kind in ("filters", "queries"):
        for name, argument in entry.get(kind, {}).items():
            key = f"{kind}.{name}" if name in texts else name
            texts[key] = _join(_argument(kind, name, about, glossary), facts.values(argument))
    return texts


def lives(entry: dict) -> dict[str, str]:
    """What a resource type adds to these texts, by the same names: how it is made, changed, cleared and destroyed."""
    texts = {"": " ".join(lifecycle.sentences(entry))}
    texts |= {name: " ".join(facts.life(attribute, entry)) for name, attribute in entry.get("attributes", {}).items()}
    return {name: text for name, text in texts.items() if text}


def own(entry: dict, about: Subject, glossary: Glossary) -> str:
    """What the entry's resource type or data source is."""
    meaning = about.meaning or _unnamed(entry) or f"{capital(about.noun)} of Twilio"
    return _join(meaning, [*_version(entry), *_retired(entry, about, glossary)])


def _unnamed(entry: dict) -> str:
    named = any(entry.get(kind) for kind in ("resource", "singular", "plural"))
    return "" if named else f"Operations on `{entry['group']}` that are neither a resource type nor a data source"


def _version(entry: dict) -> Iterable[str]:
    name = next((entry[kind] for kind in ("resource", "singular", "plural") if entry.get(kind)), "")
    _, _, version = name.rpartition("_v")
    if version.isdigit():
        yield f"This is version {version} of the API, kept for older configurations."


def _retired(entry: dict, about: Subject, glossary: Glossary) -> Iterable[str]:
    product = glossary.products.get(about.product, Product({}))
    if product.note:
        yield sentence(product.note)
    if entry.get("successor"):
        yield f"Twilio has retired this API; its successor is {entry['successor'].rstrip('.')}."
    elif product.retired:
        yield sentence(product.retired)


def _meaning(name: str, about: Subject, glossary: Glossary) -> str:
    found = glossary.meaning(about.key, name)
    return found.replace("{noun}", about.noun) if found else composing.compose(name, about.noun)


def _argument(kind: str, name: str, about: Subject, glossary: Glossary) -> str:
    keys = (f"filters.{name}",) if kind == "filters" else (f"queries.{name}", f"filters.{name}")
    found = next((meaning for meaning in (glossary.meaning(about.key, key) for key in keys) if meaning), "")
    if found:
        return found.replace("{noun}", about.noun)
    return composing.compose_filter(name, about.noun) if kind == "filters" else _meaning(name, about, glossary)


def _join(meaning: str, more: Iterable[str]) -> str:
    return " ".join([sentence(meaning), *more])
