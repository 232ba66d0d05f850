"""An argument that takes a SID or a unique name: after an import the configured name is found to be the answered SID's."""

import pytest

from lifecycle.behaving import life_of, requests

ADDRESS, PROFILE = "twilio_supersim_fleet.cars", "twilio_supersim_network_access_profile"
PROFILES = {f"{PROFILE}.{name}": (PROFILE, {"unique_name": name}) for name in ("home", "abroad")}


@pytest.fixture
def life(stage):
    """With a fleet whose profile is configured by its name, imported in a fresh directory."""
    life = life_of(stage, "supersim_v1/fleet")
    life.apply(PROFILES)
    life.apply({**PROFILES, **fleet("home")})
    fleet_id = life.core.attributes(ADDRESS)["id"]
    life.core = life.new_core()
    life.core.import_(ADDRESS, "twilio_supersim_fleet", fleet_id)
    return life


def fleet(profile):
    return {ADDRESS: ("twilio_supersim_fleet", {"network_access_profile": profile, "unique_name": "cars"})}


def test_the_name_of_the_imported_sid_changes_nothing(life):
    assert life.core.attributes(ADDRESS)["network_access_profile"].startswith("HA")
    assert life.core.plan(fleet("home")).actions == {ADDRESS: "no-op"}


def test_another_name_is_an_update(life):
    assert life.core.plan(fleet("abroad")).actions == {ADDRESS: "update"}
    life.apply(fleet("abroad"))
    assert life.core.plan(fleet("abroad")).actions == {ADDRESS: "no-op"}
    assert life.core.plan(fleet("home")).actions == {ADDRESS: "update"}


def test_the_relative_is_fetched_once(life):
    assert not [line for line in requests(life, life.core.refresh) if "NetworkAccessProfiles" in line]


def test_a_relative_that_cannot_be_fetched_is_asked_for_again(stage, life):
    fleet_id = life.core.attributes(ADDRESS)["id"]
    life.core = life.new_core()
    life.fault(method="GET", path="/v1/NetworkAccessProfiles", status=403, code=20403)
    life.core.import_(ADDRESS, "twilio_supersim_fleet", fleet_id)
    assert life.core.plan(fleet("home")).actions == {ADDRESS: "update"}
    stage.emulator.exchange.faults.clear()
    assert life.core.plan(fleet("home")).actions == {ADDRESS: "no-op"}
