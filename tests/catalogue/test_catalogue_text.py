"""The catalogue's text has one spelling."""

from __future__ import annotations

import json

import pytest

from terraform_twilio.catalogue import read, write


def test_every_committed_file_is_spelled_canonically(entries):
    assert [name for name, entry in entries.items()
            if (read.DATA / f"{name}.json").read_text(encoding="utf-8") != write.text(entry)] == []


def test_what_is_written_reads_back(tmp_path):
    path = tmp_path / "map.json"
    entry = {"group": "/v1/Maps", "class": "crud", "host": "sync.twilio.com", "operations": {"list": "GET /v1/Maps"},
             "attributes": {"b": {"response": "b", "type": "string"}, "a": {"type": ["list", "json"], "create": "Ä"}}}
    path.write_text(write.text(entry), encoding="utf-8")
    assert read.entry(path) == entry


def test_a_fact_stands_on_a_line_of_its_own_and_attributes_are_sorted():
    entry = {"class": "list", "group": "/v1/Maps", "operations": {},
             "attributes": {"b": {"response": "b", "type": "string"}, "a": {"type": "int", "response": "a"}}}
    assert write.text(entry).splitlines() == [
        "{", ' "group": "/v1/Maps",', ' "class": "list",', ' "operations": {},', ' "attributes": {',
        '  "a": {"type": "int", "response": "a"},', '  "b": {"type": "string", "response": "b"}', " }", "}"]


@pytest.mark.parametrize("entry", [{"colour": "red"}, {"attributes": {"a": {"colour": "red"}}}])
def test_a_fact_without_a_place_is_refused(entry):
    with pytest.raises(write.UnknownFact, match="colour"):
        write.text(entry)


def test_what_is_left_out_is_written_down_with_reasons():
    lines = (read.DATA / "LEFT_OUT.md").read_text(encoding="utf-8").splitlines()
    reasoned = [line for line in lines if line.startswith("- ") and ": " in line]
    assert len(reasoned) > 400
    assert all(line.rpartition(": ")[2].strip() for line in reasoned)


def test_no_sentence_of_the_documents_is_in_the_catalogue(documents, entries):
    """Not one sentence of eight words and more is Twilio's; a list of the values that are taken is a fact."""
    theirs: set[str] = set()
    for path in documents.glob("twilio_*.json"):
        _collect(json.loads(path.read_text(encoding="utf-8")), theirs)
    ours = {text for entry in entries.values() for table in ("descriptions", "lifecycle")
            for text in entry.get(table, {}).values()}
    copied = [text for text in ours for sentence in text.split(". ")
              if len(sentence.split()) >= 8 and not sentence.startswith("One of `")
              and sentence.rstrip(".").lower() in theirs]
    assert copied == []


def _collect(node: object, found: set[str]) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("description", "summary") and isinstance(value, str):
                found.update(sentence.rstrip(".").lower() for sentence in value.split(". "))
            _collect(value, found)
    elif isinstance(node, list):
        for value in node:
            _collect(value, found)
