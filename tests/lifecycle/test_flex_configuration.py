"""Flex's configuration is managed by the keys that are written: what Flex itself wrote survives."""

import json

import pytest

from lifecycle.behaving import life_of, said

ADDRESS, TYPE = "twilio_flex_configuration.flex", "twilio_flex_configuration"
PATH = "/flex-api.twilio.com/v1/Configuration"
WRITTEN_BY_FLEX = {"theme": {"dark": True, "accent": "red"}, "version": "2.x"}


@pytest.fixture
def life(stage):
    """An account whose Flex has written something already."""
    life = life_of(stage, "flex_v1/configuration")
    from_outside(life, ui_attributes=WRITTEN_BY_FLEX, ui_language="en")
    return life


def from_outside(life, **values):
    body = json.dumps({"account_sid": life.account["account_sid"], **values}).encode()
    assert life.remote.send("POST", PATH, body, "json")[0] == 200


def there(life):
    return life.remote.send("GET", PATH)[1]


def flex(**arguments):
    texts = {name: json.dumps(value) if isinstance(value, dict) else value for name, value in arguments.items()}
    return {ADDRESS: (TYPE, texts)}


class TestKeys:
    def test_creating_adopts_and_adds_the_written_keys(self, life):
        life.apply(flex(ui_attributes={"theme": {"accent": "blue"}, "mine": 1}))
        assert there(life)["ui_attributes"] == {"theme": {"dark": True, "accent": "blue"}, "version": "2.x", "mine": 1}
        assert there(life)["ui_language"] == "en"

    def test_a_key_that_is_written_no_longer_is_taken_out(self, life):
        life.apply(flex(ui_attributes={"theme": {"accent": "blue"}, "mine": 1}))
        life.apply(flex(ui_attributes={"theme": {}, "other": 2}))
        assert there(life)["ui_attributes"] == {"theme": {"dark": True}, "version": "2.x", "other": 2}

    def test_what_others_write_is_no_drift(self, life):
        life.apply(flex(ui_attributes={"mine": 1}))
        from_outside(life, ui_attributes={"mine": 1, "theirs": 2})
        assert life.core.plan(flex(ui_attributes={"mine": 1})).is_empty

    def test_a_written_key_that_others_change_is_drift_and_is_put_back(self, life):
        life.apply(flex(ui_attributes={"mine": 1}))
        from_outside(life, ui_attributes={"mine": 3, "theirs": 2})
        plan = life.core.plan(flex(ui_attributes={"mine": 1}))
        assert json.loads(plan.changes[ADDRESS].prior["ui_attributes"]) == {"mine": 3}
        life.core.apply_plan(plan)
        assert there(life)["ui_attributes"] == {"mine": 1, "theirs": 2}

    def test_after_an_import_a_part_of_it_may_be_configured(self, life):
        life.core.import_(ADDRESS, TYPE, life.account["account_sid"])
        assert life.core.plan(flex(ui_attributes={"version": "2.x"}, ui_language="en")).is_empty
        life.apply(flex(ui_attributes={"version": "3.x"}))
        assert there(life)["ui_attributes"] == {**WRITTEN_BY_FLEX, "version": "3.x"}

    def test_removing_the_whole_argument_leaves_it(self, life):
        life.apply(flex(ui_attributes={"mine": 1}, ui_language="de"))
        life.apply(flex(ui_language="de"))
        assert there(life)["ui_attributes"] == {**WRITTEN_BY_FLEX, "mine": 1}


class TestBody:
    def test_it_carries_the_account_and_only_what_changes(self, life, stage):
        life.apply(flex(ui_language="de", crm_enabled=True))
        life.apply(flex(ui_language="fr", crm_enabled=True))
        assert (there(life)["ui_language"], there(life)["account_sid"]) == ("fr", life.account["account_sid"])


def test_destroying_it_only_forgets_it(life):
    life.apply(flex(ui_language="de"))
    plan = life.core.plan_destroy()
    assert any("is not deleted at Twilio" in text for text in said(plan))
    life.core.apply_plan(plan)
    assert there(life)["ui_language"] == "de"
