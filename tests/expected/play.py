"""One case on the real terraform: its steps in order in one project, and what became of each value it asserts."""

from __future__ import annotations

import json
from typing import NamedTuple

from acceptance.account import Account
from acceptance.project import Project
from expected.cases import ABSENT, EQUALS, Assertion, Case, Step
from expected.flat import MISSING, found, is_set, renamed, same
from expected.tables import Table
from expected.world import World
from expected.zeros import with_zeros
from lifecycle.schemas import Schemas


class Outcome(NamedTuple):
    """One asserted value: what is wrong with it, or "" because it holds; the reason when that was known."""

    assertion: Assertion
    wrong: str
    known: str

    @property
    def holds(self) -> bool:
        return not self.wrong


class Play:
    """Steps, each with the values that it asserts; after each apply nothing is left to do."""

    def __init__(self, case: Case, table: Table, project: Project, account: Account, schemas: Schemas) -> None:
        self.case = case
        self.table = table
        self.schemas = schemas
        self.project = project
        self.world = World(account, table.values(case))
        self.file: dict = {}

    def outcomes(self) -> list[Outcome]:
        """A step that asserts nothing must be possible nevertheless."""
        said = []
        for step in self.case.steps:
            said += [Outcome(one, wrong, self.table.reason(one)) for one, wrong in self._played(step)]
        return said

    def _played(self, step: Step) -> list[tuple]:
        try:
            return self._imported(step) if step.is_import else self._applied(step)
        except AssertionError as error:
            if not step.assertions():
                raise
            return [(one, str(error)) for one in step.assertions()]

    # --- apply -------------------------------------------------------------------------------------------------------

    def _applied(self, step: Step) -> list[tuple]:
        self.file = self.table.file(step)
        self.project.write_text(self.table.configuration(step))
        given = {name: self.world.value(value) for name, value in self.table.arguments(step).items()}
        (self.project.directory / "terraform.tfvars.json").write_text(json.dumps(given))
        self.project.apply()
        self.project.assert_settled()
        state = with_zeros(self._schema.attributes, self.project.stored()[self.subject]["attributes"])
        return [(one, self._wrong(one, found(state, one.attribute, self.names))) for one in step.assertions()]

    @property
    def _schema(self) -> object:
        mode, type_name, _ = ("managed." + self.subject).split(".")[-3:]
        return (self.schemas.data_sources if mode == "data" else self.schemas.resources)[type_name]

    def _wrong(self, one: Assertion, value: object) -> str:
        if value is MISSING:
            return "there is no such attribute"
        if one.kind == EQUALS:
            expected = self.world.value(one.expected)
            return "" if same(expected, value) else f"{value!r} instead of {expected!r}"
        if one.kind == ABSENT:
            return f"{value!r} instead of nothing" if is_set(value) else ""
        return "" if is_set(value) else f"{value!r} instead of some value"

    @property
    def subject(self) -> str:
        return self.file["subject"]

    @property
    def names(self) -> dict:
        return self.file.get("names", {})

    # --- import ------------------------------------------------------------------------------------------------------

    def _imported(self, step: Step) -> list[tuple]:
        """The subject forgotten and taken over again has the attributes it had, but for those the case ignores."""
        before = self.project.state()[self.subject]
        self.project.run("state", "rm", self.subject)
        self.project.run("import", "-input=false", "-no-color", self.subject, before["id"])
        after = self.project.state()[self.subject]
        ignored = {renamed(name, self.names).split(".")[0] for name in step.facts.get("import_ignore", [])}
        lost = [f"{name} was {before[name]!r}, is {after[name]!r}" for name in before
                if name not in ignored and before[name] != after[name]]
        return [(one, "; ".join(lost)) for one in step.assertions()]

