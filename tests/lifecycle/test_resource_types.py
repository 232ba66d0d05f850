"""Every resource type goes through every case that applies to it; what is known to fail stands in known_failures.toml."""

from __future__ import annotations

import pytest

from lifecycle.cases import CASES
from lifecycle.facts import read_entries
from lifecycle.run import KNOWN, expected_failures, failures
from lifecycle.sample import chosen

ENTRIES = {one.type_name: one for one in read_entries().values() if one.resource}
PAIRS = [(type_name, case) for type_name in sorted(ENTRIES) for case in CASES if case.reason(ENTRIES[type_name]) is None]


@pytest.mark.parametrize(("type_name", "case"), [
    pytest.param(type_name, case, id=f"{type_name}-{case.name}", marks=[] if chosen(type_name, case.name) else [
        pytest.mark.long]) for type_name, case in PAIRS])
def test_life(stage, type_name, case):
    found = failures(stage, ENTRIES[type_name], case)
    expected = expected_failures(type_name, case.name)
    assert found.keys() == expected.keys(), "\n".join(
        [f"{label or case.title}: {error}" for label, error in found.items() if label not in expected]
        + [f"{label}: is mended; take it out of known_failures.toml" for label in expected if label not in found])


def test_what_is_known_to_fail_is_a_case():
    pairs = {(type_name, case.name) for type_name, case in PAIRS}
    assert {(type_name, case) for type_name, listed in KNOWN.items() for case in listed} <= pairs
