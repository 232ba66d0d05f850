"""A phone number is bought once, by whatever says which one, and nobody loses it by surprise."""

import pytest

from core import Failed
from lifecycle.behaving import life_of, said

ADDRESS, TYPE = "twilio_api_incoming_phone_number.line", "twilio_api_incoming_phone_number"


@pytest.fixture
def life(stage):
    return life_of(stage, "api_v2010/incoming_phone_number")


def line(**arguments):
    return {ADDRESS: (TYPE, arguments)}


def owned(life, account=None):
    account = account or life.account["account_sid"]
    return life.remote.send("GET", f"/api.twilio.com/2010-04-01/Accounts/{account}/IncomingPhoneNumbers.json")[1][
        "incoming_phone_numbers"]


def number(life):
    return life.core.attributes(ADDRESS)["phone_number"]


class TestSearch:
    def test_the_first_number_that_fits_is_bought(self, life):
        life.apply(line(search={"iso_country": "US", "area_code": "503", "capabilities": ["voice", "sms"]}))
        assert number(life).startswith("+1503")
        assert [one["phone_number"] for one in owned(life)] == [number(life)]

    @pytest.mark.parametrize(("kind", "country", "start"), [
        (None, "US", "+1415"), ("toll_free", "US", "+1800"), ("mobile", "GB", "+447")])
    def test_the_type_decides_which_list_is_asked(self, life, kind, country, start):
        life.apply(line(search={"iso_country": country, **({"type": kind} if kind else {})}))
        assert number(life).startswith(start)

    def test_a_later_change_of_the_search_changes_nothing_at_twilio(self, life):
        life.apply(line(search={"iso_country": "US", "area_code": "503"}))
        bought = number(life)
        plan = life.core.plan(line(search={"iso_country": "US", "area_code": "212"}))
        assert plan.actions == {ADDRESS: "update"}
        assert plan.changes[ADDRESS].unknown == []
        made = life.requests(lambda: life.apply(line(search={"iso_country": "US", "area_code": "212"})))
        assert {one["method"] for one in made} == {"GET"}
        assert number(life) == bought
        life.apply(line(phone_number=bought))
        assert number(life) == bought

    def test_a_number_that_somebody_else_bought_meanwhile_is_passed_over(self, life):
        life.fault(method="POST", path=".*/IncomingPhoneNumbers.json", status=400, code=21422, count=1)
        life.apply(line(search={"iso_country": "US", "area_code": "971"}))
        assert len(owned(life)) == 1

    def test_nothing_on_sale_is_said_at_the_search(self, life):
        with pytest.raises(Failed, match=r"no number with .*contains = 999999") as failed:
            life.core.apply(line(search={"iso_country": "US", "contains": "999999"}))
        assert failed.value.errors[0].path == ("search",)
        assert owned(life) == []

    def test_a_search_beside_a_number_is_refused(self, life):
        with pytest.raises(Failed, match="Two ways to choose"):
            life.core.plan(line(phone_number="+14155550100", search={"iso_country": "US"}))

    def test_the_arguments_inside_are_checked(self, life):
        with pytest.raises(Failed) as failed:
            life.core.plan(line(search={"iso_country": "USA", "type": "landline", "capabilities": ["voice", "telex"]}))
        assert sorted(map(str, (one.path for one in failed.value.errors))) == [
            "('search', 'capabilities', 1)", "('search', 'iso_country')", "('search', 'type')"]

    def test_an_import_needs_no_search(self, life):
        life.apply(line(search={"iso_country": "US", "area_code": "503"}))
        sid = life.core.attributes(ADDRESS)["sid"]
        other = life.new_core()
        other.import_(ADDRESS, TYPE, sid)
        plan = other.plan(line(search={"iso_country": "US", "area_code": "503"}))
        assert plan.actions == {ADDRESS: "update"}
        assert plan.changes[ADDRESS].planned["phone_number"] == number(life)


class TestLostAnswers:
    @pytest.mark.parametrize("chosen", [{"phone_number": "+14155557777"},
                                        {"search": {"iso_country": "US", "area_code": "312"}}])
    def test_a_number_that_was_bought_unheard_is_found_and_not_bought_again(self, life, chosen):
        life.fault(method="POST", path="/IncomingPhoneNumbers.json", drop="after", count=1)
        life.apply(line(friendly_name="Once", **chosen))
        assert [one["friendly_name"] for one in owned(life)] == ["Once"]
        assert not any("belonged to the account" in one.summary for one in life.core.calls.warnings)

    def test_a_purchase_that_was_not_made_is_said_to_be_uncertain(self, life):
        life.fault(method="POST", path="/IncomingPhoneNumbers.json", drop="before", count=1)
        with pytest.raises(Failed, match="may have been created"):
            life.core.apply(line(phone_number="+14155557777"))


