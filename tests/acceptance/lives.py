"""The life of a resource type on the real terraform, as one journey: made, changed, taken over, lost, gone."""

from __future__ import annotations

from acceptance.project import Project, is_unknown
from lifecycle import destroying
from lifecycle.alike import alike
from lifecycle.configurations import Configuration, Cycle
from lifecycle.facts import Attribute
from lifecycle.importing import no_generation
from lifecycle.life import Life
from lifecycle.updating import updatable


class Journey:
    """A life of the model, of which terraform itself does the commands; `twin` is another, empty directory."""

    def __init__(self, life: Life, project: Project, twin: Project) -> None:
        self.life = life
        self.entry = life.entry
        self.project = project
        self.twin = twin
        self.configuration = life.full()

    @property
    def state(self) -> dict:
        return self.project.state()[self.life.address]

    def made(self) -> None:
        """T2: applied, and nothing is left to do."""
        self.project.apply(self.configuration.blocks)
        self.project.assert_settled("-refresh=false")
        self.project.assert_settled()

    def changed(self) -> None:
        """T3: the first argument that has another value, in place, everything but what may change known."""
        one, blocks = another(self.life, self.configuration)
        if one is None:
            return
        before = self.state
        self.project.write(blocks)
        change = self.project.plan()[self.life.address]["change"]
        assert change["actions"] == ["update"], change["actions"]
        assert_known(self.life, one, before, change["after_unknown"])
        self.project.apply_saved()
        assert self.state["id"] == before["id"] or self.entry.renews
        self.project.assert_settled()
        self.configuration = Configuration(self.life.address, blocks)

    def imported(self) -> None:
        """T6: in a fresh directory it is what it was; a plan at most records what Twilio never returns (K18)."""
        before = self.state
        self.twin.know(self.project, but=self.life.address)
        self.twin.write(self.configuration.blocks)
        self.twin.run("import", "-input=false", "-no-color", self.life.address, before["id"])
        for name, value in self.twin.state()[self.life.address].items():
            assert_same(self.entry.attributes.get(name), name, before[name], value)
        changes = self.twin.plan()
        if changes:
            assert_only_recorded(self.life, changes)
            self.twin.apply_saved()
            self.twin.assert_settled()

    def generated(self) -> None:
        """T8: an import block without a configuration; the one that terraform writes plans one import and no change."""
        if no_generation(self.entry):
            return
        self.twin.know(self.project, but=self.life.address)
        self.twin.write({address: block for address, block in self.configuration.blocks.items()
                         if address != self.life.address})
        self.twin.write_json("import", {"import": [{"to": self.life.address, "id": self.state["id"]}]})
        changes = self.twin.plan("-generate-config-out=generated.tf")
        assert changes == {}, f"{changes}\n{self.twin.said}"
        assert "1 to import, 0 to add, 0 to change, 0 to destroy" in self.twin.said
        self.twin.apply_saved()
        self.twin.assert_settled()

    def destroyed(self) -> None:
        """T11."""
        state = self.state
        self.project.destroy()
        assert self.project.state() == {}
        if destroying.cannot_disappear(self.entry) is None:
            assert self.life.remote.fetch(self.entry, state) is None, "it still exists"

    def lost(self) -> None:
        """T9: made with what is needed alone, deleted behind Terraform's back, it is planned anew."""
        if destroying.cannot_disappear(self.entry):
            return
        self.project.apply(self.life.minimal().blocks)
        self._deleted_by_an_outsider()
        assert self.project.plan()[self.life.address]["change"]["actions"] == ["create"]
        self.project.apply_saved()
        self.project.assert_settled()

    def gone(self) -> None:
        """T12: what is gone already is destroyed without a word, though the plan did not know."""
        if destroying.cannot_disappear(self.entry):
            return
        self._deleted_by_an_outsider()
        self.project.destroy("-refresh=false")
        assert self.project.state() == {}

    def _deleted_by_an_outsider(self) -> None:
        status = self.life.remote.delete(self.entry, self.state)
        assert status < 300, f"the outsider's delete was refused: {status}"


def another(life: Life, configuration: Configuration) -> tuple[Attribute | None, dict]:
    """The first argument that has another value, and the configuration with it; None where none has."""
    generator = life.generator
    generator.configuration = configuration
    for one in updatable(life.entry):
        try:
            value = generator.value(one, 1)
        except Cycle:
            continue
        if configuration.arguments.get(one.name) not in (None, value):
            return one, configuration.with_arguments(**{one.name: value})
    return None, {}


def assert_known(life: Life, changed: Attribute, before: dict, unknown: dict) -> None:
    """G3, G4: known only after apply is what changes by itself, with the changed argument, or what was null so far."""
    for name in (name for name, mark in unknown.items() if is_unknown(mark)):
        one = life.entry.attributes.get(name)
        allowed = life.entry.renews or name == changed.name or before[name] is None or (one and (
            one.volatile or changed.name in (one.derived_from or ()) or name in (changed.excludes or ())))
        assert allowed, f"{name} became unknown because {changed.name} changes"


def assert_same(one: Attribute | None, name: str, before: object, imported: object) -> None:
    """T6: an imported value is the stored one but for volatile values, our own settings, and what is never returned."""
    if one is not None and (one.volatile or one.local):
        return
    if one is not None and not one.is_returned:
        assert imported is None, f"{name} is never returned, yet {imported!r} was imported"
        return
    assert before == imported or (one and alike(one, before, imported)), f"{name}: {before!r} became {imported!r}"


def assert_only_recorded(life: Life, changes: dict) -> None:
    """K18: an update of nothing but what is never returned."""
    hidden = {one.name for one in life.entry.arguments if not one.is_returned}
    for address, one in changes.items():
        before, after = one["change"]["before"], one["change"]["after"]
        assert one["change"]["actions"] == ["update"], one["change"]
        changed = {name for name in after if after[name] != before.get(name)}
        assert changed <= hidden, f"{address}: {changed}"
