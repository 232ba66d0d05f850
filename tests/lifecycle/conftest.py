"""One emulator for all lives of a session; a session that has seen every case writes docs/coverage.md, and prints it."""

from pathlib import Path

import pytest

from lifecycle.coverage import page
from lifecycle.life import Stage
from lifecycle.tables import TABLES, note
from terraform_twilio.emulator.server import Emulator

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"

pytest_runtest_logreport = note


@pytest.fixture(scope="session")
def stage():
    with Emulator(seed="lives") as emulator:
        yield Stage(emulator)


def pytest_sessionfinish():
    if is_whole():
        PAGE.write_text(page(list(TABLES)), encoding="utf-8")


def pytest_terminal_summary(terminalreporter):
    if is_whole():
        for table in TABLES:
            terminalreporter.section(table.title)
            for line in table.printed():
                terminalreporter.write_line(line)


def is_whole():
    return all(table.is_whole for table in TABLES)
