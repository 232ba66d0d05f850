"""`<service>.toml`: which configuration a function of the other provider's tests makes, and what does not hold.

    [values]                            # what a Go variable holds, where its name alone will not do
    isReserved = true
    [tests.TestAccThing_update.values]  # … in one test

    [files.service]                     # configurations/<service>/service.tf
    subject = "twilio_proxy_service.subject"
    names = { "status_callback_url" = "status_callback" }   # theirs = ours, the longest beginning of a path

    [files.service_read]                # another subject of the same configuration
    configuration = "service"
    subject = "data.twilio_proxy_service.subject"
    constants = { read = true }         # variables that are set for it

    [functions.testAccThing_basic]
    file = "service"
    arguments = ["unique_name", "", "filters"]   # the variable of each positional argument, "" none
    constants = { method = "GET" }               # variables that the function sets by itself

    [[misses]]                          # strict: what holds after all fails, and so does what matches nothing
    tests = ["TestAccThing_*"]
    steps = [1, 2]                      # all when not given
    attributes = ["id"]                 # patterns; "import" is an import
    reason = "A sentence."

    [[no_counterpart]]                  # not played, and none of their values holds: what they are about is not Twilio's
    tests = ["TestAccOther_*"]
    reason = "A sentence."
"""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from expected.cases import Assertion, Case, Step

FOLDER = Path(__file__).parent
KEYS = {"values", "tests", "files", "functions", "misses", "no_counterpart"}


class Miss(NamedTuple):
    """Values known not to hold, with the reason."""

    tests: list
    attributes: list
    reason: str
    steps: list = []  # noqa: RUF012 NamedTuple makes no shared default of it.

    def means(self, one: Assertion) -> bool:
        return (any(fnmatchcase(one.test, pattern) for pattern in self.tests)
                and (not self.steps or one.step in self.steps)
                and any(fnmatchcase(one.attribute, pattern) for pattern in self.attributes))


class Table:
    """One service's facts."""

    def __init__(self, service: str) -> None:
        self.service = service
        facts = tomllib.loads((FOLDER / f"{service}.toml").read_text(encoding="utf-8"))
        assert facts.keys() <= KEYS, facts.keys() - KEYS
        self.files = facts.get("files", {})
        self.functions = facts.get("functions", {})
        self.misses = [Miss(**one) for one in facts.get("misses", [])]
        self.no_counterpart = facts.get("no_counterpart", [])
        self._values = facts.get("values", {})
        self._tests = facts.get("tests", {})

    def values(self, case: Case) -> dict:
        """What Go variables hold in a test."""
        return self._values | self._tests.get(case.test, {}).get("values", {})

    def left_out(self, case: Case) -> str:
        """Why a test is about nothing of Twilio's; "" when it is played."""
        return next((one["reason"] for one in self.no_counterpart for pattern in one["tests"]
                     if fnmatchcase(case.test, pattern)), "")

    def file(self, step: Step) -> dict:
        return self.files[self.functions[step.facts["config_fn"]]["file"]]

    def configuration(self, step: Step) -> str:
        """The HCL text."""
        name = self.stem(self.functions[step.facts["config_fn"]]["file"])
        return (FOLDER / "configurations" / self.service / f"{name}.tf").read_text(encoding="utf-8")

    def stem(self, file: str) -> str:
        """The name of the configuration that a file is about."""
        return self.files[file].get("configuration", file)

    def arguments(self, step: Step) -> dict:
        """The variables that are set, by name: the constants of the file, of the function, then what was passed."""
        function = self.functions[step.facts["config_fn"]]
        passed = zip(function.get("arguments", []), step.facts["args"], strict=False)
        constants = self.file(step).get("constants", {}) | function.get("constants", {})
        return constants | {name: given for name, given in passed if name}

    def reason(self, one: Assertion) -> str:
        """Why a value is known not to hold; "" when it is to hold."""
        return next((miss.reason for miss in self.misses if miss.means(one)), "")


def read_tables(cases: list[Case]) -> dict[str, Table]:
    """The tables of the services that have one."""
    services = sorted({case.service for case in cases})
    return {service: Table(service) for service in services if (FOLDER / f"{service}.toml").exists()}
