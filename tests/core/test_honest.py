"""A provider that keeps the rules lives its whole life in the model without a complaint."""

from decimal import Decimal

import pytest

from core import Block, Core, Failed, Later, Reference, Text
from core.generated import generated_configuration
from core.honest import Honest, Schemas
from core.state import parsed, written
from core.terraform import NothingToImport
from core.violation import Mistake

FULL = {"name": "a", "size": 1, "note": "n", "tags": ["x", "y"], "flags": ["q", "p"], "place": {"city": "C"},
        "token": "t"}


@pytest.fixture
def core():
    return Core(Honest(), Schemas())


def one(**arguments):
    return {"thing.one": ("thing", arguments)}


@pytest.mark.parametrize("arguments", [{"name": "a"}, FULL, {"name": "é", "tags": [], "note": ""}])
def test_apply_then_two_empty_plans(core, arguments):
    core.apply(one(**arguments))
    assert core.plan(one(**arguments)).is_empty
    assert core.plan(one(**arguments), refresh=False).is_empty


def test_strings_reach_the_provider_in_nfc(core):
    core.apply(one(name="e\u0301"))
    assert core.attributes("thing.one")["name"] == "\u00e9"


def test_a_changed_argument_is_an_update_that_keeps_the_id(core):
    core.apply(one(name="a"))
    before = core.attributes("thing.one")["id"]
    plan = core.apply(one(name="b"))
    assert plan.actions == {"thing.one": "update"}
    assert plan.changes["thing.one"].unknown == ["changed"]
    assert core.attributes("thing.one")["id"] == before


def test_a_create_only_argument_replaces(core):
    core.apply(one(name="a", size=1))
    plan = core.apply(one(name="a", size=2))
    assert plan.actions == {"thing.one": "replace"}
    assert list(core.calls.provider.objects) == [core.attributes("thing.one")["id"]] == ["T2"]


def test_an_argument_that_is_taken_away_is_planned_null_or_keeps_the_prior_value(core):
    core.apply(one(name="a", tags=["x"], note="n"))
    core.apply(one(name="a"))
    assert core.attributes("thing.one")["tags"] is None
    assert core.attributes("thing.one")["note"] == "n"


def test_what_is_gone_is_created_again(core):
    core.apply(one(name="a"))
    core.calls.provider.objects.clear()
    assert core.plan(one(name="a")).actions == {"thing.one": "create"}
    assert core.refresh().keys() == {"thing.one"}
    assert core.state == {}


def test_drift_is_planned_back(core):
    core.apply(one(name="a"))
    core.calls.provider.objects["T1"]["name"] = "drifted"
    assert core.plan(one(name="a")).actions == {"thing.one": "update"}
    assert core.plan(one(name="a"), refresh=False).is_empty


def test_references_are_unknown_in_the_plan_and_known_in_the_apply(core):
    configuration = one(name="a") | {"thing.two": ("thing", {"name": Reference("thing.one", "id")})}
    plan = core.apply(configuration)
    assert "name" in plan.changes["thing.two"].unknown
    assert core.attributes("thing.two")["name"] == "T1"
    assert core.plan(configuration).is_empty


def test_a_later_value_is_unknown_until_the_apply(core):
    later = Later(["x"])
    plan = core.apply(one(name="a", tags=later))
    assert "tags" in plan.changes["thing.one"].unknown
    assert core.attributes("thing.one")["tags"] == ["x"]
    assert core.plan(one(name="a", tags=later)).is_empty


def test_a_text_is_unknown_while_a_reference_in_it_is(core):
    text = Text(("about ", Reference("thing.one", "id"), "!"))
    configuration = one(name="a") | {"thing.two": ("thing", {"name": text})}
    plan = core.apply(configuration)
    assert "name" in plan.changes["thing.two"].unknown
    assert core.attributes("thing.two")["name"] == "about T1!"
    assert core.plan(configuration).is_empty


def test_destroy_takes_dependents_first(core):
    configuration = one(name="a") | {"thing.two": ("thing", {"name": Reference("thing.one", "id")})}
    core.apply(configuration)
    asked = len(core.calls.log)
    gone = []
    core.calls.provider.apply_resource_change = _recording(core.calls.provider, gone)
    core.destroy()
    assert gone == ["T2", "T1"]
    assert core.state == {}
    assert ("apply_resource_change", "thing") in core.calls.log[asked:]


def _recording(provider, gone):
    real = provider.apply_resource_change

    def apply_resource_change(request):
        gone.append(request.prior_state["id"])
        return real(request)
    return apply_resource_change


def test_what_is_no_longer_configured_is_destroyed(core):
    core.apply(one(name="a"))
    assert core.apply({}).actions == {"thing.one": "delete"}
    assert core.calls.provider.objects == {}


def test_an_import_reads_and_then_plans_nothing(core):
    core.apply(one(name="a", size=3))
    fresh = Core(core.calls.provider, Schemas())
    fresh.import_("thing.one", "thing", "T1")
    assert fresh.attributes("thing.one") == core.attributes("thing.one")
    assert fresh.plan(one(name="a", size=3)).is_empty
    with pytest.raises(NothingToImport):
        fresh.import_("thing.two", "thing", "T9")


