"""T24: the real terraform loads what every older release has left in a state file, value by value."""

import json

import pytest

from lifecycle.test_stored_states import STATES

pytestmark = pytest.mark.terraform

PROVIDER = 'provider["registry.terraform.io/hashicorp/twilio"]'


def resources(stored):
    """The resources of a state file, each under a name of its own."""
    return [{"mode": "managed", "type": one["type"], "name": f"number_{number}", "provider": PROVIDER,
             "instances": [{name: one[name] for name in ("schema_version", "attributes", "private")}]}
            for number, one in enumerate(stored)]


@pytest.mark.parametrize("path", sorted(STATES.glob("*.json")), ids=lambda path: path.stem)
def test_a_state_of_an_older_release_loads(quick, path):
    stored = json.loads(path.read_text(encoding="utf-8"))
    quick.state_file.write_text(json.dumps({
        "version": 4, "terraform_version": "1.0.0", "serial": 1, "lineage": "of-an-older-release", "outputs": {},
        "resources": resources(stored)}))
    changes = quick.plan("-refresh=false", "-destroy")
    assert {address: one["change"]["actions"] for address, one in changes.items()} == {
        f"{one['type']}.number_{number}": ["delete"] for number, one in enumerate(stored)}
    for number, one in enumerate(stored):
        before = changes[f"{one['type']}.number_{number}"]["change"]["before"]
        assert {name: before.get(name) for name in one["attributes"]} == one["attributes"]
