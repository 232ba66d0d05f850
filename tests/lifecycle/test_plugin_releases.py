"""What Flex loads is what was released last."""

from __future__ import annotations

import pytest

from core import Failed, Reference
from lifecycle.serverless import Account

RELEASE = "twilio_flex_plugin_release.active"
FLEX = "/flex-api.twilio.com/v1/PluginService"


def configuration(which="one", **more):
    """Two plugin configurations, one of them released."""
    blocks = {f"twilio_flex_plugin_configuration.{name}": ("twilio_flex_plugin_configuration", {"name": name})
              for name in ("one", "two")}
    released = {"configuration_id": Reference(f"twilio_flex_plugin_configuration.{which}", "sid")}
    return blocks | {RELEASE: ("twilio_flex_plugin_release", released | more)}


@pytest.fixture
def account(stage):
    return Account(stage)


def active(account):
    return account.remote.send("GET", f"{FLEX}/Releases")[1]["releases"][0]


def sid_of(account, name):
    return account.of(f"twilio_flex_plugin_configuration.{name}")["sid"]


def test_another_configuration_is_released_in_place(account):
    account.apply(configuration())
    before = account.of(RELEASE)["sid"]
    plan = account.core.plan(configuration("two"))
    assert plan.actions[RELEASE] == "update"
    assert {"id", "sid", "configuration_sid"} <= set(plan.changes[RELEASE].unknown)
    assert account.writes(lambda: account.core.apply(configuration("two"))) == ["POST Releases"]
    assert account.of(RELEASE)["sid"] == active(account)["sid"] != before
    assert account.core.plan(configuration("two")).is_empty


def test_somebody_elses_release_is_seen_and_mended(account):
    account.apply(configuration())
    account.remote.send("POST", f"{FLEX}/Releases", f"ConfigurationId={sid_of(account, 'two')}".encode())
    assert account.apply(configuration())[RELEASE] == "update"
    assert active(account)["configuration_sid"] == sid_of(account, "one")


def test_destroying_the_active_one_releases_nothing_and_says_so(account):
    account.apply(configuration())
    without = configuration()
    del without[RELEASE]
    plan = account.core.plan(without)
    assert "Flex loads no plugins" in plan.changes[RELEASE].warnings[0].detail
    assert account.writes(lambda: account.core.apply(without)) == ["POST Configurations", "POST Releases"]
    assert active(account)["configuration_sid"] not in (sid_of(account, "one"), sid_of(account, "two"))


def test_destroying_one_that_is_not_active_only_forgets(account):
    account.apply(configuration())
    plan = account.core.plan_destroy()
    account.remote.send("POST", f"{FLEX}/Releases", f"ConfigurationId={sid_of(account, 'two')}".encode())
    writes = account.writes(lambda: account.core.apply_plan(plan))
    assert "POST Releases" not in writes


def test_an_import_plans_nothing(account):
    account.apply(configuration())
    release = account.of(RELEASE)["id"]
    del account.core.state[RELEASE]
    account.core.import_(RELEASE, "twilio_flex_plugin_release", release)
    assert account.core.plan(configuration()).is_empty


def test_a_refused_release_keeps_the_old_one(account):
    account.apply(configuration())
    before = account.of(RELEASE)
    account.stage.emulator.exchange.faults.add({"path": "/Releases", "method": "POST", "status": 400, "count": 1})
    with pytest.raises(Failed):
        account.core.apply(configuration("two"))
    account.stage.emulator.exchange.faults.clear()
    assert account.of(RELEASE) == before
