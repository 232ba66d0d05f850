"""Import blocks without configurations, many at once: what terraform writes down is valid and plans nothing else."""

import re

import pytest

from acceptance.cast import ENTRIES, KNOWN
from acceptance.project import Project
from lifecycle.facts import FOLDER
from lifecycle.importing import no_generation
from lifecycle.life import Life
from lifecycle.sample import chosen

pytestmark = pytest.mark.terraform

LEFT_OUT = FOLDER / "LEFT_OUT.md"
# What core leaves out of a generated configuration although it is required, beside what LEFT_OUT.md names.
NOT_WRITTEN = {
    "twilio_accounts_secondary_auth_token": "cannot be read",
    "twilio_api_call": "none of url, twiml and application_sid is returned",
    "twilio_events_sink": "sink_configuration is sensitive",
    "twilio_iam_oauth_app": "cannot be read",
    "twilio_numbers_porting_port_in": "losing_carrier_information is sensitive",
    "twilio_serverless_variable": "value is sensitive",
}
BATCH = 30
TYPES = sorted(name for name, entry in ENTRIES.items() if no_generation(entry) is None and name not in KNOWN)
BATCHES = [TYPES[number::-(-len(TYPES) // BATCH)] for number in range(-(-len(TYPES) // BATCH))]


class Belongings:
    """Objects of many types in one account, each with every argument, made by the model of terraform."""

    def __init__(self, stage, types) -> None:
        self.lives = [Life(stage, ENTRIES[name]) for name in types]
        self.account = self.lives[0].account
        for life in self.lives:
            life.account = self.account
            life.core = life.new_core()
            life.core.apply(life.full().blocks)

    def import_blocks(self):
        return {"import": [{"to": life.address, "id": life.state["id"]} for life in self.lives]}


@pytest.mark.parametrize("types", [
    pytest.param(types, id=str(number), marks=[] if number == 0 or chosen("generated", str(number)) else [
        pytest.mark.long]) for number, types in enumerate(BATCHES)])
def test_import_blocks_alone_bring_a_resource_type_under_terraform(stage, reattached, tmp_path, types):
    belongings = Belongings(stage, types)
    project = Project(tmp_path, reattached, belongings.account | {"endpoint": stage.emulator.url})
    project.write_json("import", belongings.import_blocks())
    assert project.plan("-generate-config-out=generated.tf") == {}
    assert f"{len(types)} to import, 0 to add, 0 to change, 0 to destroy" in project.said
    project.run("validate", "-no-color")
    project.apply_saved()
    project.assert_settled()
    assert project.state().keys() == {life.address for life in belongings.lives}


def test_what_is_in_no_batch_is_named_with_a_reason():
    section = LEFT_OUT.read_text().partition("## Required arguments that Twilio never returns")[2].partition("\n## ")[0]
    named = set(re.findall(r"^- `(\w+)`:", section, re.MULTILINE))
    assert sorted(ENTRIES.keys() - named - NOT_WRITTEN.keys() - KNOWN.keys()) == TYPES
