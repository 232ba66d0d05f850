"""`python -m terraform_twilio.compiler DOCUMENTS`: compile Twilio's OpenAPI documents into the catalogue's text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from terraform_twilio.catalogue import read, write
from terraform_twilio.compiler import changes, documents, frozen, laws, left_out, lock
from terraform_twilio.compiler.compile import Compiled, compiled
from terraform_twilio.compiler.overrides import OverrideError

ROOT = Path(__file__).parents[3]
LOCK = ROOT / "openapi.lock"
OUTSIDE = ROOT / "overrides" / "outside.md"
NAMES = read.DATA.parent / "names.txt"


def main(arguments: list[str]) -> int:
    """Compile, or say why not and write nothing; the exit code."""
    options = _parser().parse_args(arguments)
    found = documents.read_all(options.documents)
    refusals = _refusals(options.documents, found, relock=options.relock)
    if refusals:
        return _refuse(refusals)
    try:
        result = compiled(found, ROOT / "overrides")
    except OverrideError as error:
        return _refuse([str(error)])
    broken = laws.broken(result.entries)
    broken += frozen.broken_promises(read.frozen_names(NAMES), frozen.names(result.entries))
    if broken:
        return _refuse(broken)
    _tell(changes.report(read.entries(), result.entries))
    _write(result, found)
    print(f"{len(result.entries)} entries from {len(found)} documents")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m terraform_twilio.compiler", description=__doc__)
    parser.add_argument("documents", type=Path, help="the folder with the documents, twilio_<product>_<version>.json")
    parser.add_argument("--relock", action="store_true", help="accept documents that differ from openapi.lock")
    return parser


def _refusals(folder: Path, found: list[documents.Document], *, relock: bool) -> list[str]:
    if not found:
        return [f"no document twilio_*.json in {folder}"]
    differences = [] if relock else lock.differences(LOCK, found)
    return differences and [*differences, "run again with --relock to compile these documents from now on"]


def _refuse(sentences: list[str]) -> int:
    for sentence in sentences:
        print(f"compiler: {sentence}", file=sys.stderr)
    return 1


def _tell(sentences: list[str]) -> None:
    if sentences:
        print("What changes for practitioners (! can break a configuration):")
    for sentence in sentences:
        print(f"  {sentence}")


def _write(result: Compiled, found: list[documents.Document]) -> None:
    _write_entries(result.entries)
    _write_text(read.DATA / "LEFT_OUT.md", left_out.text(
        found, result.groups, result.entries, result.lost, OUTSIDE.read_text(encoding="utf-8")))
    _write_text(NAMES, frozen.text(frozen.names(result.entries)))
    _write_text(LOCK, lock.text(found))


def _write_entries(entries: dict[str, dict]) -> None:
    """Write every entry, and remove the files of entries that are gone."""
    for name in read.entries().keys() - entries.keys():
        (read.DATA / f"{name}.json").unlink()
    for name, entry in entries.items():
        _write_text(read.DATA / f"{name}.json", write.text(entry))


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
