"""T9, T11, T12: the end of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from core import Failed
from lifecycle.configurations import Configuration, kept_when_deleted
from lifecycle.facts import PARAMETER, Entry
from lifecycle.life import Life

NO_DELETE = "Twilio has no way to delete one"
CHOICES = {"reset_on_destroy": {True: 1, False: 0}, "release_on_destroy": {True: 1, False: 0}}


def cannot_disappear(entry: Entry) -> str | None:
    if "delete" not in entry.verbs and not entry.delete_by_update:
        return NO_DELETE
    if "delete" not in entry.verbs and not entry.gone:
        return "the update that stands for a delete leaves it readable"
    return None if "fetch" in entry.verbs or "list" in entry.verbs else "Twilio offers no way to read it"


def disappears(life: Life) -> None:
    """T9: planned again, without an error."""
    configuration = life.minimal()
    life.apply(configuration.blocks)
    gone = life.state["id"]
    _deleted_by_an_outsider(life)
    plan = life.core.plan(configuration.blocks)
    assert plan.actions[configuration.subject] == "create"
    if kept := kept_when_deleted(life.entry):
        _renamed(life, configuration, kept, gone)
    else:
        life.apply(configuration.blocks)


def _renamed(life: Life, configuration: Configuration, kept: str, gone: str) -> None:
    """What is deleted keeps its name: the apply says which one has it and what to do, and that is all there is to do."""
    said = _refusal(life, configuration.blocks)
    assert said.path[:1] == (kept,), said
    for told in (gone, configuration.arguments[kept], f"Write another {kept}"):
        assert told in said.detail, said.detail
    life.apply(configuration.with_arguments(**{kept: life.generator.value(life.entry.attributes[kept], 1)}))


def _refusal(life: Life, blocks: dict) -> object:
    """The one error of an apply."""
    try:
        life.core.apply(blocks)
    except Failed as failed:
        (said,) = failed.errors
        return said
    raise AssertionError("nothing was refused")


def destroys(life: Life) -> Iterator:
    """T11: once with everything, once for each choice of what destroying does (other than defaults, to be put back)."""
    yield "", lambda life: _destroyed(life, life.full())
    for name in CHOICES.keys() & life.entry.attributes.keys():
        for choice, calls in CHOICES[name].items():
            yield f"{name} {choice}", lambda life, given={name: choice}, calls=calls: _destroyed_as_chosen(life, given, calls)


def _destroyed_as_chosen(life: Life, given: dict, calls: int) -> None:
    configuration = life.full()
    other = {one.name: one.enum[-1] for one in life.entry.arguments if one.update and one.enum and one.type == "string"}
    life.apply(configuration.with_arguments(**other, **given))
    others = {address: block for address, block in configuration.blocks.items() if address != life.address}
    _assert_calls(life, lambda: life.core.apply(others), calls)


def _destroyed(life: Life, configuration: Configuration) -> None:
    """Gone at Twilio, by one call; where Twilio cannot delete, forgotten without a call, but for what the entry says."""
    blocks = configuration.with_arguments(reset_on_destroy=False) if "reset_on_destroy" in configuration.arguments \
        else configuration.blocks
    life.apply(blocks)
    _assert_calls(life, life.core.destroy, 0 if _is_only_forgotten(life.entry) else 1)
    assert life.core.state == {}, "something is left in the state"


def _is_only_forgotten(entry: Entry) -> bool:
    """`destroy` says what destroying does where there is no delete: an update puts something back."""
    return cannot_disappear(entry) == NO_DELETE and not (entry.destroy and "update" in entry.verbs)


def _assert_calls(life: Life, destroying: Callable[[], object], calls: int) -> None:
    state, entry = life.state, life.entry
    writes = [line for line in life.requests(destroying) if line["method"] != "GET"]
    own = [line for line in writes if _is_about(entry, line)]
    assert life.address not in life.core.state, "it is left in the state"
    assert len(own) == calls, f"{len(own)} calls instead of {calls}: {own}"
    if calls and "delete" in entry.verbs:
        assert life.remote.fetch(entry, state) is None, "it still exists"


def already_gone(life: Life) -> None:
    """T12: planned while it was there, gone when the plan is applied."""
    configuration = life.minimal()
    life.apply(configuration.blocks)
    plan = life.core.plan_destroy()
    _deleted_by_an_outsider(life)
    life.core.apply_plan(plan)
    assert life.core.state == {}


def _deleted_by_an_outsider(life: Life) -> None:
    status = life.remote.delete(life.entry, life.state)
    assert status < 300, f"the outsider's delete was refused: {status}"


def _is_about(entry: Entry, line: dict) -> bool:
    """Whether a request is the subject's own delete, or the update that stands for it."""
    method, path, _ = entry.verbs.get("delete", entry.verbs.get("update", ("", "", "")))
    place = "[^/]+".join(map(re.escape, PARAMETER.split(path.partition("?")[0])[::2]))
    return (line["host"], line["method"]) == (entry.host, method) and bool(re.fullmatch(place, line["path"]))
