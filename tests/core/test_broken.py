"""The model catches a provider that breaks a rule: one rule on purpose per case."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from core import Core, Later, Violation
from core.honest import THING, Honest, Schemas
from terraform_twilio.terraform.diagnostics import error
from terraform_twilio.terraform.values import UNKNOWN

FULL = {"name": "a", "note": "n", "tags": ["x", "y"], "flags": ["p", "q"], "place": {"city": "C"}}


def create(core, **more):
    core.apply({"thing.one": ("thing", FULL | more)})


def create_later(core):
    core.apply({"thing.one": ("thing", FULL | {"tags": Later(["x"])})})


def create_bare(core):
    core.apply({"thing.one": ("thing", {"name": "a"})})


def update(core):
    create(core)
    create(core, name="b")


def update_then_plan(core):
    update(core)
    create(core, name="b")


def destroy(core):
    create(core)
    core.destroy()


def refresh(core):
    create(core)
    core.refresh()


def import_(core):
    core.import_("thing.one", "thing", "T1")


def move(core):
    create(core)
    core.move("thing.one", "thing.two", "thing", "x")


def look_up(core):
    core.plan({"data.thing.a": ("thing", {"name": "a"})})


def planning(alter):
    """A provider whose plans of something (never of a destroy) are altered."""
    class Planning(Honest):
        def plan_resource_change(self, request):
            response = super().plan_resource_change(request)
            if response.planned_state is not None:
                alter(request, response)
            return response
    return Planning


def planning_destroy(alter):
    class PlanningDestroy(Honest):
        def plan_resource_change(self, request):
            response = super().plan_resource_change(request)
            if request.config is None:
                alter(request, response)
            return response
    return PlanningDestroy


def answering(rpc, alter):
    """A provider whose answers to one RPC are altered."""
    class Answering(Honest):
        pass

    def answer(self, request):
        response = getattr(Honest, rpc)(self, request)
        alter(request, response)
        return response
    setattr(Answering, rpc, answer)
    return Answering


def in_plan(**values):
    return planning(lambda request, response: response.planned_state.update(values))


def in_result(**values):
    def alter(request, response):
        if response.new_state is not None:
            response.new_state.update(values)
    return answering("apply_resource_change", alter)


def put(attribute, value):
    return lambda request, response: setattr(response, attribute, value)


def counting(request, response, counter=itertools.count()):  # noqa: B008  the count is meant to outlive the call
    response.planned_private = b"%d" % next(counter)


def another_note(request, response):
    response.planned_state["changed"] = "unsure" if request.config["tags"] is UNKNOWN else "sure"


def forgetting_the_prior_value(request, response):
    if request.prior_state is not None:
        response.planned_state["changed"] = UNKNOWN


def without(name):
    return lambda request, response: response.planned_state.pop(name)


def replacing_at_apply(request, response):
    if request.prior_state and request.config["name"] == "b" and request.config["tags"] is not UNKNOWN:
        response.requires_replace = [("tags",)]


def update_later(core):
    create(core)
    core.apply({"thing.one": ("thing", FULL | {"name": "b", "tags": Later(["x", "y", "z"])})})


CASES = [
    # rule, provider, scenario, what it does wrong
    ("P1", in_plan(name="A"), create),                       # a normalised value instead of the written one
    ("P1", in_plan(note=None), create),                                         # a configured computed value is dropped
    ("P1", in_plan(tags=["y", "x"]), create),                                   # another order
    ("P2", in_plan(tags=[]), create_bare),                                      # empty for null
    ("P2", in_plan(size=1), create_bare),                                       # a default without Computed
    ("P2", in_plan(size=UNKNOWN), create_bare),
    ("P3", in_plan(note=1), create_bare),                                       # wrong type
    ("P3", planning(without("note")), create),                                  # an attribute is missing
    ("P3", in_plan(more=1), create),                                            # one too many
    ("P3", in_plan(size=True), create),                                         # bool is no number
    ("P4", in_plan(tags=["x"]), create_later),                                  # guesses what nobody knows yet
    ("P8", planning_destroy(lambda q, r: put("planned_state", q.prior_state)(q, r)), destroy),
    ("P8", planning_destroy(put("requires_replace", [("name",)])), destroy),
    ("P9", planning(put("planned_state", None)), create),
    ("P10", planning(put("requires_replace", [("none",)])), update),
    ("P10", planning(put("requires_replace", [("tags", 7)])), update),
    ("P12", planning(put("planned_private", "text")), create),
    ("P13", planning(counting), create),                                        # the same question, two answers
    ("P13", planning(another_note), create_later),                              # the second plan changes a promise
    ("P13", planning(replacing_at_apply), update_later),                        # update becomes replace
    ("P16", in_plan(token="t"), lambda core: create(core, token="t")),
    ("P16", in_result(token="t"), lambda core: create(core, token="t")),
    ("A1", in_result(name="A"), create),
    ("A1", in_result(place={"city": "D", "zone": "Z"}), create),
    ("A1", in_result(note="echo"), create),
    ("A2", in_result(tags=[]), create_bare),
    ("A1", in_result(size=0), create_bare),
    ("A2", in_result(note=None), lambda core: create(core, note="")),
    ("A3", in_result(changed=UNKNOWN), create),
    ("A3", in_result(size="1"), create),
    ("A3", in_result(size=float("nan")), create),
    ("A4", in_result(tags=["x"]), create),
    ("A4", in_result(flags=["p", "q", "r"]), create),
    ("A4", in_result(flags=["p", "other"]), create),
    ("A5", answering("apply_resource_change", put("new_state", None)), create),
    ("A5", answering("apply_resource_change", lambda q, r: put("new_state", r.new_state or q.prior_state)(q, r)),
     destroy),
    ("A10", answering("apply_resource_change", put("private", "text")), create),
    ("A11", answering("validate_resource_config", put("diagnostics", [error("Bad", "Bad")])), create),
    ("A11", answering("validate_resource_config", put("diagnostics", [error("")])), create),
    ("V4", answering("validate_resource_config", put("diagnostics", [error("Bad", "x", ("none",))])), create),
    ("R3", answering("read_resource", lambda q, r: r.new_state.update(size=UNKNOWN)), refresh),
    ("R3", answering("read_resource", lambda q, r: r.new_state.pop("size")), refresh),
    ("R3", answering("read_resource", lambda q, r: r.new_state.update(token="t")), refresh),
    ("R6", answering("read_resource", put("private", "text")), refresh),
    ("U1", answering("upgrade_resource_state", lambda q, r: r.upgraded_state.pop("size")), refresh),
    ("U1", answering("upgrade_resource_state", lambda q, r: r.upgraded_state.update(size=UNKNOWN)), refresh),
    ("I1", answering("import_resource_state", put("state", None)), import_),
    ("I1", answering("import_resource_state", put("type_name", "other")), import_),
    ("I1", answering("import_resource_state", lambda q, r: r.state.update(name=UNKNOWN)), import_),
    ("I1", answering("import_resource_state", lambda q, r: r.state.update(token="t")), import_),
    ("U4", answering("move_resource_state", put("target_state", None)), move),
    ("U4", answering("move_resource_state", lambda q, r: r.target_state.update(name=UNKNOWN)), move),
    ("D2", answering("read_data_source", lambda q, r: (
        put("diagnostics", [])(q, r), put("state", None)(q, r))), look_up),
    ("D2", answering("read_data_source", lambda q, r: (
        put("diagnostics", [])(q, r), put("state", {"name": "a", "id": UNKNOWN})(q, r))), look_up),
]


@pytest.mark.parametrize(("rule", "broken", "scenario"), CASES, ids=[
    f"{number}-{case[0]}" for number, case in enumerate(CASES)])
def test_a_broken_rule_is_named(rule, broken, scenario):
    with pytest.raises(Violation) as caught:
        scenario(Core(broken(), Schemas()))
    assert caught.value.rule == rule
    assert str(caught.value).startswith(f"{rule}: ")


@pytest.mark.parametrize("scenario", [
    create, create_later, create_bare, update_then_plan, destroy, refresh, update_later])
def test_an_honest_provider_passes_every_scenario(scenario):
    scenario(Core(Honest(), Schemas()))


def test_a_plan_that_never_settles_is_not_empty():
    """P6: no rule of core's, but what the two empty plans after every apply are for."""
    core = Core(planning(forgetting_the_prior_value)(), Schemas())
    create(core)
    assert core.plan({"thing.one": ("thing", FULL)}).actions == {"thing.one": "update"}


