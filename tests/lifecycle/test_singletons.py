"""What always exists is adopted, and on destroy forgotten, or put back where that is wanted."""

import pytest

from core import Failed, Reference
from lifecycle.behaving import life_of, requests, said

TRUNK, RECORDING = "twilio_trunking_trunk.t", "twilio_trunking_recording.t"
WEBHOOK = "twilio_conversations_configuration_webhook.w"
WEBHOOKS = "/conversations.twilio.com/v1/Configuration/Webhooks"
COUNTRY = "twilio_voice_dialing_permissions_country.c"
SIGNING, PORTING = "twilio_numbers_signing_request_configuration", "twilio_numbers_porting_webhook_configuration"


def recording(**arguments):
    return {TRUNK: ("twilio_trunking_trunk", {"friendly_name": "T"}),
            RECORDING: ("twilio_trunking_recording", {"trunk_sid": Reference(TRUNK, "sid"), **arguments})}


class TestReset:
    @pytest.fixture
    def life(self, stage):
        return life_of(stage, "trunking_v1/recording")

    def there(self, life):
        sid = life.core.attributes(TRUNK)["sid"]
        return life.remote.send("GET", f"/trunking.twilio.com/v1/Trunks/{sid}/Recording")[1]

    def test_by_default_it_is_forgotten(self, life):
        life.apply(recording(mode="record-from-answer"))
        plan = life.core.plan({TRUNK: recording()[TRUNK]})
        assert any("has no way to delete it. Terraform removes it from the state" in text for text in said(plan))
        life.core.apply_plan(plan)
        assert self.there(life)["mode"] == "record-from-answer"

    def test_a_reset_puts_back_what_has_a_default_and_says_so(self, life):
        life.apply(recording(mode="record-from-answer", trim="trim-silence", reset_on_destroy=True))
        plan = life.core.plan({TRUNK: recording()[TRUNK]})
        assert [text for text in said(plan) if "That changes mode." in text]
        life.core.apply_plan(plan)
        assert (self.there(life)["mode"], self.there(life)["trim"]) == ("do-not-record", "trim-silence")

    def test_a_reset_after_the_trunk_is_gone_is_done(self, life):
        life.apply(recording(mode="record-from-answer", reset_on_destroy=True))
        life.core.destroy()
        assert life.core.state == {}

    def test_turning_it_on_is_no_call(self, life):
        life.apply(recording(mode="record-from-answer"))
        plan = life.core.plan(recording(mode="record-from-answer", reset_on_destroy=True))
        assert plan.changes[RECORDING].unknown == []
        assert not [one for one in requests(life, lambda: life.core.apply_plan(plan)) if one.startswith("POST")]

    def test_an_imported_one_takes_back_nothing_that_terraform_did_not_write(self, life):
        """K1."""
        life.apply(recording(mode="record-from-answer"))
        life.core.import_(RECORDING, "twilio_trunking_recording", life.core.attributes(TRUNK)["sid"])
        life.core.apply(recording(mode="record-from-answer", reset_on_destroy=True))
        plan = life.core.plan({TRUNK: recording()[TRUNK]})
        assert any("nothing has to be changed" in text for text in said(plan))
        life.core.apply_plan(plan)
        assert self.there(life)["mode"] == "record-from-answer"


def test_texts_that_were_written_are_cleared(stage):
    life = life_of(stage, "conversations_v1/configuration_webhook")
    life.apply({WEBHOOK: ("twilio_conversations_configuration_webhook", {
        "post_webhook_url": "https://example.com/a", "reset_on_destroy": True})})
    assert any("post_webhook_url" in text for text in said(life.core.plan_destroy()))
    life.core.destroy()
    assert not life.remote.send("GET", WEBHOOKS)[1]["post_webhook_url"]


class TestDialingPermissions:
    @pytest.fixture
    def life(self, stage):
        return life_of(stage, "voice_v1/dialing_permissions_country")

    def country(self, **arguments):
        return {COUNTRY: ("twilio_voice_dialing_permissions_country", {"iso_code": "GB", **arguments})}

    def there(self, life, iso_code="GB"):
        return life.remote.send("GET", f"/voice.twilio.com/v1/DialingPermissions/Countries/{iso_code}")[1]

    def test_a_country_is_set_and_the_others_stay(self, life):
        before = self.there(life, "FR")
        life.apply(self.country(high_risk_special_numbers_enabled=True))
        assert self.there(life)["high_risk_special_numbers_enabled"] is True
        assert self.there(life, "FR") == before

    def test_what_is_not_configured_stays(self, life):
        life.apply(self.country(low_risk_numbers_enabled=False, high_risk_tollfraud_numbers_enabled=True))
        life.apply(self.country(low_risk_numbers_enabled=True))
        there = self.there(life)
        assert (there["low_risk_numbers_enabled"], there["high_risk_tollfraud_numbers_enabled"]) == (True, True)

    def test_drift_is_seen_and_mended(self, life):
        life.apply(self.country(low_risk_numbers_enabled=True))
        life.remote.send("POST", "/voice.twilio.com/v1/DialingPermissions/BulkCountryUpdates", (
            "UpdateRequest=" + '[{"iso_code":"GB","low_risk_numbers_enabled":"false",'
            '"high_risk_special_numbers_enabled":"false","high_risk_tollfraud_numbers_enabled":"false"}]').encode())
        plan = life.core.plan(self.country(low_risk_numbers_enabled=True))
        assert plan.actions == {COUNTRY: "update"}
        life.core.apply_plan(plan)
        assert self.there(life)["low_risk_numbers_enabled"] is True

    def test_it_is_imported_by_its_code(self, life):
        life.core.import_(COUNTRY, "twilio_voice_dialing_permissions_country", "GB")
        assert life.core.plan(self.country()).is_empty


