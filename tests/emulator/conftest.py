from __future__ import annotations

import pytest

from emulator.caller import Caller
from terraform_twilio.emulator.server import Emulator


@pytest.fixture
def emulator():
    with Emulator(seed="test") as running:
        yield running


@pytest.fixture
def caller(emulator):
    return Caller(emulator.url)
