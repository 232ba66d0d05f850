"""docs/emulator.md names every control, option and variable, and its seed can be loaded."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from emulator.caller import ACCOUNT, Caller
from terraform_twilio.emulator.command import parser
from terraform_twilio.emulator.control import CONTROLS
from terraform_twilio.emulator.environment import variables
from terraform_twilio.emulator.faults import FACTS

PAGE = (Path(__file__).parents[2] / "docs" / "emulator.md").read_text(encoding="utf-8")


ALL = [(name, method) for name, methods in CONTROLS.items() for method in methods]


@pytest.mark.parametrize(("name", "method"), ALL)
def test_every_control_is_named_with_its_methods(name, method):
    line = next(line for line in PAGE.splitlines() if re.match(rf"\| `(GET|POST) {name}`", line))
    assert f"`{method}" in line


def test_every_fact_of_a_fault_is_named():
    line = next(line for line in PAGE.splitlines() if line.startswith("| `POST faults`"))
    assert [fact for fact in FACTS if not re.search(rf"\b{fact}\b", line)] == []


def test_every_option_is_named():
    options = {option for action in parser()._actions for option in action.option_strings if option.startswith("--")}
    assert [option for option in options - {"--help"} if option not in PAGE] == []


def test_every_variable_is_named(emulator):
    names = {name.upper() for name in variables(emulator.url, emulator.tunnels.authority)}
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_the_seed_can_be_loaded(caller):
    block = re.search(r'^    (\{"accounts": .*?\}\]\})$', PAGE, re.MULTILINE | re.DOTALL)[1]
    assert caller.control("POST", "seed", json.loads(block)).status == 201
    account = Caller(caller.url, ACCOUNT, "token")
    assert len(account.get("proxy.twilio.com", "/v1/Services/support/Sessions")["sessions"]) == 1
