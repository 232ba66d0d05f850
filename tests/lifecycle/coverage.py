"""docs/coverage.md: every resource type and data source beside every case, as a whole run of the tests has seen it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

DONE, KNOWN, FAILED, NOT_APPLICABLE = "✓", "known", "**fails**", "–"
HEAD = """# What has been seen to work

Made by `make test-all`, which lets every resource type and every data source go through every case on the local Twilio,
driven by a model of Terraform core; `tests/acceptance` does the same journey on the real terraform.

{done} cases of {names} resource types and data sources passed; {known} are known to fail (why, at the end).
✓ passed, – does not apply (why, at the end), *known* is expected to fail.
"""


class Table:
    """The rows of one kind: `outcomes` by (name, case); `reason` why one does not apply, "" where the page need not
    say it, None where it does apply; `known` why one fails, by the label of its step."""

    def __init__(self, title: str, cases: Mapping[str, str], names: Iterable[str],
                 reason: Callable[[str, str], str | None], known: Callable[[str, str], Mapping[str, str]]) -> None:
        self.title = title
        self.cases = cases
        self.names = list(names)
        self.reason = reason
        self.known = known
        self.outcomes: dict[tuple, bool] = {}

    @property
    def applicable(self) -> list:
        return [(name, case) for name in self.names for case in self.cases if self.reason(name, case) is None]

    @property
    def is_whole(self) -> bool:
        return self.outcomes.keys() >= set(self.applicable)

    def cell(self, name: str, case: str) -> str:
        if self.reason(name, case) is not None:
            return NOT_APPLICABLE
        if not self.outcomes[name, case]:
            return FAILED
        return KNOWN if self.known(name, case) else DONE

    def lines(self) -> list:
        head = [f"## {self.title}", "", *(f"- **{case}** {title}" for case, title in self.cases.items()), ""]
        columns = ["| |" + "|".join(self.cases) + "|", "|---|" + "---|" * len(self.cases)]
        rows = [f"|`{name}`|" + "|".join(self.cell(name, case) for case in self.cases) + "|" for name in self.names]
        return [*head, *columns, *rows, ""]

    def exceptions(self) -> list:
        """Why cases do not apply, one line a reason, and what is known to fail."""
        reasons: dict[str, list] = {}
        for name in self.names:
            for case in self.cases:
                if reason := self.reason(name, case):
                    reasons.setdefault(f"{case}: {reason}", []).append(f"`{name}`")
        lines = [f"- {reason}. {_shortened(names)}" for reason, names in sorted(reasons.items())]
        known = [f"- `{name}` {f'{case} {label}'.strip()}: {reason}" for name, case in self.applicable
                 for label, reason in self.known(name, case).items()]
        return [f"### {self.title}: what does not apply", "", *lines, "",
                *([f"### {self.title}: known failures", "", *known, ""] if known else [])]


def page(tables: list[Table]) -> str:
    """The whole page."""
    cells = [table.cell(name, case) for table in tables for name, case in table.applicable]
    head = HEAD.format(done=cells.count(DONE), known=cells.count(KNOWN), names=sum(len(table.names) for table in tables))
    body = [line for table in tables for line in table.lines()] + [line for table in tables for line in table.exceptions()]
    return "\n".join([head, *body]).rstrip() + "\n"


def _shortened(names: list) -> str:
    return ", ".join(names) if len(names) <= 12 else f"{len(names)}: {', '.join(names[:3])} …"
