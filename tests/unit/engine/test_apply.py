"""What happens to a state when Twilio does, half does, or does not do what was planned."""

import pytest

from terraform_twilio.engine.apply import Change, apply
from terraform_twilio.engine.plan import Proposal, plan
from terraform_twilio.engine.private import Private, from_bytes
from terraform_twilio.engine.read import read
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.diagnostics import ERROR, WARNING
from terraform_twilio.terraform.values import is_wholly_known
from terraform_twilio.twilio.errors import Interrupted, ResponseError, TransportError
from terraform_twilio.twilio.operations import Answer
from unit.engine.things import ACCOUNT, OTHER_ACCOUNT, SERVICE, SID, gadget, prior, state, thing

ANSWER = {"account_sid": ACCOUNT, "service_sid": SERVICE, "sid": SID, "date_created": "d", "date_updated": "u",
          "summary": "s", "kind": "k", "label": "x", "color": "red", "count_limit": 5, "enabled": True,
          "attributes": "{}", "name": "", "members": [], "late": "yes"}
GONE = ResponseError(status=404, code=20404, message="not found")
BAD = ResponseError(status=400, code=20001, message="Missing required parameter Label in the post body")
LOST = TransportError("the connection was closed", sent=True)


class Script:
    """A client that answers with what is written, in order, and keeps what it was asked."""

    def __init__(self, *answers, account_sid=ACCOUNT):
        self.answers = list(answers)
        self.account_sid = account_sid
        self.asked = []

    def call(self, operation, arguments, *, account_sid=None):
        self.asked.append((operation.method, arguments.parameters))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return Answer(200, answer, {})

    def pages(self, operation, arguments, items, *, account_sid=None):
        self.asked.append(("LIST", arguments.query))
        yield from self.answers.pop(0)

    def status_of(self, account_sid):
        """What a stranger is told of another account."""
        raise GONE


def applied(script, resource_type, prior_state, config, *, written=()):
    private = Private(frozenset(written))
    config = None if config is None else state(resource_type, service_sid=SERVICE, **config)
    planned = None if config is None else plan(Proposal(resource_type, prior_state, config, private)).planned_state
    paused = []
    return apply(Session(script, paused.append), Change(resource_type, prior_state, planned, config, private))


def created(script, *, resource_type=None, **config):
    return applied(script, resource_type or thing(), None, {"label": "x", **config})


