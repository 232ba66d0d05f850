"""docs/coverage.md: every resource type and data source beside every case, as a whole run of the tests has seen it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

MODEL, REAL = "model", "real"
BOTH, REAL_ALONE, MODEL_ALONE = "✓", "t", "m"
KNOWN, FAILED, NOT_APPLICABLE = "known", "**fails**", "–"
HEAD = """# What has been seen to work

Made by `make test-all`, which lets every resource type and every data source go through every case on the local Twilio,
twice: driven by the real terraform, and by a model of Terraform core that enforces every rule of the protocol.

{both} cases of {names} resource types and data sources passed on both, {real} more on the real terraform (the model does
not know them), {model} more in the model; {known} are known to fail (why, at the end).
✓ passed on both, t on the real terraform alone, m in the model alone, – does not apply (why, at the end), *known* is
expected to fail.

What is the same for all resource types is tried on some of them, in `tests/acceptance`: T19 fifty at once and T23 nothing
but the state holds a secret (`test_values.py`, `test_secrets.py`), T24 states of older releases (`test_states.py`), T25 every
example formatted and valid (`test_examples.py`), T26 no schema loses anything (`test_schema.py`), T27 interruptions
(`test_interruptions.py`), T28 several accounts (`test_several_accounts.py`).
"""


class Table:
    """The rows of one kind: `outcomes` by (where, name, case); `reason` why one does not apply, "" where the page need
    not say it, None where it does apply; `known` why one fails, by the label of its step; `real_alone` the cases that the
    model does not know."""

    def __init__(self, title: str, cases: Mapping[str, str], names: Iterable[str],
                 reason: Callable[[str, str], str | None], known: Callable[[str, str], Mapping[str, str]],
                 real_alone: Collection[str] = ()) -> None:
        self.title = title
        self.cases = cases
        self.names = list(names)
        self.reason = reason
        self.known = known
        self.real_alone = real_alone
        self.outcomes: dict[tuple, bool] = {}

    @property
    def applicable(self) -> list:
        return [(name, case) for name in self.names for case in self.cases if self.reason(name, case) is None]

    @property
    def is_whole(self) -> bool:
        wanted = {(where, *one) for one in self.applicable for where in self.places(one[1])}
        return self.outcomes.keys() >= wanted

    def places(self, case: str) -> tuple:
        return (REAL,) if case in self.real_alone else (MODEL, REAL)

    def cell(self, name: str, case: str) -> str:
        if self.reason(name, case) is not None:
            return NOT_APPLICABLE
        seen = {where: self.outcomes.get((where, name, case)) for where in self.places(case)}
        if not all(seen.values()):
            return {(True, False): MODEL_ALONE, (False, True): REAL_ALONE}.get(
                (seen.get(MODEL, False), seen[REAL]), FAILED)
        if self.known(name, case):
            return KNOWN
        return BOTH if MODEL in seen else REAL_ALONE

    def lines(self) -> list:
        head = [f"## {self.title}", "", *(f"- **{case}** {title}" for case, title in self.cases.items()), ""]
        columns = ["| |" + "|".join(self.cases) + "|", "|---|" + "---|" * len(self.cases)]
        rows = [f"|`{name}`|" + "|".join(self.cell(name, case) for case in self.cases) + "|" for name in self.names]
        return [*head, *columns, *rows, ""]

    def printed(self) -> list:
        """The same for a terminal."""
        rows = [[self.title, *self.cases], *([name, *(self.cell(name, case) for case in self.cases)] for name in self.names)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]

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
    counts = {"both": BOTH, "real": REAL_ALONE, "model": MODEL_ALONE, "known": KNOWN}
    head = HEAD.format(names=sum(len(table.names) for table in tables),
                       **{name: cells.count(sign) for name, sign in counts.items()})
    body = [line for table in tables for line in table.lines()] + [line for table in tables for line in table.exceptions()]
    return "\n".join([head, *body]).rstrip() + "\n"


def _shortened(names: list) -> str:
    return ", ".join(names) if len(names) <= 12 else f"{len(names)}: {', '.join(names[:3])} …"
