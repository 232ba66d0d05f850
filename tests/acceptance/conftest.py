"""What all projects of a session share: one emulator, one installed provider, one waiting provider."""

import itertools

import pytest

from acceptance.account import Account
from acceptance.installed import install
from acceptance.project import Project
from acceptance.reattached import Waiting
from lifecycle.life import Stage
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.engine import build

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def stage():
    with Emulator(seed="acceptance") as emulator:
        yield Stage(emulator)


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """An environment in which terraform finds this build in a mirror, and starts it itself."""
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def reattached():
    """An environment in which every terraform dials the waiting provider."""
    build.write_tables()
    with Waiting() as waiting:
        yield {"TF_REATTACH_PROVIDERS": waiting.variable}


@pytest.fixture
def account(stage):
    """An account that no other test knows."""
    stage.emulator.exchange.faults.clear()
    number = next(NUMBERS)
    yield Account(stage.emulator, f"ACacce97{number:026x}", f"token{number:027x}")
    stage.emulator.exchange.faults.clear()


@pytest.fixture
def project(tmp_path, installed, account):
    """A project of that account, in which terraform starts the installed provider."""
    return Project(tmp_path / "project", installed, account.settings)


@pytest.fixture
def quick(tmp_path, reattached, account):
    """A project of that account, in which terraform dials the waiting provider."""
    return Project(tmp_path / "quick", reattached, account.settings)
