"""What several threads need and one of them gets."""

import threading

import pytest

from terraform_twilio.twilio.errors import TransportError
from terraform_twilio.twilio.sharing import Shared


class Key:
    """A key that knows which threads have asked for it."""

    def __init__(self):
        self.changed = threading.Condition()
        self.asking = set()

    def __hash__(self):
        with self.changed:
            self.asking.add(threading.get_ident())
            self.changed.notify_all()
        return 1

    def wait_for(self, number):
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.asking) == number, 5)


def in_threads(number, action):
    threads = [threading.Thread(target=action) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_who_waited_for_a_failure_is_told_of_it_and_does_not_fail_all_over_again():
    """Ten resources of one subaccount would else wait ten times as long as one, one after the other."""
    shared, key, made, told = Shared(), Key(), [], []

    def make():
        made.append(1)
        key.wait_for(10)
        raise TransportError("lost", sent=True)

    def call():
        try:
            shared.get(key, make)
        except TransportError as error:
            told.append(error)

    in_threads(10, call)
    assert len(made) == 1
    assert len(told) == 10


def failing():
    raise TransportError("lost", sent=True)


def test_who_asks_after_a_failure_tries_anew():
    shared = Shared()
    for _ in range(2):
        with pytest.raises(TransportError):
            shared.get("AC1", failing)
    assert shared.get("AC1", lambda: "login") == "login"
    assert shared.get("AC1", failing) == "login"


def test_a_value_that_is_not_usable_any_more_is_made_again():
    shared = Shared()
    assert shared.get("app", lambda: 1, lambda value: value > 1) == 1
    assert shared.get("app", lambda: 2, lambda value: value > 1) == 2
    assert shared.get("app", failing, lambda value: value > 1) == 2
