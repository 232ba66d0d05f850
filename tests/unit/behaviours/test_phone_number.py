"""What is asked, in which order, when a phone number is bought, adopted, kept or released."""

from terraform_twilio.engine.behaviours.phone_number import query
from terraform_twilio.engine.validate import resource_config
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import ResponseError, TransportError
from unit.behaviours.scripts import ACCOUNT, REFUSED, Script, applied, destroyed, entry, planned, state

NUMBER = entry("api_v2010/incoming_phone_number")
SID = "PN" + "a" * 32
TAKEN = ResponseError(status=400, code=21422, message="PhoneNumber is not available")
LINE = {"sid": SID, "account_sid": ACCOUNT, "phone_number": "+15035550100", "friendly_name": "Line"}
SEARCH = {**dict.fromkeys(NUMBER.attributes["search"].nested), "iso_country": "US", "area_code": "503"}


def on_sale(*numbers):
    return {"available_phone_numbers": [{"phone_number": number} for number in numbers]}


class TestSearch:
    def test_the_list_of_the_type_is_asked_before_anything_is_bought(self):
        script = Script(on_sale("+15035550100"), LINE, LINE)
        outcome = applied(script, NUMBER, None, search={**SEARCH, "type": "toll_free"})
        assert script.asked[0][:2] == ("GET", f"/2010-04-01/Accounts/{ACCOUNT}/AvailablePhoneNumbers/US/TollFree.json")
        assert script.asked[1][2] == {"PhoneNumber": "+15035550100"}
        assert outcome.state["phone_number"] == "+15035550100"

    def test_every_criterion_travels_under_its_own_name(self):
        asked = {**SEARCH, "contains": "*22", "capabilities": ["voice", "mms"], "beta": False, "distance": 5}
        assert query(NUMBER.attributes["search"].elements, asked) == {
            "AreaCode": "503", "Contains": "*22", "Beta": False, "Distance": 5, "VoiceEnabled": True,
            "MmsEnabled": True}

    def test_the_next_number_is_tried_when_one_is_gone(self):
        script = Script(on_sale("+1", "+2"), TAKEN, LINE, LINE)
        applied(script, NUMBER, None, search=SEARCH)
        bought = [parameters.get("PhoneNumber") for method, _, parameters in script.asked if method == "POST"]
        assert bought == ["+1", "+2"]

    def test_any_other_refusal_ends_the_purchase(self):
        script = Script(on_sale("+1", "+2"), REFUSED)
        outcome = applied(script, NUMBER, None, search=SEARCH)
        assert (outcome.state, len(script.asked)) == (None, 2)

    def test_a_search_that_fails_or_finds_nothing_buys_nothing(self):
        for answer in (REFUSED, TransportError("down", sent=False), on_sale()):
            script = Script(answer)
            outcome = applied(script, NUMBER, None, search=SEARCH)
            assert (outcome.state, len(script.asked), outcome.diagnostics[0].severity) == (None, 1, 1)


def test_what_is_unknown_contradicts_nothing():
    config = state(NUMBER, phone_number=UNKNOWN, search=SEARCH)
    assert resource_config(NUMBER, config) == []
    config["phone_number"] = "+15035550100"
    assert [one.path for one in resource_config(NUMBER, config)] == [("search",)]


class TestAdoption:
    def test_a_number_that_is_not_available_is_looked_for_in_the_account(self):
        script = Script(TAKEN, [LINE], LINE, LINE)
        outcome = applied(script, NUMBER, None, phone_number="+15035550100", friendly_name="Line")
        assert [method for method, _, _ in script.asked][:3] == ["POST", "GET", "POST"]
        assert script.asked[2][1].endswith(f"/{SID}.json")
        assert script.asked[2][2] == {"FriendlyName": "Line"}
        assert outcome.state["sid"] == SID
        assert ["belonged to the account already" in one.summary for one in outcome.diagnostics] == [True]

    def test_with_nothing_to_configure_it_is_only_read(self):
        script = Script(TAKEN, [LINE], LINE, LINE)
        applied(script, NUMBER, None, phone_number="+15035550100")
        assert script.asked[2][0] == "GET"

    def test_somebody_elses_number_stays_refused(self):
        script = Script(TAKEN, [])
        outcome = applied(script, NUMBER, None, phone_number="+15035550100")
        assert outcome.state is None
        assert "21422" in outcome.diagnostics[0].detail

    def test_a_look_that_fails_leaves_the_refusal(self):
        outcome = applied(Script(TAKEN, REFUSED), NUMBER, None, phone_number="+15035550100")
        assert "21422" in outcome.diagnostics[0].detail

    def test_an_area_code_adopts_nothing(self):
        script = Script(TAKEN)
        assert applied(script, NUMBER, None, area_code="503").state is None


class TestLosing:
    def prior(self, **values):
        return state(NUMBER, **LINE, id=SID, **values)

    def test_a_release_is_one_call(self):
        script = Script({})
        assert destroyed(script, NUMBER, self.prior()).state is None
        assert script.lines == [f"DELETE {SID}.json"]

    def test_a_kept_number_is_no_call(self):
        script = Script()
        assert destroyed(script, NUMBER, self.prior(release_on_destroy=False)).state is None
        assert script.asked == []

    def test_a_replacement_warns_unless_the_number_is_kept(self):
        for kept, warnings in ((None, 1), (True, 1), (False, 0)):
            response = planned(NUMBER, self.prior(release_on_destroy=kept), phone_number="+15035550199",
                               release_on_destroy=kept)
            assert response.requires_replace == [("phone_number",)]
            assert len(response.diagnostics) == warnings
            assert all("+15035550100" in one.summary for one in response.diagnostics)

    def test_what_only_the_state_keeps_leaves_everything_known(self):
        response = planned(NUMBER, self.prior(), phone_number="+15035550100", release_on_destroy=False, search=None)
        assert response.planned_state == self.prior(release_on_destroy=False)
