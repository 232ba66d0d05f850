"""T9, T11, T12: the end of one."""

from __future__ import annotations

from lifecycle.facts import Entry
from lifecycle.life import Life


def cannot_disappear(entry: Entry) -> str | None:
    if "delete" not in entry.verbs and not entry.delete_by_update:
        return "Twilio has no way to delete one"
    return None if "fetch" in entry.verbs or "list" in entry.verbs else "Twilio offers no way to read it"


def disappears(life: Life) -> None:
    """T9: planned again, without an error."""
    configuration = life.minimal()
    life.apply(configuration.blocks)
    _deleted_by_an_outsider(life)
    plan = life.core.plan(configuration.blocks)
    assert plan.actions[configuration.subject] == "create"
    life.apply(configuration.blocks)


def destroy(life: Life) -> None:
    """T11: gone at Twilio, by one call; where Twilio cannot delete, forgotten without a call."""
    configuration = life.full()
    life.apply(configuration.blocks)
    state, entry = life.state, life.entry
    writes = [line for line in life.requests(life.core.destroy) if line["method"] != "GET"]
    assert life.core.state == {}
    own = [line for line in writes if _is_about(entry, line)]
    if cannot_disappear(entry) == "Twilio has no way to delete one":
        assert own == [], "destroying what cannot be deleted must not call Twilio"
        return
    assert len(own) == 1, f"{len(own)} calls: {own}"
    assert life.remote.fetch(entry, state) is None


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
    end = path.rsplit("/", 2)[-2] if path.endswith(("}", "}.json")) else path.rsplit("/", 1)[-1]
    return line["host"] == entry.host and line["method"] == method and f"/{end}" in line["path"] \
        and line["path"].count("/") == path.count("/")
