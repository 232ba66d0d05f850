"""State that an older release wrote still loads: one file per release in `states/`, kept for ever (U1–U3, K6)."""

import base64
import json
from pathlib import Path

import pytest

from terraform_twilio.engine.private import from_bytes
from terraform_twilio.provider import new_provider
from terraform_twilio.terraform.provider import UpgradeResourceStateRequest

STATES = Path(__file__).parent / "states"
STORED = [pytest.param(stored, id=f"{path.stem}-{stored['type']}")
          for path in sorted(STATES.glob("*.json")) for stored in json.loads(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("stored", STORED)
def test_a_stored_state_keeps_every_value_that_still_has_an_attribute(stored):
    provider = new_provider({})
    answer = provider.upgrade_resource_state(UpgradeResourceStateRequest(
        type_name=stored["type"], version=stored["schema_version"], raw_state=stored["attributes"]))
    attributes = provider.type_of_resource(stored["type"])[1]
    assert answer.diagnostics == []
    assert answer.upgraded_state.keys() == attributes.keys()
    kept = {name: value for name, value in stored["attributes"].items() if name in attributes}
    assert {name: answer.upgraded_state[name] for name in kept} == kept


@pytest.mark.parametrize("stored", STORED)
def test_a_stored_private_record_is_still_ours(stored):
    record = from_bytes(base64.b64decode(stored["private"]))
    assert record.written
    assert record.imported is False


def test_a_resource_type_may_gain_attributes_and_lose_none_of_a_release():
    """An attribute that a release had and today's schema has not would be dropped from everyone's state (SemVer)."""
    provider = new_provider({})
    lost = {(stored.values[0]["type"], name) for stored in STORED
            for name in stored.values[0]["attributes"].keys() - provider.type_of_resource(stored.values[0]["type"])[1].keys()}
    assert lost == set()