def test_a_broken_promise_at_create_taints():
    core = Core(in_result(name="A")(), Schemas())
    with pytest.raises(Violation):
        create(core)
    assert core.state["thing.one"].is_tainted


def test_a_plan_may_keep_an_equivalent_prior_value():
    """P1: the semantic no-op."""
    def keep(request, response):
        if request.prior_state:
            response.planned_state.clear()
            response.planned_state.update(request.prior_state)
    core = Core(planning(keep)(), Schemas())
    create(core)
    assert core.plan({"thing.one": ("thing", FULL | {"name": "A"})}).is_empty


def test_a_provider_cannot_change_what_it_was_given():
    def spoil(request, response):
        request.config.clear()
    core = Core(planning(spoil)(), Schemas())
    create(core)
    assert core.attributes("thing.one")["name"] == "a"


def test_numbers_are_compared_as_numbers():
    """A 1 that comes back as 1.0 is the same; a Decimal that floats hold is the float."""
    create(Core(in_result(size=1.0)(), Schemas()), size=1)
    create(Core(in_result(size=Decimal("0.1"))(), Schemas()), size=0.1)


def test_the_tiny_schema_has_every_manner():
    assert {"required", "optional", "computed"} <= {
        manner for one in THING for manner in ("required", "optional", "computed") if getattr(one, manner)}
