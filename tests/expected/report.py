"""How many of the asserted values hold, by service, and why the others do not: `tests/expected/report.md`.

    PYTHONPATH=src:tests python -m expected.report

plays every case and writes the page (some minutes).
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from acceptance.reattached import Waiting
from expected.cases import Assertion
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


def page(theatre: Theatre) -> str:
    found = by_service(theatre)
    everything = [one for outcomes in found.values() for one in outcomes]
    head = HEAD.format(held=sum(one.holds for one in everything), asserted=len(everything), percent=share(everything))
    rows = [_row(service, outcomes) for service, outcomes in sorted(found.items())] + [_row("**all**", everything)]
    return head + "\n".join([*rows, "", "## What does not hold", "", *_misses(everything), *_not_played(theatre)]) + "\n"


def _not_played(theatre: Theatre) -> list[str]:
    """The tests of what is not Twilio's; if one stated values, they would be missed above."""
    reasons = Counter(filter(None, map(theatre.left_out, theatre.cases)))
    return ["", "## What is not played", "", *(f"- {number} tests: {reason}" for reason, number in sorted(reasons.items()))]


def _row(name: str, outcomes: list[Outcome]) -> str:
    held = sum(one.holds for one in outcomes)
    return f"| {name} | {len(outcomes)} | {held} | {len(outcomes) - held} |"


def _misses(outcomes: list[Outcome]) -> list[str]:
    """The reasons, most frequent first, and under each where it applies."""
    reasons: dict[str, list[Assertion]] = {}
    for one in outcomes:
        if not one.holds:
            reasons.setdefault(one.known or "Nobody knows yet.", []).append(one.assertion)
    ordered = sorted(reasons.items(), key=lambda reason: (-len(reason[1]), reason[0]))
    return [line for reason, missed in ordered for line in (f"**{len(missed)}**: {reason}", "", *_places(missed), "")][:-1]


def _places(missed: list[Assertion]) -> list[str]:
    """One line a test: its attributes."""
    tests: dict[str, dict] = {}
    for one in missed:
        tests.setdefault(one.test, {}).setdefault(one.attribute, []).append(one.step)
    return [f"- `{test}` " + ", ".join(f"{name} ({_steps(steps)})" for name, steps in attributes.items())
            for test, attributes in sorted(tests.items())]


def _steps(steps: list[int]) -> str:
    return f"step{'s' if len(steps) > 1 else ''} {', '.join(map(str, steps))}"


def main() -> None:
    build.write_tables()
    with Emulator(seed="expected") as emulator, Waiting() as waiting, tempfile.TemporaryDirectory() as folder:
        theatre = Theatre(emulator, {"TF_REATTACH_PROVIDERS": waiting.variable}, Path(folder))
        PAGE.write_text(page(theatre), encoding="utf-8")
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
