"""One emulator for all lives of a session; a session that has seen every case writes docs/coverage.md."""

from pathlib import Path

import pytest

from lifecycle.coverage import page
from lifecycle.life import Stage
from lifecycle.tables import tables
from terraform_twilio.emulator.server import Emulator

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"
TABLES = tables()


@pytest.fixture(scope="session")
def stage():
    with Emulator(seed="lives") as emulator:
        yield Stage(emulator)


def pytest_runtest_logreport(report):
    """Notes the outcome of every `test_life[name-case]` and `test_reading[name-case]`."""
    test, _, identity = report.nodeid.rpartition("::")[2].rstrip("]").partition("[")
    if test in TABLES and report.when == "call":
        TABLES[test].outcomes[tuple(identity.rsplit("-", 1))] = report.passed


def pytest_sessionfinish():
    if all(table.is_whole for table in TABLES.values()):
        PAGE.write_text(page(list(TABLES.values())), encoding="utf-8")
