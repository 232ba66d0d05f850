"""`make mutants`: makes each mistake in a copy of the tree, runs a fixed sample of the suite, and prints who saw it.

Exit code 1 when a mistake is seen by nobody, 2 when the sample fails without one or a mistake no longer fits the code.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mutants.mistakes import MISTAKES, Mistake

ROOT = Path(__file__).parents[2]
COPIED = ("src", "tests", "pyproject.toml")
TYPES = ("twilio_messaging_us_app_to_person", "twilio_sync_map")
# Who judges, by the name that the table shows: arguments of pytest.
JUDGES = {
    "unit": ["tests/unit/engine", "tests/unit/behaviours/test_losses.py"],
    "lifecycle": ["tests/lifecycle/test_resource_types.py", "-k", " or ".join(f"{name}-" for name in TYPES)],
}
AT_ONCE = 2
SEEN, SLEPT = "seen", "-"


def unfit() -> list[str]:
    """The mistakes whose place in the code is gone, or is there twice."""
    return [mistake.title for mistake in MISTAKES if source(ROOT, mistake).read_text().count(mistake.right) != 1]


def main() -> int:
    if titles := unfit():
        print("No longer fits the code:", *titles, sep="\n  ")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder)
        copied(ROOT, sound)
        return told(sound)


def told(sound: Path) -> int:
    """Prints the table; every mistake is made in a copy of the tree as it was at the start."""
    print(line("mistake", JUDGES), flush=True)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = pool.map(lambda mistake: judged(sound, mistake), (None, *MISTAKES))
        if SEEN in next(verdicts):
            print("The sample fails without any mistake: mend that first.")
            return 2
        survivors = [mistake.title for mistake, verdict in zip(MISTAKES, verdicts, strict=True)
                     if SEEN not in shown(mistake, verdict)]
    print(f"{len(MISTAKES) - len(survivors)} of {len(MISTAKES)} mistakes are seen.")
    return 1 if survivors else 0


def shown(mistake: Mistake, verdict: list[str]) -> list[str]:
    print(line(mistake.title, verdict), flush=True)
    return verdict


def judged(sound: Path, mistake: Mistake | None) -> list[str]:
    """What each judge says of a tree with this mistake."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copied(sound, tree)
        if mistake is not None:
            place = source(tree, mistake)
            place.write_text(place.read_text().replace(mistake.right, mistake.wrong))
        return [SEEN if fails(tree, arguments) else SLEPT for arguments in JUDGES.values()]


def copied(tree: Path, place: Path) -> None:
    for name in COPIED:
        if (tree / name).is_dir():
            shutil.copytree(tree / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(tree / name, place / name)


def source(tree: Path, mistake: Mistake) -> Path:
    return tree / "src" / "terraform_twilio" / "engine" / f"{mistake.module}.py"


def fails(tree: Path, arguments: list[str]) -> bool:
    """Whether a test fails; a suite that cannot even be collected is a mistake of this table, not a verdict."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-p", "no:cacheprovider", *arguments]
    run = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise SystemExit(run.stdout + run.stderr)
    return run.returncode == 1


def line(title: str, cells: Iterable[str]) -> str:
    width = max(len(mistake.title) for mistake in MISTAKES)
    return f"{title:<{width}}  " + "  ".join(f"{cell:<9}" for cell in cells).rstrip()


if __name__ == "__main__":
    sys.exit(main())
