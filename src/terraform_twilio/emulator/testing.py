"""A pytest fixture for anybody's tests: `pytest_plugins = ["terraform_twilio.emulator.testing"]`.

Imported by pytest alone; the package itself needs nothing but the standard library.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from terraform_twilio.emulator.server import Emulator


@pytest.fixture
def twilio_emulator() -> Iterator[Emulator]:
    """An empty Twilio for one test; `twilio_emulator.url` is where it listens."""
    with Emulator(seed="pytest") as emulator:
        yield emulator
