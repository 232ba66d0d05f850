"""When a call is tried again, and never a create that may have happened."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.twilio import retries
from terraform_twilio.twilio.errors import CredentialsError, ResponseError, TransportError
from terraform_twilio.twilio.retries import pause, seconds_of


def refused(status, retry_after=None):
    return ResponseError(status=status, code=None, message="no", retry_after=retry_after)


def paused(error, *, repeatable=True, attempt=1, waited=0.0, draw=0.5):
    return pause(error, repeatable=repeatable, attempt=attempt, waited=waited, now=0.0, draw=lambda: draw)


UNSENT = TransportError("refused", sent=False)
LOST = TransportError("closed", sent=True)


@pytest.mark.parametrize(
    ("error", "any_call", "repeatable_call"),
    [
        pytest.param(refused(429), True, True, id="too many requests"),
        pytest.param(refused(503, "1"), True, True, id="unavailable until then"),
        pytest.param(UNSENT, True, True, id="nothing sent"),
        pytest.param(refused(503), False, True, id="unavailable"),
        pytest.param(refused(500), False, True, id="server error"),
        pytest.param(refused(502), False, True, id="bad gateway"),
        pytest.param(refused(504), False, True, id="gateway timeout"),
        pytest.param(refused(408), False, True, id="request timeout"),
        pytest.param(LOST, False, True, id="answer lost"),
        pytest.param(TransportError("untrusted", sent=False, lasting=True), False, False, id="lasting"),
        pytest.param(refused(400), False, False, id="bad request"),
        pytest.param(refused(401), False, False, id="unauthorised"),
        pytest.param(refused(404), False, False, id="not found"),
        pytest.param(refused(409), False, False, id="conflict"),
        pytest.param(refused(501), False, False, id="not implemented"),
        pytest.param(CredentialsError("none"), False, False, id="credentials"),
    ],
)
def test_a_create_is_repeated_only_when_nothing_can_have_happened(error, any_call, repeatable_call):
    assert (paused(error, repeatable=False) is not None) is any_call
    assert (paused(error, repeatable=True) is not None) is repeatable_call


def test_waits_double_and_are_drawn_between_nothing_and_all():
    assert [paused(refused(429), attempt=attempt, draw=1.0) for attempt in range(1, 9)] == [0.5, 1, 2, 4, 8, 16, 20, 20]
    assert paused(refused(429), attempt=5, draw=0.0) == 0


@pytest.mark.parametrize(("retry_after", "seconds"), [("7", 7.0), ("0", 0.25), ("2.5", 2.5), ("soon", 0.25)])
def test_retry_after_is_the_least_wait(retry_after, seconds):
    assert paused(refused(429, retry_after)) == seconds


def test_a_wait_beyond_the_budget_ends_it():
    assert paused(refused(429, "119")) == 119
    assert paused(refused(429, "121")) is None
    assert paused(refused(429, "30"), waited=100) is None


@given(st.floats(0, 1, exclude_max=True), st.sampled_from([refused(429), refused(500), UNSENT, LOST]))
def test_no_call_is_tried_for_ever(draw, error):
    attempt, waited = 1, 0.0
    while (seconds := paused(error, attempt=attempt, waited=waited, draw=draw)) is not None:
        attempt, waited = attempt + 1, waited + seconds
    assert attempt <= 12
    assert waited <= retries.MAX_TOTAL


@given(st.datetimes(datetime(1970, 1, 2), datetime(2105, 1, 1)), st.integers(0, 10**6))
def test_an_http_date_is_the_seconds_until_then(moment, ahead):
    now = moment.replace(microsecond=0, tzinfo=UTC)
    date = format_datetime(now + timedelta(seconds=ahead), usegmt=True)
    assert seconds_of(date, now.timestamp()) == ahead


@pytest.mark.parametrize("text", [None, "", "-1", "Wed, 21 Oct", "Wed, 21 Xxx 2015 07:28:00 GMT", "1e3", "٣",
                                  "Wed, 21 Oct 2015 07:28:00 PST"])
def test_a_retry_after_that_says_nothing_is_no_wait(text):
    assert seconds_of(text, 0.0) is None


def test_a_date_that_has_passed_is_no_wait():
    assert seconds_of("Wed, 21 Oct 2015 07:28:00 GMT", 2e9) == 0
