"""An archived plugin keeps its name: whoever is refused because of it is told so, and nobody else."""

from __future__ import annotations

import pytest

from core import Failed
from lifecycle.serverless import Account

PLUGIN = "twilio_flex_plugin.ours"
PLUGINS = "/flex-api.twilio.com/v1/PluginService/Plugins"


def plugin(name="plugin-ours", **more):
    return {PLUGIN: ("twilio_flex_plugin", {"unique_name": name} | more)}


@pytest.fixture
def account(stage):
    return Account(stage)


def refusal(account, blocks):
    with pytest.raises(Failed) as refused:
        account.core.apply(blocks)
    (said,) = refused.value.errors
    return said


def test_what_a_destroy_has_archived_is_named_with_what_to_do_now(account):
    account.apply(plugin())
    sid = account.of(PLUGIN)["sid"]
    account.core.destroy()
    said = refusal(account, plugin())
    assert said.summary == "The name plugin-ours belongs to an archived plugin"
    assert said.path == ("unique_name",)
    assert sid in said.detail
    assert "Write another unique_name" in said.detail
    assert account.apply(plugin("plugin-ours-2"))[PLUGIN] == "create"


def test_a_name_that_a_living_plugin_has_is_not_called_archived(account):
    account.remote.send("POST", PLUGINS, b"UniqueName=plugin-ours")
    said = refusal(account, plugin())
    assert said.summary == "Unable to create twilio_flex_plugin"
    assert "archived" not in said.detail
    assert "already exists" in said.detail


def test_another_refusal_is_told_as_it_is(account):
    account.stage.emulator.exchange.faults.add(
        {"method": "POST", "path": "/Plugins$", "status": 403, "code": 20003, "message": "Flex is not set up"})
    said = refusal(account, plugin())
    account.stage.emulator.exchange.faults.clear()
    assert said.summary == "Unable to create twilio_flex_plugin"
    assert "Flex is not set up" in said.detail