def test_generated_configuration_plans_nothing(core):
    core.apply(one(**FULL))
    kind = core.kind("thing.one", "thing")
    arguments = generated_configuration(kind, core.attributes("thing.one"))
    assert arguments["token"] is None
    assert set(arguments) == {"name", "size", "note", "tags", "flags", "token", "place"}


def test_an_update_that_failed_leaves_the_prior_state(core):
    core.apply(one(name="a"))
    core.calls.provider.refused.add("apply_resource_change")
    with pytest.raises(Failed, match="Refused"):
        core.apply(one(name="b"))
    assert core.attributes("thing.one")["name"] == "a"
    assert not core.state["thing.one"].is_tainted
    with pytest.raises(Failed):
        core.destroy()
    assert core.attributes("thing.one")["name"] == "a"


def test_a_create_that_failed_stores_nothing_and_dependents_are_not_tried(core):
    core.calls.provider.refused.add("apply_resource_change")
    with pytest.raises(Failed):
        core.apply(one(name="b") | {"thing.two": ("thing", {"name": Reference("thing.one", "id")})})
    assert core.state == {}
    assert [rpc for rpc, _ in core.calls.log].count("apply_resource_change") == 1


class HalfDone(Honest):
    def apply_resource_change(self, request):
        response = super().apply_resource_change(request)
        if request.prior_state is None and request.planned_state["name"] == "half":
            response.diagnostics = super().refusal(request).diagnostics
        return response


def test_a_half_done_create_is_tainted_and_replaced(core):
    core.calls.provider = HalfDone()
    with pytest.raises(Failed):
        core.apply(one(name="half"))
    assert core.state["thing.one"].is_tainted
    assert core.plan(one(name="whole")).actions == {"thing.one": "replace"}
    core.apply(one(name="whole"))
    assert not core.state["thing.one"].is_tainted
    assert list(core.calls.provider.objects) == ["T2"]


class Clinging(Honest):
    """Refuses to destroy what is named after the first thing."""

    def apply_resource_change(self, request):
        if request.planned_state is None and request.prior_state["name"] == "T1":
            return self.refusal(request)
        return super().apply_resource_change(request)


def test_nothing_is_destroyed_under_a_dependent_that_is_still_there(core):
    core.calls.provider = Clinging()
    core.apply(one(name="a") | {"thing.two": ("thing", {"name": Reference("thing.one", "id")})})
    for _ in range(2):
        with pytest.raises(Failed, match="Refused"):
            core.destroy()
        assert sorted(core.state) == ["thing.one", "thing.two"]
        assert sorted(core.calls.provider.objects) == ["T1", "T2"]


def test_validation_errors_stop_the_plan(core):
    with pytest.raises(Failed, match="Bad name"):
        core.plan(one(name="bad"))
    with pytest.raises(Failed, match="Bad name"):
        core.plan(one(name=None))


def test_data_sources_are_read_in_the_plan_or_deferred(core):
    core.apply(one(name="a"))
    look_up = {"data.thing.a": ("thing", {"name": "a"}),
               "thing.two": ("thing", {"name": Reference("data.thing.a", "id")})}
    assert core.plan(one(name="a") | look_up).changes["thing.two"].planned["name"] == "T1"
    deferred = {"data.thing.a": ("thing", {"name": Later("a")})}
    core.apply(one(name="a") | deferred)
    assert core.data["data.thing.a"]["id"] == "T1"
    with pytest.raises(Failed, match="Nothing found"):
        core.plan({"data.thing.a": ("thing", {"name": "none"})})


def test_what_is_needed_through_a_data_source_is_destroyed_later(core):
    configuration = one(name="a") | {
        "data.thing.a": Block("thing", {"name": "a"}, depends_on=("thing.one",)),
        "thing.two": ("thing", {"name": Reference("data.thing.a", "id")})}
    plan = core.apply(configuration)
    assert "name" in plan.changes["thing.two"].unknown
    assert core.state["thing.two"].dependencies == ["thing.one"]
    assert core.plan(configuration).is_empty


def test_ignored_changes_are_sent_as_the_prior_value(core):
    core.apply(one(name="a"))
    assert core.plan({"thing.one": Block("thing", {"name": "b"}, ignore_changes=("name",))}).is_empty


def test_a_move_takes_the_state_along(core):
    core.apply(one(name="a"))
    core.move("thing.one", "thing.two", "thing", "registry.terraform.io/twilio/twilio")
    assert core.plan({"thing.two": ("thing", {"name": "a"})}).is_empty


@pytest.mark.parametrize("arguments", [
    {}, {"name": "a", "other": 1}, {"name": "a", "id": "x"}, {"name": 1}, {"name": "a", "tags": "x"}])
def test_what_core_itself_refuses_is_the_tests_mistake(core, arguments):
    with pytest.raises(Mistake):
        core.plan(one(**arguments))
    with pytest.raises(Mistake):
        core.plan(one(name=Reference("thing.none", "id")))


@pytest.mark.parametrize("value", [
    {"a": None, "b": [1, -2.5, True, "é\n\""]}, Decimal("12345678901234567890.125"), 12345678901234567890123, 0.1])
def test_state_text_keeps_every_digit(value):
    assert parsed(written(value)) == value
    assert type(parsed(written(value))) is type(value)
