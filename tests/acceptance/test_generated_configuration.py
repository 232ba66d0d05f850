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
BATCH = 30
TYPES = sorted(name for name, entry in ENTRIES.items() if no_generation(entry) is None and name not in KNOWN)
TOLD_ONCE = sorted(name for name, entry in ENTRIES.items() if any(one.required == "create" for one in entry.arguments))
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


@pytest.mark.parametrize("name", TOLD_ONCE)
def test_what_generated_configuration_leaves_out_is_asked_for_where_one_is_created(stage, reattached, tmp_path, name):
    """The schema does not: core writes null for what Twilio never tells back, and null has to be valid."""
    entry = ENTRIES[name]
    asked = {one.name for one in entry.arguments if one.required == "create"}
    life = Life(stage, entry)
    blocks = life.minimal().blocks
    arguments = blocks[life.address][1]
    blocks[life.address] = (entry.type_name, {name: arguments[name] for name in arguments.keys() - asked})
    project = Project(tmp_path, reattached, life.account | {"endpoint": stage.emulator.url})
    project.write(blocks)
    project.run("validate", "-no-color")
    told = project.refused("plan", "-input=false", "-no-color")
    assert set(re.findall(r"(\w+) must have a value, and is null here", told)) == asked


def test_what_is_in_no_batch_is_named_with_a_reason():
    section = LEFT_OUT.read_text().partition("## Resource types whose configuration Terraform cannot")[2].partition("\n## ")[0]
    named = set(re.findall(r"^- `(\w+)`: \S", section, re.MULTILINE))
    assert len(named) == 9
    assert sorted(ENTRIES.keys() - named - KNOWN.keys()) == TYPES
