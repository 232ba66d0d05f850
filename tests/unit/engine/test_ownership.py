"""Whose an object is (Q2): what another account's credentials are told, and what they never do."""

import pytest

from terraform_twilio.engine.private import Private
from unit.behaviours.scripts import ACCOUNT, GONE, REFUSED, Script, applied, destroyed, entry, refreshed, state

OWNER, SID = "AC" + "1" * 32, "DG" + "a" * 32
SINK, SYNC = entry("events_v1/sink"), entry("sync_v1/service")
SETTINGS, COUNTRY = entry("video_v1/recording_settings"), entry("voice_v1/dialing_permissions_country")
TOKEN, QUEUE = entry("accounts_v1/secondary_auth_token"), entry("api_v2010/queue")
USER = entry("iam_organizations/organization_user")
THEIRS = Private(account_sid=OWNER)
IN_EVERY_ACCOUNT = [(SETTINGS, {"id": OWNER}, Private()), (TOKEN, {"id": OWNER}, Private()),
                    (COUNTRY, {"id": "GB", "iso_code": "GB"}, THEIRS)]


def sink(**values):
    return state(SINK, sid=SID, id=SID, description="d", sink_type="webhook", sink_configuration="{}", **values)


def told(result):
    return [(one.summary.endswith("belongs to another account"), OWNER in one.detail, ACCOUNT in one.detail)
            for one in result.diagnostics]


ONCE = [(True, True, True)]


@pytest.mark.parametrize(("resource_type", "values", "private"), IN_EVERY_ACCOUNT)
class TestInEveryAccount:
    def test_it_is_neither_read_nor_deleted(self, resource_type, values, private):
        script, prior = Script(), state(resource_type, **values)
        for result in (refreshed(script, resource_type, prior, private), destroyed(script, resource_type, prior, private)):
            assert (result.state, told(result), script.asked) == (prior, ONCE, [])

    def test_the_owner_may(self, resource_type, values, private):
        script, prior = Script(GONE), state(resource_type, **values)
        script.account_sid = OWNER
        assert told(destroyed(script, resource_type, prior, private)) == []


def test_settings_of_every_account_are_not_changed_in_another_one():
    script, prior = Script(), state(SETTINGS, id=OWNER, friendly_name="a")
    outcome = applied(script, SETTINGS, prior, friendly_name="b")
    assert (outcome.state, told(outcome), script.asked) == (prior, ONCE, [])


class TestByItsSid:
    @pytest.mark.parametrize("work", [refreshed, destroyed])
    def test_a_404_in_another_account_keeps_it(self, work):
        result = work(Script(GONE), SINK, sink(), THEIRS)
        assert (result.state, told(result)) == (sink(), ONCE)

    @pytest.mark.parametrize("private", [Private(account_sid=ACCOUNT), Private()])
    def test_a_404_in_its_own_or_an_unknown_one_is_the_end(self, private):
        for work in (refreshed, destroyed):
            result = work(Script(GONE), SINK, sink(), private)
            assert (result.state, result.diagnostics) == (None, [])

    def test_what_can_be_seen_can_be_deleted(self):
        script = Script({"sid": SID}, {})
        assert destroyed(script, SINK, sink(), THEIRS).state is None
        assert script.lines == [f"GET {SID}", f"DELETE {SID}"]

    def test_what_cannot_be_asked_is_told_by_the_delete_itself(self):
        outcome = destroyed(Script(REFUSED, REFUSED), SINK, sink(), THEIRS)
        assert [one.summary for one in outcome.diagnostics] == ["Unable to delete twilio_events_sink"]


class TestMemory:
    def test_the_account_is_remembered_where_the_state_does_not_say_it(self):
        outcome = applied(Script({"sid": SID, "status": "initialized"}, {}), SINK, None, description="d",
                          sink_type="webhook", sink_configuration="{}")
        assert outcome.private.account_sid == ACCOUNT
        assert refreshed(Script({"sid": SID}), SINK, sink()).private.account_sid == ACCOUNT

    def test_what_is_remembered_stays(self):
        assert refreshed(Script({"sid": SID}), SINK, sink(), THEIRS).private.account_sid == OWNER

    def test_a_state_that_says_it_needs_no_memory(self):
        prior = state(SYNC, sid=SID, id=SID, account_sid=OWNER)
        assert refreshed(Script({"sid": SID, "account_sid": OWNER}), SYNC, prior).private.account_sid is None

    @pytest.mark.parametrize(("resource_type", "values"), [
        (QUEUE, {"account_sid": OWNER, "sid": SID}), (USER, {"organization_sid": "OR" + "1" * 32, "user_sid": SID})])
    def test_a_path_with_the_account_and_an_organization_need_none(self, resource_type, values):
        script = Script({})
        assert refreshed(script, resource_type, state(resource_type, **values), THEIRS).diagnostics == []
        assert refreshed(Script({}), resource_type, state(resource_type, **values)).private.account_sid is None
