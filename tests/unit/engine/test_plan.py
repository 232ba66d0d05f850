"""What a change would do, rule by rule."""

import pytest

from terraform_twilio.engine.plan import Proposal, plan
from terraform_twilio.engine.private import Private
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import ACCOUNT, OTHER_ACCOUNT, OTHER_SERVICE, SERVICE, gadget, prior, state, thing

THING = thing()


def planned(prior_state, config, *, written=(), imported=False, resource_type=THING):
    private = Private(frozenset(written), imported=imported)
    return plan(Proposal(resource_type, prior_state, state(resource_type, **config), private))


def updated(config, *, written=(), imported=False, resource_type=THING, **prior_values):
    return planned(prior(resource_type, **prior_values), {"service_sid": SERVICE, **config}, written=written,
                   imported=imported, resource_type=resource_type)


class TestCreate:
    def test_what_is_configured_is_planned_and_the_rest_is_unknown(self):
        """K7, P7."""
        result = planned(None, {"service_sid": SERVICE, "label": "x", "enabled": False}).planned_state
        assert (result["label"], result["enabled"], result["service_sid"]) == ("x", False, SERVICE)
        assert result["kind"] is UNKNOWN
        assert result["sid"] is UNKNOWN
        assert result["id"] is UNKNOWN

    def test_a_documented_default_is_not_planned(self):
        """K7: the answer says it."""
        assert planned(None, {"service_sid": SERVICE}).planned_state["count_limit"] is UNKNOWN

    @pytest.mark.parametrize("name", ["name", "members", "password", "pin"])
    def test_optional_only_arguments_are_null(self, name):
        """K3, K5, P2."""
        assert planned(None, {"service_sid": SERVICE}).planned_state[name] is None

    def test_an_unknown_argument_stays_unknown(self):
        """P4."""
        assert planned(None, {"service_sid": SERVICE, "name": UNKNOWN}).planned_state["name"] is UNKNOWN

    def test_nothing_is_replaced(self):
        assert planned(None, {"service_sid": SERVICE, "kind": "x"}).requires_replace == []

    def test_the_private_record_is_ignored(self):
        """K7."""
        assert planned(None, {"service_sid": SERVICE}, written=["label"]).planned_state["label"] is UNKNOWN


class TestKeepingAndClearing:
    def test_without_a_change_the_plan_is_the_prior_state(self):
        """P6."""
        before = prior(THING)
        assert planned(before, {"service_sid": SERVICE, "label": "first"}).planned_state == before

    def test_an_empty_default_that_is_removed_is_planned_null(self):
        """K3."""
        assert updated({}, name="old").planned_state["name"] is None

    def test_an_enum_has_no_empty_value_to_be_cleared_with(self):
        """K3, decision 5."""
        resource_type = thing(attributes_color={"unset": {"empty": True}})
        assert updated({}, written=["color"], resource_type=resource_type).planned_state["color"] == "red"

    def test_a_value_that_was_never_written_here_stays(self):
        """K1, K9."""
        assert updated({}, label="from elsewhere").planned_state["label"] == "from elsewhere"

    def test_a_written_value_that_is_already_empty_stays(self):
        """K10."""
        assert updated({}, written=["label"], label="").planned_state["label"] == ""

    def test_a_written_value_that_is_the_default_stays(self):
        """K10."""
        before = prior(THING, count_limit=5)
        assert planned(before, {"service_sid": SERVICE}, written=["count_limit"]).planned_state == before

    def test_a_removed_value_with_a_default_returns_to_it(self):
        """K11."""
        assert updated({}, written=["count_limit"], count_limit=7).planned_state["count_limit"] == 5

    def test_a_removed_string_is_unknown_until_twilio_answers(self):
        """K12."""
        assert updated({}, written=["label"]).planned_state["label"] is UNKNOWN

    @pytest.mark.parametrize(("name", "value"), [("enabled", True), ("color", "red")])
    def test_any_other_removed_value_stays(self, name, value):
        """K13."""
        before = prior(THING)
        result = planned(before, {"service_sid": SERVICE}, written=[name])
        assert result.planned_state == before
        assert result.planned_state[name] == value

    def test_a_create_only_value_that_is_removed_stays_and_does_not_replace(self):
        """K4."""
        result = updated({}, written=["kind"])
        assert (result.planned_state["kind"], result.requires_replace) == ("plain", [])

    def test_a_removed_value_that_is_never_returned_is_null(self):
        """K5."""
        assert updated({}, password="old").planned_state["password"] is None

    def test_an_explicit_empty_string_clears(self):
        """K17."""
        assert updated({"label": ""}).planned_state["label"] == ""

    def test_a_different_spelling_keeps_the_prior_text(self):
        """K8, P1."""
        result = updated({"attributes": '{ "b": 1, "a": 2 }'}, attributes='{"a":2,"b":1}')
        assert result.planned_state["attributes"] == '{"a":2,"b":1}'
        assert updated({"members": ["b", "a"]}, members=["a", "b"]).planned_state["members"] == ["a", "b"]

    def test_true_is_not_one(self):
        assert updated({"enabled": False}).planned_state["enabled"] is False


