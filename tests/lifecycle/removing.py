"""T4, K21: what taking an argument out of the configuration does."""

from __future__ import annotations

from collections.abc import Iterator

from lifecycle.alike import alike, is_empty
from lifecycle.configurations import is_needed, left_out
from lifecycle.facts import CLEARED, EMPTIED, FORGOTTEN, LEFT, RESET, Attribute, Entry
from lifecycle.life import Life, described
from lifecycle.remote import property_of
from terraform_twilio.terraform.values import UNKNOWN


def reason(entry: Entry) -> str | None:
    return None if any(_optional(entry)) else "it has no optional argument"


def steps(life: Life) -> Iterator:
    for one in _optional(life.entry):
        yield one.name, lambda life, one=one: _removed(life, one)


def _optional(entry: Entry) -> list:
    return [one for one in entry.arguments
            if not is_needed(entry, one) and not left_out(entry, one) and (one.create or one.update)]


def _removed(life: Life, one: Attribute) -> None:
    configuration = life.full()
    if one.name not in configuration.arguments:
        return
    life.begin_from(configuration.blocks)
    plan = life.core.plan(configuration.without(one.name))
    change = plan.changes[configuration.subject]
    assert change.action in ("update", "no-op"), described(plan)
    MANNERS[life.entry.removal(one)](life, one, change, configuration.without(one.name))
    if one.is_create_only:
        life.begin_anew()  # configuring it again would replace what was made with it
    else:
        life.apply(configuration.blocks)


def _cleared(life: Life, one: Attribute, change: object, blocks: dict) -> None:
    """K3."""
    assert change.planned[one.name] is None
    life.apply(blocks)
    there = property_of(life.fetched(), one)
    assert is_empty(there), f"K3: {one.name} is still {there!r} at Twilio"


def _reset(life: Life, one: Attribute, change: object, blocks: dict) -> None:
    """K11, or K10 where the value was the default all the time."""
    assert alike(one, change.planned[one.name], one.default), f"K11: planned {change.planned[one.name]!r}"
    life.apply(blocks)
    there = property_of(life.fetched(), one)
    assert alike(one, one.default, there), f"K11: {one.name} is {there!r} at Twilio, not {one.default!r}"


def _emptied(life: Life, one: Attribute, change: object, blocks: dict) -> None:
    """K12: the empty text is sent, and the state says what Twilio made of it."""
    assert change.planned[one.name] is UNKNOWN, f"K12: planned {change.planned[one.name]!r}"
    sent = life.requests(lambda: life.apply(blocks))
    assert any(_sends_empty(line["body"], one.update) for line in sent), f"K12: no empty {one.update} was sent"


def _left(life: Life, one: Attribute, change: object, blocks: dict) -> None:
    """K4, K9, K13: the value stays, and nothing is sent."""
    assert change.planned[one.name] == change.prior[one.name], f"K13: planned {change.planned[one.name]!r}"
    writes = [line for line in life.requests(lambda: life.apply(blocks)) if line["method"] != "GET"]
    assert not writes, f"K13: {[line['body'] for line in writes]}"


def _forgotten(life: Life, one: Attribute, change: object, blocks: dict) -> None:
    """K5."""
    assert change.planned[one.name] is None
    life.apply(blocks)


def _sends_empty(body: str, parameter: str) -> bool:
    return any(pair == f"{parameter}=" for pair in body.split("&"))


MANNERS = {CLEARED: _cleared, RESET: _reset, EMPTIED: _emptied, LEFT: _left, FORGOTTEN: _forgotten}
