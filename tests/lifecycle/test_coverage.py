"""docs/coverage.md says of every case whether it passed, is known to fail, failed, or why it does not apply."""

from lifecycle.coverage import Table, page

REASONS = {("twilio_b", "T2"): "nothing about it can be updated"}
FAILURES = {("twilio_b", "T1"): {"name": "Twilio forgets it"}}


def table():
    return Table("Resource types", {"T1": "made", "T2": "changed"}, ["twilio_a", "twilio_b"],
                 lambda name, case: REASONS.get((name, case)), lambda name, case: FAILURES.get((name, case), {}))


def test_is_whole_when_every_applicable_case_has_an_outcome():
    one = table()
    one.outcomes = {("twilio_a", "T1"): True, ("twilio_a", "T2"): True}
    assert not one.is_whole
    one.outcomes["twilio_b", "T1"] = True
    assert one.is_whole


def test_every_cell_says_what_happened():
    one = table()
    one.outcomes = {("twilio_a", "T1"): True, ("twilio_a", "T2"): False, ("twilio_b", "T1"): True}
    text = page([one])
    assert "|`twilio_a`|✓|**fails**|" in text
    assert "|`twilio_b`|known|–|" in text
    assert "- T2: nothing about it can be updated. `twilio_b`" in text
    assert "- `twilio_b` T1 name: Twilio forgets it" in text
    assert "1 cases of 2 resource types and data sources passed; 1 are known to fail" in text
