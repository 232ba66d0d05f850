"""T13-T17, T22: what goes wrong, and what is left then."""

from __future__ import annotations

import re

from core import Failed
from lifecycle.configurations import left_out
from lifecycle.facts import PARAMETER, Entry
from lifecycle.life import Life
from lifecycle.updating import _changed, updatable

DEFECT = "internal error"
WRITING = {"method": "POST|PUT|PATCH"}
REFUSED = {"status": 400, "code": 20001, "message": "The moon is in the wrong phase"}


def cannot_fail(entry: Entry) -> str | None:
    """A create of its own, or an update that a full configuration causes."""
    if "create" in entry.verbs or any(one.update for one in entry.arguments):
        return None
    return "managing one calls nothing but a fetch"


def no_create(entry: Entry) -> str | None:
    return None if "create" in entry.verbs else "nothing creates one: managing it means taking over what exists"


def no_update(entry: Entry) -> str | None:
    if entry.added:
        return "what was submitted is left alone when it is further on than asked"
    return None if "update" in entry.verbs and any(one.update for one in updatable(entry)) else "no update to refuse"


def no_fetch(entry: Entry) -> str | None:
    return None if {"create", "fetch"} <= entry.verbs.keys() else "nothing is fetched after a create"


def refused_create(life: Life) -> None:
    """T13: nothing is stored, and the message has code, text and what was tried."""
    configuration = life.full()
    _others_first(life, configuration)
    life.fault(**WRITING, **REFUSED, count=1)
    text = _failure(life, configuration.blocks)
    assert "20001" in text, text
    assert "moon" in text, text
    if "create" in life.entry.verbs:
        assert life.address not in life.core.state
    life.apply(configuration.blocks)


def unheard_create(life: Life) -> None:
    """T14: the connection ends after the object was made: found again or said, and never made a second time unasked."""
    configuration = life.minimal()
    _others_first(life, configuration)
    life.fault(**_pattern(life.entry, "create"), drop="after", count=1)
    lines = life.requests(lambda: _heard_or_told(life, configuration))
    creates = [line for line in lines if re.search(_pattern(life.entry, "create")["path"], line["path"])
               and line["method"] == "POST"]
    assert len(creates) == 1, "a create whose answer was lost was repeated"


def not_in_two_steps(entry: Entry) -> str | None:
    late = [one for one in entry.arguments if one.update and not one.create and left_out(entry, one) is None]
    return None if late and "create" in entry.verbs and not entry.added else "one call makes it"


def half_done(life: Life) -> None:
    """A6: made, and the update that completes it is refused: kept, tainted, and the next apply makes another."""
    configuration = life.full()
    if not any(one.update and not one.create for one in map(life.entry.attributes.get, configuration.arguments)):
        return
    _others_first(life, configuration)
    life.fault(**_pattern(life.entry, "update"), **REFUSED, count=1)
    assert "moon" in _failure(life, configuration.blocks)
    assert life.core.state[life.address].is_tainted
    assert life.state["id"], "the id was lost"
    assert life.core.plan(configuration.blocks).actions[life.address] == "replace"


def refused_update(life: Life) -> None:
    """T15: the state is the prior one, and the next plan still wants the change."""
    configuration = life.full()
    one, changed = next(((one, blocks) for one in updatable(life.entry) if one.update
                         if (blocks := _changed(life, configuration, one))), (None, None))
    if one is None:
        return
    life.apply(changed | configuration.blocks)
    before = life.state
    life.fault(**WRITING, **REFUSED, count=1)
    assert "moon" in _failure(life, changed)
    assert life.state[one.name] == before[one.name]
    assert not life.core.state[life.address].is_tainted
    assert life.core.plan(changed).actions[life.address] == "update"
    life.apply(changed)


def busy(life: Life) -> None:
    """T16: 429 with Retry-After, on whatever makes the object and on what reads it; there 503, too."""
    configuration = life.minimal()
    _others_first(life, configuration)
    life.fault(**_pattern(life.entry, _making(life.entry)), status=429, retry_after=0, count=1)
    life.apply(configuration.blocks)
    if "fetch" in life.entry.verbs:
        life.fault(**_pattern(life.entry, "fetch"), status=429, retry_after=0, count=1)
    life.assert_settled(configuration.blocks)
    if "fetch" in life.entry.verbs:
        life.fault(**_pattern(life.entry, "fetch"), status=503, count=1)
    assert life.core.plan(configuration.blocks).is_empty


def early_fetch(life: Life) -> None:
    """T17: the first fetch after a create finds nothing yet (A12)."""
    configuration = life.full()
    _others_first(life, configuration)
    life.fault(**_pattern(life.entry, "fetch"), status=404, count=1)
    life.core.apply(configuration.blocks)
    life.forgive()
    life.assert_settled(configuration.blocks)


def secrets(life: Life) -> None:
    """T22: no value of a sensitive attribute in private state, in a message of a failure or in a warning."""
    configuration = life.full()
    life.apply(configuration.blocks)
    told = b" ".join(one.private for one in life.core.state.values()).decode()
    told += " ".join(f"{one.summary} {one.detail}" for one in life.core.calls.warnings)
    for secret in secrets_of(life):
        assert secret not in told


def secrets_of(life: Life) -> list:
    """The values that nobody may read; shorter ones could stand anywhere by chance."""
    hidden = [str(life.state[one.name]) for one in life.entry.attributes.values()
              if one.sensitive and isinstance(life.state.get(one.name), str) and len(life.state[one.name]) > 5]
    return [*hidden, life.account["auth_token"], life.account["client_secret"]]


def _others_first(life: Life, configuration: object) -> None:
    """What the subject needs is made before anything goes wrong."""
    life.core.apply({address: block for address, block in configuration.blocks.items() if address != life.address})


def _making(entry: Entry) -> str:
    return "create" if "create" in entry.verbs else "update" if "update" in entry.verbs else "fetch"


def _pattern(entry: Entry, verb: str) -> dict:
    """The requests of one operation, as a fault names them."""
    method, path, _ = entry.verbs[verb]
    pieces = "[^/]+".join(re.escape(piece) for piece in PARAMETER.split(path.partition("?")[0])[::2])
    return {"method": method, "host": re.escape(entry.host), "path": f"^{pieces}$"}


def _heard_or_told(life: Life, configuration: object) -> None:
    """A13: the object is found and kept, or the failure says that it may exist."""
    try:
        life.core.apply(configuration.blocks)
    except Failed as failure:
        assert "may have been created all the same" in str(failure), str(failure)
        assert DEFECT not in str(failure), str(failure)
        return
    life.assert_settled(configuration.blocks)


def _failure(life: Life, blocks: dict) -> str:
    """What the provider says of an apply that must fail."""
    try:
        life.core.apply(blocks)
    except Failed as failure:
        assert DEFECT not in str(failure), str(failure)
        return str(failure)
    raise AssertionError("nothing failed")
