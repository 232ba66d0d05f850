"""Laws over every committed entry, over the glossary, and against the documents it must not copy."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from terraform_twilio.compiler.describe import composing, facts, lifecycle
from terraform_twilio.compiler.describe.glossary import load
from terraform_twilio.compiler.descriptions import describe
from unit.descriptions.entries import committed

ROOT = Path(__file__).parents[3]
DOCUMENTS = Path(os.environ.get("TWILIO_DOCUMENTS", ROOT.parent / "shared" / "openapi"))
SIZE = 8
SUSPICIOUS = re.compile(
    r"<[a-z/]|https?://(www\.)?twilio|TODO|FIXME|XXX|lorem|[{}]|\bthe the\b|\ba a\b|  |\.\.", re.IGNORECASE
)


def all_texts() -> Iterator[tuple[str, str, str]]:
    for entry_name, entry in committed().items():
        for name, text in describe(entry).items():
            yield entry_name, name, text


def test_every_attribute_filter_and_query_has_a_description():
    for name, entry in committed().items():
        texts = describe(entry)
        attributes = entry.get("attributes", {})
        inner = {f"{name}.{inner}" for name, facts in attributes.items() for inner in facts.get("nested", {})}
        expected = {"", *attributes, *inner}
        assert expected <= texts.keys(), name
        assert len(texts) == len(expected) + len(entry.get("filters", {})) + len(entry.get("queries", {})), name


def test_every_resource_type_has_a_text_of_its_own():
    glossary = load()
    types = {entry["resource"].removeprefix("twilio_") for entry in committed().values() if entry.get("resource")}
    assert sorted(key for key in types if not glossary.of_type(key)[0]) == []


def test_every_description_is_finished_prose():
    wrong = [(entry, name, text) for entry, name, text in all_texts() if not is_prose(name, text)]
    assert wrong == []


def is_prose(name: str, text: str) -> bool:
    names_nothing_new = re.sub(r"\W+", "_", text.lower()).strip("_") == name
    bare = re.sub(r"`[^`]*`", "`code`", text)
    return text.endswith(".") and text[:1] != " " and not SUSPICIOUS.search(bare) and not names_nothing_new


@pytest.mark.parametrize("text", ["No stop", "See <b>this</b>.", "TODO.", "The {noun}.", "Friendly name."])
def test_the_law_of_prose_refuses(text):
    assert not is_prose("friendly_name", text)


def glossary_texts() -> Iterator[str]:
    glossary = load()
    yield from glossary.types.values()
    yield from glossary.names.values()
    yield from (product.retired for product in glossary.products.values())
    for product in glossary.products.values():
        yield from (text for table in product.tables.values() for text in table.values())


def test_glossary_texts_have_no_stop_of_their_own_and_one_known_placeholder():
    wrong = [text for text in glossary_texts() if re.search(r"(?<!\$)\{(?!noun\})|<[a-z/]|  |^\s|[\s.]$", text)]
    assert wrong == []


def grams(text: str) -> Iterator[str]:
    """Every run of words; values in code, such as those of an enum, are facts and no prose."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"`[^`]*`", " ", text.lower()))
    yield from (" ".join(words[start : start + SIZE]) for start in range(len(words) - SIZE + 1))


def document_texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for key, text in value.items() if key in ("description", "summary") and isinstance(text, str))
        for inner in value.values():
            yield from document_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from document_texts(inner)


def own_texts() -> Iterator[str]:
    yield from glossary_texts()
    yield from (template for _, template in composing.RULES)
    yield from (template for _, template in composing.FILTERS)
    yield from lifecycle.BY_CLASS.values()
    yield from re.findall(r'yield f?"([^"]+)"', Path(facts.__file__).read_text("utf-8"))
    yield from (text for _, _, text in all_texts())


def sentences(text: str) -> Iterator[str]:
    """The text's sentences without leading articles; up to five words they are bare names: SID of the workspace."""
    prose = re.sub(r"`[^`]*`", " ", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text.lower()))
    parts = re.split(r"[.;:!?](?:\s|$)|\n", prose)
    normal = (re.sub(r"^(the|a|an) ", "", " ".join(re.findall(r"[a-z0-9_]+", part))) for part in parts)
    yield from (part for part in normal if part.count(" ") >= 5)


def test_a_copied_sentence_is_noticed():
    document = "The SID of the [Account](https://example.com) that made this useful thing. Other words."
    copied = "Great. The SID of the account that made this useful thing, and more"
    assert set(grams(document)) & set(grams("sid of the account https example com that made"))
    assert set(sentences(document)) & set(sentences("SID of the account that made this useful thing."))
    assert not set(sentences(document)) & set(sentences(copied))


@pytest.fixture(scope="module")
def their_texts() -> list[str]:
    if not DOCUMENTS.is_dir():
        pytest.skip("Twilio's documents are not here (TWILIO_DOCUMENTS names their folder)")
    documents = [json.loads(path.read_text("utf-8")) for path in sorted(DOCUMENTS.glob("*.json"))]
    return sorted({text for document in documents for text in document_texts(document)})


def test_no_eight_words_in_a_row_are_copied_from_the_documents(their_texts):
    theirs = {gram for text in their_texts for gram in grams(text)}
    ours = {gram for text in own_texts() for gram in grams(text)}
    assert len(theirs) > 1000
    assert sorted(ours & theirs) == []


def test_no_sentence_is_copied_from_the_documents(their_texts):
    theirs = {part for text in their_texts for part in sentences(text)}
    ours = {part for text in own_texts() for part in sentences(text)}
    assert len(theirs) > 1000
    assert sorted(ours & theirs) == []
