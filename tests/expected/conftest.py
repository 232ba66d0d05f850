"""One emulator and one waiting provider for all cases."""

import pytest

from acceptance.reattached import Waiting
from expected.theatre import Theatre
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.engine import build


@pytest.fixture(scope="session")
def theatre(tmp_path_factory):
    build.write_tables()
    with Emulator(seed="expected") as emulator, Waiting() as waiting:
        yield Theatre(emulator, {"TF_REATTACH_PROVIDERS": waiting.variable}, tmp_path_factory.mktemp("expected"))
