"""The emulator's clock, which a test may stop and move, and Twilio's two ways to write a date."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime

LAST = 253_402_300_799
"""The last second of the year 9999."""


class Clock:
    """Seconds since the epoch: the real ones, moved by `offset`, or the `frozen` ones."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self.source = source
        self.offset = 0.0
        self.frozen: float | None = None

    def now(self) -> float:
        return self.source() + self.offset if self.frozen is None else self.frozen

    def freeze(self, at: float | None = None) -> None:
        """Stops at a moment (now, when none is given)."""
        self.frozen = self.now() if at is None else at

    def advance(self, seconds: float) -> None:
        """Moves on; a frozen clock stays frozen."""
        if self.frozen is None:
            self.offset += seconds
        else:
            self.frozen += seconds

    def run(self) -> None:
        """Goes on from where it stands."""
        self.offset, self.frozen = self.now() - self.source(), None

    def reset(self) -> None:
        """Tells the source's time again."""
        self.offset, self.frozen = 0.0, None


def moment_of(seconds: float) -> datetime:
    """Whole seconds since the epoch as a date, within the years that a date can have."""
    return datetime.fromtimestamp(max(0, min(int(seconds), LAST)), UTC)


def iso8601(moment: float) -> str:
    """`2015-07-30T20:12:31Z`: seconds, no fraction (A3)."""
    return moment_of(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def rfc2822(moment: float) -> str:
    """`Mon, 22 Aug 2011 20:59:45 +0000` (A3)."""
    return format_datetime(moment_of(moment))


def seconds_told(value: object) -> float:
    """A number of seconds that a date can be away."""
    if type(value) not in (int, float) or not abs(value) <= LAST:
        raise ValueError(f"{value!r} is not a number of seconds")
    return float(value)


def moment_told(value: object) -> float:
    """A moment as seconds since the epoch, or as a date of ISO 8601; in UTC, where it does not say."""
    if not isinstance(value, str):
        return seconds_told(value)
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is neither seconds since 1970 nor a date as 2030-01-31T12:00:00Z") from None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
