"""The event that ends every wait."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from terraform_twilio.engine.stop import Stop


@pytest.fixture
def hasty():
    """Threads change places all the time."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_a_wait_ends_by_itself_or_by_stop():
    stop = Stop()
    assert not stop.wait(0)
    stop.set()
    assert stop.wait(600)
    assert stop.wait(600)


def test_stop_may_be_said_again_while_others_look(hasty):
    stop = Stop()
    stop.set()

    def look():
        return all(stop.wait(0) or stop.wait(1) for _ in range(100_000))

    with ThreadPoolExecutor(4) as threads:
        looks = [threads.submit(look) for _ in range(4)]
        while not all(look.done() for look in looks):
            stop.set()
        assert all(look.result() for look in looks)
