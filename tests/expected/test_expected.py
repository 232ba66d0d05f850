"""What another provider's acceptance tests state of the real API holds when the same arguments are applied here.

What does not is listed in `<service>.toml` with its reason; a listed value that holds fails, too.
"""

import pytest

from expected.cases import read_cases
from expected.report import PAGE, by_service, page, share
from expected.tables import read_tables
from lifecycle.sample import chosen

pytestmark = pytest.mark.terraform

PARTS = 40  # One case in so many is played in `make test`, too.
ENOUGH = 95
TABLES = read_tables(read_cases())
CASES = [case for case in read_cases() if case.service in TABLES and not TABLES[case.service].left_out(case)]


def marked(case):
    return pytest.param(case, id=case.test, marks=[] if chosen("expected", case.test, parts=PARTS) else [pytest.mark.long])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_values(theatre, case):
    outcomes = theatre.outcomes(case)
    wrong = [f"step {one.assertion.step} {one.assertion.attribute}: {one.wrong or f'holds, yet is listed: {one.known}'}"
             for one in outcomes if one.holds == bool(one.known)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
def test_enough_of_all_values_hold(theatre, capsys):
    found = by_service(theatre)
    text = page(theatre)
    with capsys.disabled():
        print("\n" + text)
    assert share([one for outcomes in found.values() for one in outcomes]) >= ENOUGH
    assert text == PAGE.read_text(encoding="utf-8"), "python -m expected.report writes the page"
