"""How many of the asserted values hold, by service, and why the others do not: `tests/expected/report.md`.

    PYTHONPATH=src:tests python -m expected.report

plays every case and writes the page (some minutes).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from acceptance.reattached import Waiting
from expected.play import Outcome
from expected.theatre import Theatre
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.engine import build

PAGE = Path(__file__).with_name("report.md")
HEAD = """# What another provider's tests state of Twilio, and holds here

{held} of {asserted} values hold: {percent:.1f} %.

The acceptance tests of RJPearson94/terraform-provider-twilio (MPL-2.0) state what attributes are after resources were
made, changed and imported on the real API. The same arguments are applied through this provider, on the local Twilio; an
import counts as one value. Made by `python -m expected.report`; a test compares.

| service | asserted | held | missed |
|---|---|---|---|
"""


def share(outcomes: list[Outcome]) -> float:
    return 100 * sum(one.holds for one in outcomes) / len(outcomes)


def by_service(theatre: Theatre) -> dict[str, list[Outcome]]:
    """Every case's outcomes; those that nobody has seen yet are played."""
    found: dict[str, list[Outcome]] = {}
    for case in theatre.cases:
        found.setdefault(case.service, []).extend(theatre.outcomes(case))
    return found


def page(found: dict[str, list[Outcome]]) -> str:
    everything = [one for outcomes in found.values() for one in outcomes]
    head = HEAD.format(held=sum(one.holds for one in everything), asserted=len(everything), percent=share(everything))
    rows = [_row(service, outcomes) for service, outcomes in sorted(found.items())] + [_row("**all**", everything)]
    return head + "\n".join([*rows, "", "## What does not hold", "", *_misses(everything)]) + "\n"


def _row(name: str, outcomes: list[Outcome]) -> str:
    held = sum(one.holds for one in outcomes)
    return f"| {name} | {len(outcomes)} | {held} | {len(outcomes) - held} |"


def _misses(outcomes: list[Outcome]) -> list[str]:
    reasons: dict[str, list] = {}
    for one in outcomes:
        if not one.holds:
            reasons.setdefault(one.known or "Nobody knows yet.", []).append(one.assertion)
    return [f"- {len(missed)}: {reason} {_places(missed)}" for reason, missed in sorted(reasons.items())]


def _places(missed: list) -> str:
    """Where, by test; the steps and attributes stand in the tables."""
    tests = sorted({f"`{one.test}`" for one in missed})
    return ", ".join(tests) if len(tests) <= 6 else f"{', '.join(tests[:5])} and {len(tests) - 5} more"


def main() -> None:
    build.write_tables()
    with Emulator(seed="expected") as emulator, Waiting() as waiting, tempfile.TemporaryDirectory() as folder:
        theatre = Theatre(emulator, {"TF_REATTACH_PROVIDERS": waiting.variable}, Path(folder))
        PAGE.write_text(page(by_service(theatre)), encoding="utf-8")
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
