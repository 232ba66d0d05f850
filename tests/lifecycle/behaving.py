"""What the tests of single behaviours share: a life in an account of its own, and the warnings of a plan."""

from __future__ import annotations

from core.plan import Plan
from lifecycle.life import Life, Stage


def life_of(stage: Stage, entry: str) -> Life:
    """A new life of an entry's resource type."""
    return Life(stage, stage.facts.entries[entry])


def said(plan: Plan) -> list:
    """Summary and detail of every warning of a plan, as one text each."""
    return [f"{one.summary}: {one.detail}" for change in plan.changes.values() for one in change.warnings]


def requests(life: Life, during: object) -> list:
    """`METHOD path` of every request while something is done."""
    return [f"{one['method']} {one['path'].partition('?')[0]}" for one in life.requests(during)]