class TestReplacing:
    @pytest.mark.parametrize(
        ("config", "replaced"),
        [
            pytest.param({"label": "second"}, [], id="updatable argument"),
            pytest.param({"kind": "fancy"}, ["kind"], id="create-only argument"),
            pytest.param({"kind": UNKNOWN}, ["kind"], id="create-only argument not known yet"),
            pytest.param({"service_sid": OTHER_SERVICE}, ["service_sid"], id="parent"),
            pytest.param({"pin": "1"}, ["pin"], id="create-only argument that is never returned"),
        ],
    )
    def test_only_what_cannot_be_updated_replaces(self, config, replaced):
        """G1."""
        assert updated(config).requires_replace == replaced

    def test_after_an_import_a_never_returned_create_only_value_is_recorded(self):
        """K18."""
        result = updated({"pin": "1", "label": "first"}, imported=True)
        assert (result.planned_state["pin"], result.requires_replace) == ("1", [])
        assert result.planned_state["date_updated"] == "2020-01-01T00:00:00Z"

    def test_after_an_import_a_second_change_of_it_replaces(self):
        assert updated({"pin": "2"}, imported=True, pin="1").requires_replace == ["pin"]

    def test_another_account_replaces(self):
        before = state(gadget(), account_sid=ACCOUNT, sid="GA" + "0" * 32)
        config = {"account_sid": OTHER_ACCOUNT}
        assert planned(before, config, resource_type=gadget()).requires_replace == ["account_sid"]

    def test_the_older_name_of_the_account_replaces_too(self):
        """Q3."""
        official = gadget("twilio_api_accounts_gadgets")
        before = state(official, account_sid=ACCOUNT, sid="GA" + "0" * 32)
        assert planned(before, {"path_account_sid": OTHER_ACCOUNT}, resource_type=official).requires_replace == [
            "account_sid"]


class TestComputed:
    def test_an_update_makes_only_volatile_and_derived_values_unknown(self):
        """G3."""
        result = updated({"label": "second"}).planned_state
        unknown = {name for name, value in result.items() if value is UNKNOWN}
        assert unknown == {"date_updated", "summary"}

    def test_a_null_computed_value_may_appear_in_an_update(self):
        """G4."""
        assert updated({"label": "second"}, date_created=None).planned_state["date_created"] is UNKNOWN

    def test_a_null_computed_value_stays_null_without_an_update(self):
        """G4, P6."""
        assert updated({"label": "first"}, date_created=None).planned_state["date_created"] is None

    def test_a_secret_of_the_creation_is_kept(self):
        assert updated({"label": "second"}).planned_state["secret"] == "s3cret"

    def test_what_twilio_drops_beside_a_new_value_is_unknown(self):
        """G2."""
        resource_type = thing(attributes_late={"excludes": ["label"]})
        assert updated({"late": "new"}, resource_type=resource_type).planned_state["label"] is UNKNOWN

    def test_planning_a_plan_again_changes_nothing(self):
        """P13."""
        first = updated({"label": "second", "name": "n"})
        assert updated({"label": "second", "name": "n"}).planned_state == first.planned_state


class TestJsonOfWhichAPartIsConfigured:
    """`json_part`: what Twilio adds to an object is Twilio's."""

    RESOURCE_TYPE = thing(attributes_attributes={"normaliser": "json_part"})

    @pytest.mark.parametrize(("configured", "written", "expected"), [
        ('{"a": 1}', [], '{"a":1,"theirs":2}'),
        ('{"a": 3}', [], '{"a": 3}'),
        ('{"a": 1}', ["attributes"], '{"a": 1}'),
        ('{"theirs": 2, "a": 1}', ["attributes"], '{"a":1,"theirs":2}'),
    ])
    def test_a_part_of_what_others_wrote_changes_nothing(self, configured, written, expected):
        result = updated({"attributes": configured}, attributes='{"a":1,"theirs":2}', written=written,
                         resource_type=self.RESOURCE_TYPE)
        assert result.planned_state["attributes"] == expected

    def test_a_name_for_an_imported_sid_is_sent_for_nobody_knows_whose_it_is(self):
        result = updated({"label": "mine"}, label="IS" + "a" * 32,
                         resource_type=thing(attributes_label={"normaliser": "sid_or_name"}))
        assert result.planned_state["label"] == "mine"


class TestKept:
    """`local: kept` and `unset: {kept}`."""

    RESOURCE_TYPE = thing(attributes_choice={"type": "bool", "local": "kept"},
                          attributes_label={"unset": {"kept": True}})

    def test_what_the_state_alone_keeps_changes_in_place_and_leaves_the_rest_known(self):
        result = updated({"choice": True}, resource_type=self.RESOURCE_TYPE)
        assert result.requires_replace == []
        assert result.planned_state == prior(self.RESOURCE_TYPE, choice=True)

    def test_removing_it_is_null_again(self):
        assert updated({}, choice=True, resource_type=self.RESOURCE_TYPE).planned_state["choice"] is None

    def test_what_can_never_be_empty_stays_when_it_is_removed(self):
        result = updated({}, label="first", written=["label"], resource_type=self.RESOURCE_TYPE)
        assert result.planned_state["label"] == "first"
