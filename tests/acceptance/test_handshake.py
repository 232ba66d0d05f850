"""One resource type of each class, all in one project, through the installed package and the real handshake."""

import pytest

from acceptance.cast import ALWAYS, ENTRIES
from acceptance.lives import another, assert_known, assert_same
from acceptance.project import Project
from lifecycle.destroying import cannot_disappear
from lifecycle.importing import no_generation
from lifecycle.life import Life

pytestmark = pytest.mark.terraform


class Company:
    """Lives in one account and one project."""

    def __init__(self, stage, directory, environ) -> None:
        self.lives = [Life(stage, ENTRIES[name]) for name in ALWAYS]
        first = self.lives[0]
        for life in self.lives:
            life.account, life.salt, life.remote = first.account, first.salt, first.remote
        settings = first.account | {"endpoint": stage.emulator.url}
        self.project, self.twin = (Project(directory / name, environ, settings) for name in ("project", "twin"))
        self.configurations = {life.address: life.full() for life in self.lives}
        self.blocks = {address: block for one in self.configurations.values() for address, block in one.blocks.items()}

    def generatable(self):
        return [life for life in self.lives if not no_generation(life.entry)]

    def changed(self):
        """The argument that changes by address, and all blocks with it."""
        arguments, blocks = {}, dict(self.blocks)
        for life in self.lives:
            one, changed = another(life, self.configurations[life.address])
            if one is not None:
                arguments[life.address] = one
                blocks |= {address: block for address, block in changed.items() if address not in blocks}
                blocks[life.address] = changed[life.address]
        return arguments, blocks


@pytest.fixture(scope="module")
def company(stage, installed, tmp_path_factory):
    company = Company(stage, tmp_path_factory.mktemp("company"), installed)
    company.project.init()
    company.twin.init()
    company.project.apply(company.blocks)
    return company


def test_an_apply_leaves_nothing_to_do(company):
    company.project.assert_settled("-refresh=false")
    company.project.assert_settled()


def test_updates_happen_in_place(company):
    arguments, company.blocks = company.changed()
    before = company.project.state()
    company.project.write(company.blocks)
    changes = {address: one for address, one in company.project.plan().items() if address in before}
    actions = {address: one["change"]["actions"] for address, one in changes.items()}
    assert actions == {address: ["update"] for address in arguments}
    for life in company.lives:
        if life.address in arguments:
            unknown = changes[life.address]["change"]["after_unknown"]
            assert_known(life, arguments[life.address], before[life.address], unknown)
    company.project.apply_saved()
    company.project.assert_settled()
    after = company.project.state()
    assert {life.address for life in company.lives if after[life.address]["id"] != before[life.address]["id"]} <= {
        life.address for life in company.lives if life.entry.renews}


def test_import_into_a_fresh_directory_finds_what_the_state_holds(company):
    before = company.project.state()
    company.twin.write(company.blocks)
    for life in company.lives[:3]:
        company.twin.run("import", "-input=false", "-no-color", life.address, before[life.address]["id"])
        for name, value in company.twin.state()[life.address].items():
            assert_same(life.entry.attributes.get(name), name, before[life.address][name], value)


def test_import_blocks_with_generated_configuration_plan_nothing_but_the_imports(company):
    before, chosen = company.project.state(), company.generatable()
    (company.twin.directory / "main.tf.json").unlink()
    company.twin.state_file.unlink()
    company.twin.write_json("import", {"import": [
        {"to": life.address, "id": before[life.address]["id"]} for life in chosen]})
    assert company.twin.plan("-generate-config-out=generated.tf") == {}
    assert f"{len(chosen)} to import, 0 to add, 0 to change, 0 to destroy" in company.twin.said
    company.twin.apply_saved()
    company.twin.assert_settled()


def test_what_was_deleted_outside_is_planned_anew(company):
    state = company.project.state()
    lost = next(life for life in company.lives if life.entry.type_name == "twilio_proxy_service")
    assert lost.remote.delete(lost.entry, state[lost.address]) == 204
    assert company.project.plan()[lost.address]["change"]["actions"] == ["create"]
    company.project.apply_saved()
    company.project.assert_settled()


def test_destroy_leaves_nothing_at_twilio(company):
    state = company.project.state()
    company.project.destroy()
    assert company.project.state() == {}
    left = [life.address for life in company.lives if not cannot_disappear(life.entry)
            and life.remote.fetch(life.entry, state[life.address])]
    assert left == []
