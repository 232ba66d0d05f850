"""Resource types of every class live on the real terraform; `make test-all` lets every one of them."""

import pytest

from acceptance.lives import Journey
from acceptance.project import Project
from lifecycle.facts import read_entries
from lifecycle.life import Life
from lifecycle.sample import chosen

pytestmark = pytest.mark.terraform

ENTRIES = {one.type_name: one for one in read_entries().values() if one.resource}
# At least one of each class of operations, whatever the seed says.
ALWAYS = {
    "crud": "twilio_proxy_service",
    "immutable": "twilio_serverless_environment",
    "association": "twilio_messaging_phone_number",
    "create_read_update": "twilio_supersim_fleet",
    "create_read": "twilio_supersim_esim_profile",
    "list_read": "twilio_flex_insights_category",
    "singleton": "twilio_video_recording_settings",
    "keyed_config": "twilio_routes_phone_number",
    "upsert_delete": "twilio_sync_document_permission",
    "write_only": "twilio_accounts_secondary_auth_token",
    "action": "twilio_api_message",
}


def test_every_class_is_represented():
    assert {ENTRIES[name].facts["class"]: name for name in ALWAYS.values()} == ALWAYS
    assert {one.facts["class"] for one in ENTRIES.values()} == set(ALWAYS)


@pytest.mark.parametrize("type_name", [
    pytest.param(name, marks=[] if name in ALWAYS.values() or chosen("acceptance", name, parts=16) else [
        pytest.mark.long]) for name in sorted(ENTRIES)])
def test_lives(stage, environ, tmp_path, type_name):
    life = Life(stage, ENTRIES[type_name])
    journey = Journey(life, Project(tmp_path / "project", environ, life.account | {"endpoint": stage.emulator.url}))
    journey.made()
    journey.changed()
    journey.imported()
    journey.generated()
    journey.destroyed()
