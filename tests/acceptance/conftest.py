"""What all projects of a session share: one emulator, one installed provider, one waiting provider."""

import contextlib
import itertools
import os

import pytest

from acceptance.account import Account
from acceptance.grouped import LOGS
from acceptance.installed import install
from acceptance.playing import Repertoire
from acceptance.project import Project
from acceptance.reattached import LOUD, STARTS, Waiting
from acceptance.remembered import Remembered
from lifecycle.life import Stage
from lifecycle.tables import note
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.engine import build

NUMBERS = itertools.count(1)
LANES = 3  # Two cores are busy with three: one of them waits for what Twilio is slow to do.
QUICK = {"GOGC": "400"}  # A fifth of terraform's time is spent on collecting garbage that its end collects anyhow.

pytest_runtest_logreport = note


@pytest.fixture(scope="session")
def stage():
    with Emulator(seed="acceptance") as emulator:
        yield Stage(emulator)


@pytest.fixture(scope="session")
def still_stage():
    """One whose time stands still, so that what follows from the time is the same whenever it is asked."""
    with Emulator(seed="readings") as emulator:
        emulator.world.clock.freeze()
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


@pytest.fixture(scope="session")
def lanes(tmp_path_factory):
    """Environments that dial processes of their own, so that one does not wait for another."""
    build.write_tables()
    with contextlib.ExitStack() as stack:
        yield [lane(stack, tmp_path_factory.mktemp("lane")) for _ in range(LANES)]


def lane(stack, directory):
    """By name the environment in which a provider is dialled; of the loud one and its terraform everything is logged."""
    environs = {}
    for name, start in STARTS.items():
        more, log = (LOUD, directory / "provider.log") if name == "loud" else ({}, None)
        waiting = stack.enter_context(Waiting(more, start, log))
        environs[name] = {**os.environ, **QUICK, **more, "TF_REATTACH_PROVIDERS": waiting.variable}
    environs["loud"] |= {"TF_LOG_PATH": str(directory / "terraform.log"), LOGS: str(directory)}
    return environs


@pytest.fixture(scope="session")
def new_repertoire(lanes, tmp_path_factory):
    """Makes a repertoire of names, given how a name's parts are made; it is being played already."""
    with Remembered() as states, contextlib.ExitStack() as ends:
        def begin(stage, names, parts):
            one = Repertoire(stage, tmp_path_factory.mktemp("lockstep"), lanes, states, parts)
            ends.callback(one.end)
            one.begin(list(dict.fromkeys(names)))
            return one

        yield begin


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