class TestCreate:
    def test_the_answer_fills_the_unknowns(self):
        """A1, A3."""
        outcome = created(Script({**ANSWER, "secret": "s3cret"}), members=["b", "a"])
        assert is_wholly_known(outcome.state)
        assert (outcome.state["id"], outcome.state["secret"]) == (f"{SERVICE}/{SID}", "s3cret")
        assert outcome.state["members"] == ["b", "a"]
        assert outcome.state["name"] is None
        assert outcome.private.written == {"label", "members", "service_sid"}

    def test_only_what_is_written_is_sent(self):
        script = Script(ANSWER)
        created(script, enabled=False, count_limit=0, color="", members=[])
        assert script.asked == [("POST", {"Label": "x", "Enabled": False, "CountLimit": 0, "Color": "", "Member": []})]

    def test_an_update_only_argument_needs_a_second_call(self):
        """Trap 11."""
        script = Script(ANSWER, ANSWER)
        created(script, late="now")
        assert script.asked == [("POST", {"Label": "x"}), ("POST", {"Late": "now"})]

    def test_a_failing_second_call_keeps_the_object(self):
        """A6: core taints what comes with an error."""
        outcome = created(Script(ANSWER, BAD), late="now")
        assert outcome.state["id"] == f"{SERVICE}/{SID}"
        assert "tainted" in outcome.diagnostics[0].detail

    def test_what_the_answer_does_not_say_is_fetched(self):
        script = Script({"sid": SID}, ANSWER)
        assert created(script).state["kind"] == "k"
        assert [method for method, _ in script.asked] == ["POST", "GET"]

    def test_a_fetch_right_after_may_find_nothing_yet(self):
        """A12."""
        assert created(Script({"sid": SID}, GONE, GONE, ANSWER)).state["kind"] == "k"

    def test_a_refusal_leaves_nothing(self):
        outcome = created(Script(BAD))
        assert outcome.state is None
        assert outcome.diagnostics[0].path == ("label",)
        assert "20001" in outcome.diagnostics[0].detail

    @pytest.mark.parametrize("problem", [
        LOST, *(ResponseError(status=status, code=None, message="<html>") for status in (200, 201, 502))])
    def test_a_lost_answer_says_that_the_object_may_exist(self, problem):
        outcome = created(Script(problem))
        assert outcome.state is None
        assert "may have been created" in outcome.diagnostics[0].detail

    def test_a_lost_answer_is_found_again_by_its_unique_name(self):
        """A13."""
        resource_type = thing(attributes_unique_name={
            "type": "string", "create": "UniqueName", "response": "unique_name"})
        others = {**ANSWER, "unique_name": "other"}
        script = Script(LOST, [others, {**ANSWER, "unique_name": "mine"}])
        assert created(script, resource_type=resource_type, unique_name="mine").state["sid"] == SID

    def test_what_has_ended_is_not_the_one_that_was_made(self):
        resource_type = thing(gone={"kind": ["archived"]}, attributes_unique_name={
            "type": "string", "create": "UniqueName", "response": "unique_name"})
        archived = {**ANSWER, "unique_name": "mine", "kind": "archived"}
        outcome = created(Script(LOST, [archived]), resource_type=resource_type, unique_name="mine")
        assert outcome.state is None
        assert "may have been created" in outcome.diagnostics[0].detail

    def test_without_a_configured_name_nothing_is_searched_for(self):
        resource_type = thing(attributes_unique_name={
            "type": "string", "create": "UniqueName", "response": "unique_name"})
        outcome = created(Script(LOST), resource_type=resource_type)
        assert "may have been created" in outcome.diagnostics[0].detail

    def test_it_is_waited_for_until_it_has_settled(self):
        resource_type = thing(settle={"property": "kind", "pending": ["building"], "failed": ["failed"]})
        answers = [{**ANSWER, "kind": kind} for kind in ("building", "building", "completed")]
        outcome = created(Script(*answers), resource_type=resource_type)
        assert (outcome.state["kind"], outcome.diagnostics) == ("completed", [])

    def test_what_settles_badly_is_told_and_kept(self):
        resource_type = thing(settle={"property": "kind", "pending": ["building"], "failed": ["failed"]})
        outcome = created(Script({**ANSWER, "kind": "failed"}, ANSWER), resource_type=resource_type)
        assert outcome.state["sid"] == SID
        assert len(outcome.diagnostics) == 1

    def test_a_defect_after_the_create_keeps_the_object(self):
        """A6: an exception would lose it."""
        outcome = created(Script({"sid": SID}, ZeroDivisionError()))
        assert outcome.state["id"] == f"{SERVICE}/{SID}"
        assert "defect" in outcome.diagnostics[0].summary

    def test_the_account_is_known_though_the_answer_does_not_say_it(self):
        config = state(gadget(), friendly_name="x")
        planned = plan(Proposal(gadget(), None, config, Private())).planned_state
        script = Script({"sid": "GA1", "friendly_name": "x", "secret": "s"})
        outcome = apply(Session(script, None), Change(gadget(), None, planned, config, Private()))
        assert outcome.state["account_sid"] == ACCOUNT


    def test_what_is_complete_is_not_replaced_because_terraform_stops_before_it_is_read(self):
        """An error would taint it (A6)."""
        outcome = created(Script({"sid": SID}, Interrupted("stop")))
        assert (outcome.state["id"], outcome.state["summary"]) == (f"{SERVICE}/{SID}", None)
        assert is_wholly_known(outcome.state)
        assert [one.severity for one in outcome.diagnostics] == [WARNING]

    def test_but_what_is_not_is(self):
        """`late` goes with an update."""
        outcome = created(Script({"sid": SID}, Interrupted("stop")), late="no")
        assert [one.severity for one in outcome.diagnostics] == [ERROR]


class TestUpdate:
    def test_a_refused_update_keeps_the_prior_state(self):
        """A7, K15."""
        before = prior(thing())
        outcome = applied(Script(BAD), thing(), before, {"label": "second"}, written=["label"])
        assert (outcome.state, outcome.private.written) == (before, {"label"})
        assert len(outcome.diagnostics) == 1

    @pytest.mark.parametrize("silence", [LOST, Interrupted("stop")])
    def test_after_silence_twilio_is_asked(self, silence):
        """A7."""
        outcome = applied(Script(silence, {**ANSWER, "label": "second"}), thing(), prior(thing()), {"label": "second"})
        assert outcome.state["label"] == "second"

    def test_a_value_that_twilio_keeps_is_told(self):
        """K19."""
        before = prior(thing(), name="old")
        outcome = applied(Script({**ANSWER, "name": "old"}), thing(), before, {"label": "first"})
        assert outcome.state["name"] == "old"
        assert outcome.diagnostics[0].path == ("name",)

    def test_a_removed_string_is_cleared_and_forgotten(self):
        """K12, K21."""
        script = Script({**ANSWER, "label": None, "summary": "new"})
        outcome = applied(script, thing(), prior(thing()), {}, written=["label"])
        assert script.asked == [("POST", {"Label": ""})]
        assert outcome.state["label"] is None
        assert "label" not in outcome.private.written

    def test_what_was_never_written_is_left_alone(self):
        """K9, K21."""
        script = Script()
        before = prior(thing())
        assert applied(script, thing(), before, {}).state == before
        assert script.asked == []


