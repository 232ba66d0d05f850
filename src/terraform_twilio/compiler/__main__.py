"""`python -m terraform_twilio.compiler DOCUMENTS`: compile Twilio's OpenAPI documents into the catalogue's text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from terraform_twilio.catalogue import read, write
from terraform_twilio.compiler import documents, lock
from terraform_twilio.compiler.compile import compiled
from terraform_twilio.compiler.overrides import OverrideError

ROOT = Path(__file__).parents[3]


def main(arguments: list[str]) -> int:
    """Compile, or say why not; the exit code."""
    options = _parser().parse_args(arguments)
    found = documents.read_all(options.documents)
    refusals = [] if options.relock else lock.differences(ROOT / "openapi.lock", found)
    if not found or refusals:
        return _refuse([f"no document twilio_*.json in {options.documents}"] if not found else
                       [*refusals, "run again with --relock to compile these documents from now on"])
    try:
        result = compiled(found, ROOT / "overrides")
    except OverrideError as error:
        return _refuse([str(error)])
    _write_entries(result.entries)
    (ROOT / "openapi.lock").write_text(lock.text(found))
    print(f"{len(result.entries)} entries from {len(found)} documents")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m terraform_twilio.compiler", description=__doc__)
    parser.add_argument("documents", type=Path, help="the folder with the documents, twilio_<product>_<version>.json")
    parser.add_argument("--relock", action="store_true", help="accept documents that differ from openapi.lock")
    return parser


def _refuse(sentences: list[str]) -> int:
    for sentence in sentences:
        print(f"compiler: {sentence}", file=sys.stderr)
    return 1


def _write_entries(entries: dict[str, dict]) -> None:
    """Write every entry, and remove the files of entries that are gone."""
    for name in read.entries().keys() - entries.keys():
        (read.DATA / f"{name}.json").unlink()
    for name, entry in entries.items():
        path = read.DATA / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write.text(entry), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
