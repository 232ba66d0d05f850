"""Waiting for Twilio: while it works on an object (fact `settle`), until a review has come as far as `wait_for` says
(fact `stages`), until nothing uses an object any longer. As long as `timeouts` say, and StopProvider ends every pause.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose, stages
from terraform_twilio.engine.timeouts import limit
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from terraform_twilio.catalogue.model import Entry
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

# The pauses between two looks, in seconds; the last one repeats. People review for longer than machines build.
SETTLING = (0.5, 1.0, 2.0, 3.0, 5.0)
REVIEWING = (1.0, 2.0, 5.0, 10.0, 30.0)
SECONDS_AT_MOST = 600.0


class Goal:
    """What is waited for: `property` tells the stage, `is_short(stage)` whether it goes on, `failed` stages end it."""

    __slots__ = ("failed", "is_short", "pauses", "property")

    def __init__(self, fact: dict, pauses: tuple, is_short: Callable[[object], bool]) -> None:
        self.property = fact["property"]
        self.failed = fact["failed"]
        self.pauses = pauses
        self.is_short = is_short


def until_done(session: Session, resource_type: ResourceType, operation: str, state: dict,
               told: dict) -> Diagnostic | None:
    """Wait as long as facts and configuration say; what ended it badly, if something did.

    `told` is what the answers have said so far, and every look adds to it."""
    goal = _goal(resource_type.entry, state)
    if goal is None:
        return None
    try:
        return _until(goal, session, resource_type, operation, state, told)
    except TwilioError as problem:
        return diagnose.failed("wait for", resource_type, problem, afterwards=diagnose.HALF_CREATED)


def _goal(entry: Entry, state: dict) -> Goal | None:
    wanted = stages.awaited(entry, state)
    if wanted is not None:
        return Goal(entry.stages, REVIEWING, lambda stage: not stages.reaches(entry, stage, wanted))
    if entry.settle:
        return Goal(entry.settle, SETTLING, lambda stage: stage in entry.settle["pending"])
    return None


def _until(goal: Goal, session: Session, resource_type: ResourceType, operation: str, state: dict,
           told: dict) -> Diagnostic | None:
    seconds = limit(resource_type.entry, operation, state, SECONDS_AT_MOST)
    looks = pauses(session, goal.pauses, seconds)
    while goal.is_short(stage := told.get(goal.property)) and stage not in goal.failed:
        if not next(looks, False):
            return diagnose.settles_slowly(resource_type, stage, seconds)
        told.update(session.fetch_new(resource_type, state) or {})
    return diagnose.settled_badly(resource_type, stage, told) if stage in goal.failed else None


def pauses(session: Session, schedule: tuple, seconds_at_most: float) -> Iterator[bool]:
    """Pauses, each as long as the schedule says, until they make up the time there is; raises Interrupted."""
    waited, looks = 0.0, 0
    while waited < seconds_at_most:
        seconds = schedule[min(looks, len(schedule) - 1)]
        session.pause(seconds)
        waited, looks = waited + seconds, looks + 1
        yield True