class TestDelete:
    @pytest.mark.parametrize("answer", [{}, GONE])
    def test_gone_is_gone(self, answer):
        """A8."""
        outcome = applied(Script(answer), thing(), prior(thing()), None)
        assert (outcome.state, outcome.diagnostics) == (None, [])

    def test_a_refusal_keeps_the_state(self):
        outcome = applied(Script(BAD), thing(), prior(thing()), None)
        assert outcome.state == prior(thing())
        assert len(outcome.diagnostics) == 1

    def test_a_delete_refused_as_in_use_is_tried_again(self):
        """Terraform may delete a queue before what uses it is updated."""
        busy = ResponseError(status=400, code=20409, message="in use")
        resource_type = thing(in_use=[20409])
        assert applied(Script(busy, busy, {}), resource_type, prior(resource_type), None).state is None

    def test_after_its_timeout_it_is_told(self):
        busy = ResponseError(status=400, code=20409, message="in use by workflow WW1")
        resource_type = thing(in_use=[20409], timeouts={"delete": "1s"})
        outcome = applied(Script(busy, busy, busy), resource_type, prior(resource_type), None)
        assert outcome.state["sid"] == SID
        assert "WW1" in outcome.diagnostics[0].detail

    def test_an_update_may_stand_for_it(self):
        resource_type = thing(delete_by_update={"Status": "closed"},
                              operations={"update": "POST /v1/Services/{ServiceSid}/Things/{Sid}"})
        script = Script({})
        assert applied(script, resource_type, prior(resource_type), None).state is None
        assert script.asked == [("POST", {"Status": "closed"})]


class TestRead:
    def test_a_404_drops_the_resource(self):
        """R1."""
        reading = read(Session(Script(GONE), None), thing(), prior(thing()), Private())
        assert (reading.state, reading.diagnostics) == (None, [])

    def test_a_404_in_another_account_is_an_error(self):
        """Q2."""
        session = Session(Script(GONE, account_sid=OTHER_ACCOUNT), None)
        reading = read(session, thing(), prior(thing()), Private())
        assert reading.state == prior(thing())
        assert OTHER_ACCOUNT in reading.diagnostics[0].detail

    def test_a_status_may_say_that_it_is_gone(self):
        """R1."""
        resource_type = thing(gone={"kind": ["closed"]})
        reading = read(Session(Script({**ANSWER, "kind": "closed"}), None), resource_type, prior(resource_type), Private())
        assert reading.state is None

    def test_drift_is_not_ours(self):
        """K16."""
        private = Private(frozenset({"label", "color"}))
        reading = read(Session(Script({**ANSWER, "label": "drifted"}), None), thing(), prior(thing()), private)
        assert (reading.state["label"], reading.private.written) == ("drifted", {"color"})

    def test_an_explicit_empty_value_stays_beside_what_twilio_puts_in_its_place(self):
        """K17, T20: and what comes after that is drift."""
        def reading(answer, private):
            return read(Session(Script({**ANSWER, "label": answer}), None), thing(), prior(thing(), label=""), private)

        first = reading("a default", Private(frozenset({"label"})))
        again = reading("a default", from_bytes(first.private.to_bytes()))
        later = reading("from elsewhere", from_bytes(again.private.to_bytes()))
        assert (first.state["label"], again.state["label"], later.state["label"]) == ("", "", "from elsewhere")
        assert (first.private.written, later.private.written) == ({"label"}, frozenset())

    def test_an_empty_value_that_nobody_wrote_here_is_drift(self):
        session = Session(Script({**ANSWER, "label": "a default"}), None)
        assert read(session, thing(), prior(thing(), label=""), Private()).state["label"] == "a default"

    def test_any_other_answer_changes_nothing(self):
        reading = read(Session(Script(BAD), None), thing(), prior(thing()), Private())
        assert reading.state == prior(thing())
        assert len(reading.diagnostics) == 1
