"""Every resource type goes through every case on the real terraform; `make test` lets a sample of every class do it.

All that were chosen live together, in lockstep (acceptance/playing.py), so the first test waits for many.
"""

import pytest

from acceptance import real_cases
from acceptance.cast import ALWAYS, ENTRIES, KNOWN
from lifecycle.run import expected_failures
from lifecycle.sample import chosen

pytestmark = pytest.mark.terraform

PARTS = 60  # One in so many of the others lives in `make test`, too.
PAIRS = [(name, case) for name in sorted(ENTRIES) for case in real_cases.REAL_CASES if case.reason(ENTRIES[name]) is None]


def marks(name):
    is_short = name in ALWAYS or chosen("acceptance", name, parts=PARTS)
    return [] if is_short else [pytest.mark.long]


@pytest.fixture(scope="module")
def lives(request, stage, new_repertoire):
    names = [item.callspec.params["name"] for item in request.session.items
             if getattr(item, "originalname", "") == "test_life_on_terraform"]
    return new_repertoire(stage, names, lambda name: real_cases.parts_of(stage, ENTRIES[name]))


def test_every_class_is_represented():
    assert {name: ENTRIES[name].facts["class"] for name in ALWAYS} == ALWAYS
    assert {one.facts["class"] for one in ENTRIES.values()} == set(ALWAYS.values())


def test_what_is_known_to_fail_is_a_case():
    assert {(name, case) for name, cases in KNOWN.items() for case in cases} <= {(name, case.name) for name, case in PAIRS}


@pytest.mark.parametrize(("name", "case"), [
    pytest.param(name, case, id=f"{name}-{case.name}", marks=marks(name)) for name, case in PAIRS])
def test_life_on_terraform(lives, name, case):
    found = lives.failures(name, case.name)
    expected = expected_failures(name, case.name) | KNOWN.get(name, {}).get(case.name, {})
    assert found.keys() == expected.keys(), "\n".join(
        [f"{label or case.title}: {error}" for label, error in found.items() if label not in expected]
        + [f"{label}: is mended; take it out of known_failures.toml" for label in expected if label not in found])
