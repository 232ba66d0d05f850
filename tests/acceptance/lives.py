"""The life of a resource type on the real terraform, as one journey: made, changed, taken over, gone."""

from __future__ import annotations

import json

from acceptance.project import Project
from lifecycle.configurations import Cycle
from lifecycle.facts import Attribute
from lifecycle.importing import no_generation
from lifecycle.importing import reason as no_import
from lifecycle.life import Life
from lifecycle.updating import updatable


class Journey:
    """A life of the model, of which terraform itself does the commands."""

    def __init__(self, life: Life, project: Project) -> None:
        self.life = life
        self.entry = life.entry
        self.project = project
        self.configuration = life.full()

    @property
    def state(self) -> dict:
        return self.project.state()[self.life.address]

    def made(self) -> None:
        """T2: applied, and nothing is left to do."""
        self.project.apply(self.configuration.blocks)
        self.project.assert_settled()

    def changed(self) -> None:
        """T3: the first argument that has another value, in place; then back."""
        one, blocks = self._another()
        if one is None:
            return
        id_ = self.state["id"]
        self.project.write(blocks)
        change = self.project.plan()[self.life.address]
        assert change["change"]["actions"] == ["update"], change["change"]["actions"]
        self.project.run("apply", "-input=false", "-no-color", "saved.plan")
        assert self.state["id"] == id_ or self.entry.renews
        self.project.assert_settled()
        self.project.apply(self.configuration.blocks)

    def imported(self) -> None:
        """T6: forgotten and imported, it is what it was; a plan at most records what Twilio never returns (K18)."""
        if no_import(self.entry):
            return
        id_ = self.state["id"]
        self.project.run("state", "rm", self.life.address)
        self.project.run("import", "-input=false", "-no-color", self.life.address, id_)
        self._assert_only_recorded(self.project.plan())
        self.project.apply()
        self.project.assert_settled()

    def generated(self) -> None:
        """T8: an import block without a configuration; the one that terraform writes plans one import and no change."""
        if no_import(self.entry) or no_generation(self.entry):
            return
        id_, others = self.state["id"], dict(self.configuration.blocks)
        self.project.run("state", "rm", self.life.address)
        del others[self.life.address]
        self.project.write(others)
        block = {"import": [{"to": self.life.address, "id": id_}]}
        (self.project.directory / "import.tf.json").write_text(json.dumps(block))
        self._assert_only_imported(self.project.plan("-generate-config-out=generated.tf"))
        self.project.run("apply", "-input=false", "-no-color", "saved.plan")
        for name in ("import.tf.json", "generated.tf"):
            (self.project.directory / name).unlink()
        self.project.apply(self.configuration.blocks)

    def destroyed(self) -> None:
        """T11."""
        state = self.state
        self.project.destroy()
        assert self.project.state() == {}
        if "delete" in self.entry.verbs and "fetch" in self.entry.verbs:
            assert self.life.remote.fetch(self.entry, state) is None

    def _another(self) -> tuple[Attribute | None, dict]:
        generator = self.life.generator
        generator.configuration = self.configuration
        for one in updatable(self.entry):
            try:
                value = generator.value(one, 1)
            except Cycle:
                continue
            if self.configuration.arguments.get(one.name) not in (None, value):
                return one, self.configuration.with_arguments(**{one.name: value})
        return None, {}

    def _assert_only_recorded(self, changes: dict) -> None:
        hidden = {one.name for one in self.entry.arguments if not one.is_returned}
        for address, one in changes.items():
            before, after = one["change"]["before"], one["change"]["after"]
            assert one["change"]["actions"] == ["update"], one["change"]
            changed = {name for name in after if after[name] != before.get(name)}
            assert changed <= hidden, f"{address}: {changed}"

    def _assert_only_imported(self, changes: dict) -> None:
        assert set(changes) <= {self.life.address}, changes
        told = self.project.said
        for one in changes.values():
            assert one["change"]["actions"] == ["no-op"], f"{one['change']}\n{told}"


