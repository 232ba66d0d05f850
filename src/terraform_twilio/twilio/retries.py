"""Whether to try again, and after how long: a function of what went wrong.

1. A create is never sent twice unless it is certain that Twilio did not act on the first one.
2. 429 and a 503 that names a time were refused before anything happened: any call is repeated.
3. What was not sent is sent again.
4. Everything else that may pass (500, 502, 503, 504, 408, a lost answer) is repeated only for repeatable calls.
5. All waits of one call together stay under MAX_TOTAL; a longer Retry-After ends it at once.
"""

from __future__ import annotations

from terraform_twilio.twilio.errors import ResponseError, TransportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.twilio.errors import TwilioError

MAX_TOTAL = 120.0
_FIRST = 0.5
_LONGEST = 20.0
# How often a call is tried in all, by what went wrong; `any` says whether a create may be repeated too.
_ATTEMPTS = {"refused": 12, "unsent": 5, "failed": 5, "lost": 3}
_ANY = frozenset(("refused", "unsent"))
_FAILED = frozenset((408, 500, 502, 503, 504))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def pause(error: TwilioError, *, repeatable: bool, attempt: int, waited: float, now: float,
          draw: Callable[[], float]) -> float | None:
    """Seconds to wait before trying again after the failed `attempt` (counted from 1), or None: give up.

    `draw` gives a number in [0, 1): full jitter, so that ten calls refused together do not come back together."""
    kind = _kind(error)
    if kind is None or attempt >= _ATTEMPTS[kind] or not (repeatable or kind in _ANY):
        return None
    seconds = draw() * min(_LONGEST, _FIRST * 2 ** (attempt - 1))
    asked = seconds_of(getattr(error, "retry_after", None), now)
    seconds = seconds if asked is None else max(seconds, asked)
    return seconds if waited + seconds <= MAX_TOTAL else None


def _kind(error: TwilioError) -> str | None:
    if isinstance(error, TransportError):
        return None if error.lasting else "lost" if error.sent else "unsent"
    if not isinstance(error, ResponseError):
        return None
    if error.status == 429 or (error.status == 503 and error.retry_after):
        return "refused"
    return "failed" if error.status in _FAILED else None


def seconds_of(retry_after: str | None, now: float) -> float | None:
    """What a Retry-After header asks for: seconds, or the time until an HTTP date (`now`: seconds since 1970)."""
    text = (retry_after or "").strip()
    if text.replace(".", "", 1).isdecimal() and text.isascii():
        return float(text)
    moment = _seconds_since_1970(text)
    return None if moment is None else max(0.0, moment - now)


def _seconds_since_1970(date: str) -> int | None:
    """`Wed, 21 Oct 2015 07:28:00 GMT`, the only form of HTTP date still written (time.strptime would load re)."""
    try:
        _, day, month, year, clock, zone = date.split()
        hour, minute, second = (int(part) for part in clock.split(":"))
        days = _days_since_1970(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
    return ((days * 24 + hour) * 60 + minute) * 60 + second if zone in ("GMT", "UTC", "+0000") else None


def _days_since_1970(year: int, month: int, day: int) -> int:
    """Gregorian calendar, counted from March so that the leap day comes last."""
    year -= month <= 2
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return year * 365 + year // 4 - year // 100 + year // 400 + day_of_year - 719468