class TestNumbers:
    def test_signing_requests_are_configured_by_country_and_product(self, stage):
        life = life_of(stage, "numbers_v1/signing_request_configuration")
        both = {f"{SIGNING}.{country}": (SIGNING, {"country": country, "product": "Hosting", "email_subject": country})
                for country in ("US", "GB")}
        life.apply(both)
        assert life.core.attributes(f"{SIGNING}.GB")["email_subject"] == "GB"
        life.core.import_(f"{SIGNING}.again", SIGNING, "GB/Hosting")
        assert life.core.attributes(f"{SIGNING}.again")["email_subject"] == "GB"

    def test_another_country_is_another_configuration(self, stage):
        life = life_of(stage, "numbers_v1/signing_request_configuration")
        life.apply({f"{SIGNING}.a": (SIGNING, {"country": "US", "product": "Hosting"})})
        assert life.core.plan({f"{SIGNING}.a": (SIGNING, {"country": "GB", "product": "Hosting"})}).actions == {
            f"{SIGNING}.a": "replace"}

    def test_porting_webhooks_are_adopted_changed_and_deleted(self, stage):
        life = life_of(stage, "numbers_v1/porting_webhook_configuration")

        def webhook(path):
            return {f"{PORTING}.w": (PORTING, {
                "webhook_type": "PORT_IN", "port_in_target_url": f"https://example.com/{path}"})}

        life.apply(webhook("a"))
        life.apply(webhook("b"))
        assert life.core.attributes(f"{PORTING}.w")["port_in_target_url"] == "https://example.com/b"
        life.core.destroy()
        assert life.core.state == {}


    def test_of_two_porting_webhooks_each_lives_by_itself(self, stage):
        life = life_of(stage, "numbers_v1/porting_webhook_configuration")
        both = {f"{PORTING}.{side}": (PORTING, {"webhook_type": f"PORT_{side.upper()}",
                                                f"port_{side}_target_url": f"https://example.com/{side}"})
                for side in ("in", "out")}
        life.apply(both)
        life.apply({address: block for address, block in both.items() if address.endswith(".in")})
        there = life.remote.send("GET", "/numbers.twilio.com/v1/Porting/Configuration/Webhook")[1]
        assert (there["port_in_target_url"], there["port_out_target_url"]) == ("https://example.com/in", None)

    def test_a_porting_webhook_needs_the_url_of_its_type(self, stage):
        life = life_of(stage, "numbers_v1/porting_webhook_configuration")
        with pytest.raises(Failed, match="port_out_target_url is the URL of this type"):
            life.core.plan({f"{PORTING}.w": (PORTING, {"webhook_type": "PORT_OUT", "port_in_target_url": "https://a.b"})})


class TestSubaccounts:
    @pytest.fixture
    def life(self, stage):
        return life_of(stage, "api_v2010/account")

    CHILD, TYPE = "twilio_api_account.child", "twilio_api_account"

    def status(self, life, sid):
        return life.remote.send("GET", f"/api.twilio.com/2010-04-01/Accounts/{sid}.json")[1]["status"]

    def test_destroying_one_closes_it_and_warns_before(self, life):
        life.apply({self.CHILD: (self.TYPE, {"friendly_name": "child"})})
        sid = life.core.attributes(self.CHILD)["sid"]
        plan = life.core.plan_destroy()
        assert any("Closing a subaccount is final" in text and "child" in text for text in said(plan))
        life.core.apply_plan(plan)
        assert (self.status(life, sid), life.core.state) == ("closed", {})

    def test_a_closed_one_is_gone(self, life):
        life.apply({self.CHILD: (self.TYPE, {"friendly_name": "child"})})
        sid = life.core.attributes(self.CHILD)["sid"]
        life.remote.send("POST", f"/api.twilio.com/2010-04-01/Accounts/{sid}.json", b"Status=closed")
        assert life.core.plan({self.CHILD: (self.TYPE, {"friendly_name": "child"})}).actions == {self.CHILD: "create"}
        life.core.refresh()
        assert life.core.state == {}
