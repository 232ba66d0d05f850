"""Where cases are played: one emulator, one waiting provider, an account and a project for each case, each once."""

from __future__ import annotations

import itertools
from pathlib import Path

from acceptance.account import Account
from acceptance.project import Project
from expected.cases import Case, read_cases
from expected.play import Outcome, Play
from expected.tables import read_tables
from lifecycle.schemas import Schemas
from terraform_twilio.emulator.server import Emulator


class Theatre:
    """Remembers the outcomes, so that the report plays only what no test has played."""

    def __init__(self, emulator: Emulator, environ: dict, directory: Path) -> None:
        self.emulator = emulator
        self.environ = environ
        self.directory = directory
        self.schemas = Schemas()
        self.tables = read_tables(read_cases())
        self.cases = [case for case in read_cases() if case.service in self.tables]
        self._numbers = itertools.count(1)
        self._outcomes: dict[str, list[Outcome]] = {}

    def outcomes(self, case: Case) -> list[Outcome]:
        if case.test not in self._outcomes:
            self._outcomes[case.test] = self._played(case)
        return self._outcomes[case.test]

    def left_out(self, case: Case) -> str:
        return self.tables[case.service].left_out(case)

    def _played(self, case: Case) -> list[Outcome]:
        if reason := self.left_out(case):
            return [Outcome(one, reason, reason) for one in case.assertions()]
        number = next(self._numbers)
        account = Account(self.emulator, f"AC5ec0{number:028x}", f"token{number:027x}")
        project = Project(self.directory / case.test, self.environ, account.settings)
        return Play(case, self.tables[case.service], project, account, self.schemas).outcomes()
