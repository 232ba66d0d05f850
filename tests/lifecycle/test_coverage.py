"""docs/coverage.md says of every case whether it passed, is known to fail, failed, or why it does not apply."""

import pytest

from lifecycle.coverage import BOTH, FAILED, MODEL, MODEL_ALONE, REAL, REAL_ALONE, Table, page

REASONS = {("twilio_b", "T2"): "nothing about it can be updated"}
FAILURES = {("twilio_b", "T1"): {"name": "Twilio forgets it"}}


def table():
    return Table("Resource types", {"T1": "made", "T2": "changed"}, ["twilio_a", "twilio_b"],
                 lambda name, case: REASONS.get((name, case)), lambda name, case: FAILURES.get((name, case), {}),
                 real_alone=["T2"])


def test_is_whole_when_every_applicable_case_has_an_outcome_wherever_it_is_tried():
    one = table()
    one.outcomes = {(REAL, "twilio_a", "T1"): True, (REAL, "twilio_a", "T2"): True, (REAL, "twilio_b", "T1"): True,
                    (MODEL, "twilio_a", "T1"): True}
    assert not one.is_whole
    one.outcomes[MODEL, "twilio_b", "T1"] = True
    assert one.is_whole


@pytest.mark.parametrize(("in_model", "on_terraform", "sign"), [
    (True, True, BOTH), (True, False, MODEL_ALONE), (False, True, REAL_ALONE), (False, False, FAILED)])
def test_a_cell_says_where_it_was_seen_to_pass(in_model, on_terraform, sign):
    one = table()
    one.outcomes = {(MODEL, "twilio_a", "T1"): in_model, (REAL, "twilio_a", "T1"): on_terraform}
    assert one.cell("twilio_a", "T1") == sign


def test_the_page_counts_and_gives_reasons():
    one = table()
    one.outcomes = {(where, name, "T1"): True for where in (MODEL, REAL) for name in ("twilio_a", "twilio_b")}
    one.outcomes[REAL, "twilio_a", "T2"] = True
    text = page([one])
    assert f"|`twilio_a`|{BOTH}|{REAL_ALONE}|" in text
    assert "|`twilio_b`|known|–|" in text
    assert "- T2: nothing about it can be updated. `twilio_b`" in text
    assert "- `twilio_b` T1 name: Twilio forgets it" in text
    assert "1 cases of 2 resource types and data sources passed on both, 1 more on the real terraform" in text
    assert "0 more in the model; 1 are known to fail" in text


def test_the_table_is_printed_in_columns():
    one = table()
    one.outcomes = {(where, name, "T1"): True for where in (MODEL, REAL) for name in ("twilio_a", "twilio_b")}
    assert one.printed() == ["Resource types  T1     T2", f"twilio_a        {BOTH}      {FAILED}", "twilio_b        known  –"]
