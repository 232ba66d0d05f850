"""Settings that always exist: resets, the bulk update of one country, the workspace's own activity, a named body."""

import pytest

from terraform_twilio.engine import resetting
from terraform_twilio.engine.import_state import import_state
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.json_text import loads
from unit.behaviours.scripts import ACCOUNT, GONE, REFUSED, Script, applied, destroyed, entry, planned, state

WEBHOOK, RECORDING = entry("conversations_v1/configuration_webhook"), entry("trunking_v1/recording")
VIDEO = entry("video_v1/recording_settings")
COUNTRY, WORKSPACE = entry("voice_v1/dialing_permissions_country"), entry("taskrouter_v1/workspace_configuration")
SIGNING = entry("numbers_v1/signing_request_configuration")
TRUNK, SPACE, OWN, OTHER = "TK" + "a" * 32, "WS" + "a" * 32, "WA" + "0" * 32, "WA" + "1" * 32


class TestReset:
    def prior(self, **values):
        return state(RECORDING, trunk_sid=TRUNK, id=TRUNK, **values)

    def test_what_was_written_goes_back_to_its_default(self):
        prior = self.prior(mode="record-from-answer", trim="trim-silence")
        private = Private(frozenset({"mode", "trim"}))
        assert resetting.names(RECORDING, prior, private) == ["mode"]
        assert resetting.parameters(RECORDING, prior, private) == {"Mode": "do-not-record"}

    def test_what_was_not_written_stays(self):
        assert resetting.parameters(RECORDING, self.prior(mode="record-from-answer"), Private()) == {}

    def test_texts_are_emptied(self):
        prior = state(WEBHOOK, post_webhook_url="https://a.example", method="GET")
        private = Private(frozenset({"post_webhook_url"}))
        assert resetting.parameters(WEBHOOK, prior, private) == {"PostWebhookUrl": ""}

    def test_what_every_update_carries_is_carried(self):
        prior = state(VIDEO, friendly_name="V", encryption_enabled=True)
        private = Private(frozenset({"encryption_enabled", "friendly_name"}))
        assert resetting.parameters(VIDEO, prior, private) == {"EncryptionEnabled": False, "FriendlyName": "V"}

    @pytest.mark.parametrize(("wanted", "calls"), [(True, ["POST Recording"]), (False, []), (None, [])])
    def test_only_who_wants_it_gets_it(self, wanted, calls):
        script = Script({})
        prior = self.prior(mode="record-from-answer", reset_on_destroy=wanted)
        assert destroyed(script, RECORDING, prior, Private(frozenset({"mode"}))).state is None
        assert script.lines == calls

    def test_what_is_gone_needs_no_reset_and_a_refusal_keeps_the_state(self):
        prior = self.prior(mode="record-from-answer", reset_on_destroy=True)
        assert destroyed(Script(GONE), RECORDING, prior, Private(frozenset({"mode"}))).state is None
        assert destroyed(Script(REFUSED), RECORDING, prior, Private(frozenset({"mode"}))).state == prior


IN_COUNTRY = {"iso_code": "GB", "low_risk_numbers_enabled": True, "high_risk_special_numbers_enabled": False,
              "high_risk_tollfraud_numbers_enabled": False}


class TestCountry:
    def test_one_element_carries_all_three(self):
        after = {**IN_COUNTRY, "high_risk_special_numbers_enabled": True}
        script = Script(IN_COUNTRY, {"update_count": 1}, after)
        outcome = applied(script, COUNTRY, None, iso_code="GB", high_risk_special_numbers_enabled=True)
        method, path, parameters = script.asked[1]
        assert (method, path) == ("POST", "/v1/DialingPermissions/BulkCountryUpdates")
        assert loads(parameters["UpdateRequest"]) == [{
            "iso_code": "GB", "low_risk_numbers_enabled": "true", "high_risk_special_numbers_enabled": "true",
            "high_risk_tollfraud_numbers_enabled": "false"}]
        assert outcome.state["low_risk_numbers_enabled"] is True

    def test_adopting_without_a_wish_only_looks(self):
        script = Script(IN_COUNTRY, IN_COUNTRY)
        applied(script, COUNTRY, None, iso_code="GB")
        assert set(script.lines) == {"GET GB"}


class TestWorkspace:
    def prior(self, **values):
        return state(WORKSPACE, workspace_sid=SPACE, id=SPACE, default_activity_sid=OTHER, timeout_activity_sid=OTHER,
                     **values)

    def test_its_own_activity_comes_back_in_both_places(self):
        script = Script([{"sid": OTHER, "friendly_name": "Offline too"}, {"sid": OWN, "friendly_name": "Offline"}], {})
        assert destroyed(script, WORKSPACE, self.prior()).state is None
        assert script.asked[1] == ("POST", f"/v1/Workspaces/{SPACE}", {
            "DefaultActivitySid": OWN, "TimeoutActivitySid": OWN})

    def test_without_one_or_without_a_wish_it_is_forgotten(self):
        for script, prior in ((Script([]), self.prior()), (Script(), self.prior(reset_on_destroy=False))):
            assert destroyed(script, WORKSPACE, prior).state is None
            assert not [line for line in script.lines if line.startswith("POST")]

    def test_a_refusal_keeps_the_state(self):
        prior = self.prior()
        assert destroyed(Script([{"sid": OWN, "friendly_name": "Offline"}], REFUSED), WORKSPACE, prior).state == prior
        assert destroyed(Script(GONE), WORKSPACE, prior).state is None


def test_a_signing_requests_body_says_which_one_is_meant():
    prior = state(SIGNING, country="US", product="Hosting", id="US/Hosting", email_subject="a")
    script = Script({"country": "US", "product": "Hosting", "email_subject": "b"})
    applied(script, SIGNING, prior, country="US", product="Hosting", email_subject="b")
    assert script.asked[0][2] == {"country": "US", "product": "Hosting", "email_subject": "b"}


def test_another_country_is_planned_as_another_one():
    prior = state(SIGNING, country="US", product="Hosting", id="US/Hosting")
    assert planned(SIGNING, prior, country="GB", product="Hosting").requires_replace == [("country",)]


class TestImportOfSigningRequests:
    US, GB = {"country": "US", "product": "Hosting"}, {"country": "GB", "product": "Porting"}

    def imported(self, written, *configurations):
        script = Script(list(configurations))
        values, _, diagnostics = import_state(Session(script, None), SIGNING, written)
        return values and values["id"], [one.detail for one in diagnostics], script.lines

    def test_the_account_stands_for_its_only_configuration(self):
        assert self.imported(ACCOUNT, self.US) == ("US/Hosting", [], ["GET Configuration"])

    @pytest.mark.parametrize(("configurations", "told"), [
        ([US, GB], "the account has US/Hosting, GB/Porting"), ([], "the account has no configuration")])
    def test_several_are_named_and_none_is_said(self, configurations, told):
        values, (detail,), _ = self.imported(ACCOUNT, *configurations)
        assert values is None
        assert told in detail
        assert "country/product" in detail

    def test_another_account_is_not_asked(self):
        values, (detail,), lines = self.imported("AC" + "f" * 32, self.US)
        assert (values, lines) == (None, [])
        assert ACCOUNT in detail

    def test_country_and_product_need_no_question(self):
        assert self.imported("GB/Porting", self.US) == ("GB/Porting", [], [])