class TestAdoption:
    def test_a_number_that_the_account_owns_is_adopted_and_configured(self, life):
        life.apply(line(area_code="646"))
        taken, sid = number(life), life.core.attributes(ADDRESS)["sid"]
        other = life.new_core()
        other.apply(line(phone_number=taken, friendly_name="Reception"))
        assert other.attributes(ADDRESS)["sid"] == sid
        assert [one["friendly_name"] for one in owned(life)] == ["Reception"]
        assert any("belonged to the account already" in one.summary for one in other.calls.warnings)
        assert other.plan(line(phone_number=taken, friendly_name="Reception")).is_empty

    def test_somebody_elses_number_is_not(self, life, stage):
        life.apply(line(area_code="646"))
        stranger = life_of(stage, "api_v2010/incoming_phone_number")
        with pytest.raises(Failed, match="21422"):
            stranger.core.apply(line(phone_number=number(life)))


class TestLosing:
    def test_a_destroy_names_the_number(self, life):
        life.apply(line(area_code="415"))
        assert [text for text in said(life.core.plan_destroy()) if number(life) in text]
        life.core.destroy()
        assert owned(life) == []

    def test_a_replacement_names_the_number(self, life):
        life.apply(line(phone_number="+14155551111"))
        plan = life.core.plan(line(phone_number="+14155552222"))
        assert plan.actions == {ADDRESS: "replace"}
        assert [text for text in said(plan) if "+14155551111" in text]

    def test_a_number_that_is_not_released_stays_in_the_account(self, life):
        life.apply(line(area_code="415", release_on_destroy=False))
        kept = number(life)
        plan = life.core.plan_destroy()
        assert said(plan) == []
        life.core.apply_plan(plan)
        assert ADDRESS not in life.core.state
        assert [one["phone_number"] for one in owned(life)] == [kept]

    def test_release_on_destroy_changes_without_a_call(self, life):
        life.apply(line(area_code="415"))
        made = life.requests(lambda: life.core.apply(line(area_code="415", release_on_destroy=False)))
        assert {one["method"] for one in made} == {"GET"}
        assert life.core.attributes(ADDRESS)["release_on_destroy"] is False


def test_another_account_takes_the_number_over_in_place(life):
    """G1."""
    child = ("twilio_api_account", {"friendly_name": "child"})
    life.core.apply({"twilio_api_account.child": child} | line(area_code="415"))
    before = dict(life.core.attributes(ADDRESS))
    child_sid = life.core.attributes("twilio_api_account.child")["sid"]
    plan = life.core.plan({"twilio_api_account.child": child} | line(area_code="415", account_sid=child_sid))
    assert plan.changes[ADDRESS].action == "update"
    assert "uri" in plan.changes[ADDRESS].unknown
    life.core.apply_plan(plan)
    after = life.core.attributes(ADDRESS)
    assert (after["sid"], after["phone_number"]) == (before["sid"], before["phone_number"])
    assert (after["account_sid"], child_sid in after["uri"]) == (child_sid, True)
    assert owned(life) == []
    assert [one["sid"] for one in owned(life, child_sid)] == [before["sid"]]
    life.assert_settled({"twilio_api_account.child": child} | line(area_code="415", account_sid=child_sid))


def test_a_number_stays_where_it_is_when_nobody_names_its_account_any_more(life):
    child = {"twilio_api_account.child": ("twilio_api_account", {"friendly_name": "child"})}
    life.core.apply(child)
    child_sid = life.core.attributes("twilio_api_account.child")["sid"]
    life.core.apply(child | line(area_code="415", account_sid=child_sid))
    bought = owned(life, child_sid)
    assert life.core.plan(child | line(area_code="415")).actions[ADDRESS] == "no-op"
    life.core.apply(child | line(area_code="415", friendly_name="still there"))
    assert [one["sid"] for one in owned(life, child_sid)] == [one["sid"] for one in bought]
    life.assert_settled(child | line(area_code="415", friendly_name="still there"))


def test_the_official_name_searches_keeps_and_names_the_account_its_own_way(life):
    """Q3."""
    official = "twilio_api_accounts_incoming_phone_numbers"
    child = {"twilio_api_account.child": ("twilio_api_account", {"friendly_name": "child"})}
    life.core.apply(child)
    child_sid = life.core.attributes("twilio_api_account.child")["sid"]
    block = {f"{official}.line": (official, {"path_account_sid": child_sid, "search": {"iso_country": "US"},
                                             "release_on_destroy": False})}
    life.apply(child | block)
    assert [one["sid"] for one in owned(life, child_sid)] == [life.core.attributes(f"{official}.line")["sid"]]
    assert said(life.core.plan(child)) == []
    life.core.apply(child)
    assert len(owned(life, child_sid)) == 1
