"""`python -m terraform_twilio.documentation [--check]`: write the registry's pages into docs/, or say which are stale."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from terraform_twilio.documentation.site import FOLDERS, pages

ROOT = Path(__file__).parents[3]


def main(arguments: list[str]) -> int:
    """Write, or with `--check` only compare; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m terraform_twilio.documentation", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is not what would be written")
    options = parser.parse_args(arguments)
    written = pages(ROOT / "examples")
    if options.check:
        return _told(stale(ROOT / "docs", written))
    write(ROOT / "docs", written)
    print(f"{len(written)} pages in docs/")
    return 0


def stale(folder: Path, written: dict[str, str]) -> list[str]:
    """The pages that differ, are missing, or stand for nothing any more."""
    found = {str(path.relative_to(folder)) for kind in FOLDERS for path in (folder / kind).glob("*.md")}
    different = {name for name, text in written.items() if _read(folder / name) != text}
    return sorted(different | (found - written.keys()))


def write(folder: Path, written: dict[str, str]) -> None:
    """Every page, and no other in the folders that are the registry's."""
    for name in stale(folder, written):
        path = folder / name
        if name in written:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written[name], encoding="utf-8")
        else:
            path.unlink()


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _told(names: list[str]) -> int:
    for name in names:
        print(f"docs/{name} is not what the catalogue and the examples say: make docs", file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
