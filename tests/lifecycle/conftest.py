"""One emulator for all lives of a session."""

import pytest
from lifecycle.life import Stage

from terraform_twilio.emulator.server import Emulator


@pytest.fixture(scope="session")
def stage():
    with Emulator(seed="lives") as emulator:
        yield Stage(emulator)
