"""Every data source goes through every case that applies to it; what is known to fail stands in known_failures.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lifecycle.data_sources import plural
from lifecycle.data_sources.cases import CASES
from lifecycle.data_sources.reader import Reader
from lifecycle.data_sources.sources import read_sources
from lifecycle.sample import chosen

KNOWN = tomllib.loads(Path(__file__).with_name("known_failures.toml").read_text(encoding="utf-8"))
ONE_PAGE = [source for source in read_sources() if source.is_plural and plural.one_page(source)]
PAIRS = [(source, case) for source in read_sources() for case in CASES if case.applies(source)]


@pytest.mark.parametrize(("source", "case"), [
    pytest.param(source, case, id=f"{source.name}-{case.name}", marks=[] if chosen(source.name, case.name) else [
        pytest.mark.long]) for source, case in PAIRS])
def test_reading(stage, source, case):
    found = case.failures(stage, source)
    expected = KNOWN.get(source.name, {}).get(case.name, {})
    assert found.keys() == expected.keys(), "\n".join(
        [f"{label or case.title}: {error}" for label, error in found.items() if label not in expected]
        + [f"{label}: is mended; take it out of known_failures.toml" for label in expected if label not in found])


def test_what_is_known_to_fail_is_a_case():
    names = {(source.name, case.name) for source, case in PAIRS}
    assert {(name, case) for name, cases in KNOWN.items() for case in cases} <= names


@pytest.mark.parametrize("source", ONE_PAGE, ids=str)
def test_a_list_without_a_second_page_is_read_whole_by_one_request(stage, source):
    plural.whole(Reader(stage, source))


def test_every_reason_for_one_page_is_about_a_list():
    assert plural.ONE_PAGE.keys() <= {source.name for source in ONE_PAGE}


def test_a_data_source_is_read_during_apply_when_it_refers_to_what_is_not_there_yet(stage):
    """D1."""
    source = next(one for one in read_sources() if one.name == "twilio_sync_service")
    reader = Reader(stage, source)
    configuration, address = reader.minimal(), "data.twilio_sync_service.made"
    blocks = {**configuration.blocks, address: (source.name, reader.referring(configuration))}
    planned = reader.core.plan(blocks)
    assert address not in planned.data
    reader.core.apply_plan(planned)
    assert reader.core.data[address]["sid"] == reader.state["sid"]
    assert reader.core.plan(blocks).is_empty
