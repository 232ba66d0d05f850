"""The cases every data source goes through, each a table row: its steps, and why it may not apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from lifecycle.data_sources import plural, singular
from lifecycle.data_sources.reader import Reader
from lifecycle.data_sources.sources import Source
from lifecycle.life import Stage

Step = Callable[[Reader], None]


class Case(NamedTuple):
    """`steps` are pairs of a label and what is done; `reason` says why a data source has none, or None."""

    name: str
    title: str
    steps: Callable[[Reader], Iterable[tuple[str, Step]]]
    is_plural: bool
    reason: Callable[[Source], str | None] = lambda source: None

    def applies(self, source: Source) -> bool:
        return source.is_plural is self.is_plural and self.reason(source) is None

    def failures(self, stage: Stage, source: Source) -> dict:
        """What went wrong, by label; each step has an account of its own."""
        found = {}
        for label, step in self.steps(Reader(stage, source)):
            try:
                step(Reader(stage, source))
            except Exception as error:
                found[label] = f"{type(error).__name__}: {error}"
        return found


def single(step: Step) -> Callable[[Reader], list]:
    """A case of one step."""
    return lambda reader: [("", step)]


CASES = [
    Case("id", "found by its id values", single(singular.by_id), False),
    Case("made", "found, as the resource type made it", single(singular.made), False, singular.nothing_makes_it),
    Case("absent", "not found by its id values", single(singular.absent), False),
    Case("search", "found by each criterion", singular.searches, False, singular.cannot_be_compared),
    Case("several", "several and none are found", single(singular.ambiguous), False, singular.cannot_be_compared),
    Case("both", "id and criterion together, and neither", single(singular.two_ways), False,
         singular.cannot_be_searched),
    Case("empty", "an empty list", single(plural.empty), True),
    Case("pages", "two pages, whole and in order", single(plural.pages), True, plural.one_page),
    Case("made", "what the resource type made is listed", single(plural.made), True, plural.nothing_makes_them),
    Case("filters", "each filter selects", plural.filters, True, plural.no_filters),
]
