"""P15: replacements that core orders. One is refused where core would not show a warning; a tainted object is found out."""

import pytest

from terraform_twilio.engine.planning import plan_resource_change
from terraform_twilio.engine.private import Private, from_bytes
from terraform_twilio.engine.replacing import LOOKS, Shown
from terraform_twilio.terraform.diagnostics import ERROR, WARNING
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from unit.engine.things import SERVICE, prior, state, thing

DEAR = thing(loss="A thing is gone for good.")
CHEAP = thing()
WRITTEN = Private(written={"label"}).to_bytes()


def planned(resource_type, prior_state, private=b"", tainted=list, **config):
    proposed = state(resource_type, service_sid=SERVICE, label="first", **config)
    request = PlanResourceChangeRequest(type_name=resource_type.name, prior_state=prior_state, config=proposed,
                                        prior_private=private, proposed_new_state=proposed)
    return plan_resource_change(resource_type, request, None, tainted)


def again(resource_type, first):
    """Core's second plan of a replacement."""
    return planned(resource_type, None, first.planned_private)


class TestOrdered:
    @pytest.mark.parametrize("private", [b"", WRITTEN], ids=["imported", "written"])
    def test_it_is_refused_and_says_what_would_be_lost(self, private):
        first = planned(DEAR, prior(DEAR), private)
        assert first.diagnostics == []
        problem, = again(DEAR, first).diagnostics
        assert problem.severity == ERROR
        assert prior(DEAR)["id"] in problem.summary
        assert "A thing is gone for good." in problem.detail

    def test_nothing_else_is(self):
        assert again(CHEAP, planned(CHEAP, prior(CHEAP), WRITTEN)).diagnostics == []
        assert planned(DEAR, None).diagnostics == []

    def test_a_replacement_by_arguments_has_been_warned_of(self):
        first = planned(DEAR, prior(DEAR), WRITTEN, kind="other")
        assert [one.severity for one in first.diagnostics] == [WARNING]
        assert again(DEAR, first).diagnostics == []

    def test_apply_keeps_the_record_without_the_mark(self):
        assert from_bytes(planned(DEAR, prior(DEAR), WRITTEN).planned_private).to_bytes() == WRITTEN


class Core:
    """What core shows and asks, and what happens while a create waits."""

    def __init__(self, meanwhile=lambda: None):
        self.shown = Shown()
        self.waits = 0
        self.meanwhile = meanwhile

    def pause(self, seconds):
        self.waits += 1
        self.meanwhile()

    def told(self, resource_type=DEAR):
        return [one.summary.split()[1] for one in self.shown.tainted(resource_type, self.pause)]


class TestTainted:
    def test_what_was_shown_and_gets_no_plan_is_told_once(self):
        core = Core()
        core.shown.show(DEAR, prior(DEAR, id="one"))
        assert core.told() == ["one"]
        assert core.told() == []
        assert core.waits == LOOKS

    def test_what_is_planned_meanwhile_is_not(self):
        core = Core(lambda: core.shown.settle(DEAR, prior(DEAR, id="one")))
        core.shown.show(DEAR, prior(DEAR, id="one"))
        core.shown.show(DEAR, prior(DEAR, id="two"))
        assert core.told() == ["two"]

    def test_nor_what_is_read_meanwhile(self):
        """Its plan comes after that."""
        def read():
            core.shown.settle(DEAR, prior(DEAR, id="one"))
            core.shown.show(DEAR, prior(DEAR, id="one"))

        core = Core(read)
        core.shown.show(DEAR, prior(DEAR, id="one"))
        assert core.told() == []

    def test_no_create_waits_for_what_is_not_there(self):
        core = Core()
        core.shown.show(CHEAP, prior(CHEAP, id="one"))
        core.shown.show(DEAR, None)
        core.shown.show(DEAR, prior(DEAR, id="two"))
        core.shown.settle(DEAR, prior(DEAR, id="two"))
        assert (core.told(DEAR), core.told(CHEAP), core.waits) == ([], [], 0)

    def test_the_plan_of_a_create_says_it_and_an_update_asks_nothing(self):
        core = Core()
        core.shown.show(DEAR, prior(DEAR))

        def tainted():
            return core.shown.tainted(DEAR, core.pause)

        assert planned(DEAR, prior(DEAR), tainted=tainted).diagnostics == []
        problem, = planned(DEAR, None, tainted=tainted).diagnostics
        assert problem.severity == WARNING
        assert "untaint" in problem.detail
