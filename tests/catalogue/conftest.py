"""The committed catalogue, and Twilio's documents where they are at hand."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from terraform_twilio.catalogue import read

ROOT = Path(__file__).parents[2]
NEIGHBOUR = ROOT.parent / "shared" / "openapi"
HOW = "set TWILIO_DOCUMENTS to the folder with Twilio's OpenAPI documents (CONTRIBUTING.md says where they come from)"

ENTRIES = read.entries()
# Looked up when this file is loaded: the session removes every TWILIO_ variable before its first test.
NAMED = os.environ.get("TWILIO_DOCUMENTS")


def documents_folder() -> Path | None:
    """Where the documents are: TWILIO_DOCUMENTS, else the folder that CI has beside the project, else nowhere."""
    if NAMED is not None:
        return Path(NAMED)
    return NEIGHBOUR if NEIGHBOUR.exists() else None


@pytest.fixture(scope="session")
def documents() -> Path:
    folder = documents_folder()
    if folder is None:
        pytest.skip(f"no documents: {HOW}")
    assert list(folder.glob("twilio_*.json")), f"{folder} holds no document"
    return folder


def tables(kind: str) -> Iterator[dict]:
    """Every table of one kind (group, override, entry) of our corrections."""
    for path in sorted((ROOT / "overrides").glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])


def corrected(fact: str) -> Iterator[tuple[str, str]]:
    """(entry, attribute) of what our corrections say themselves about a fact."""
    for table in tables("override"):
        if fact in table.get("set", {}):
            attributes = table.get("attribute", "")
            attributes = [attributes] if isinstance(attributes, str) else attributes
            yield from ((name, attribute) for name in ENTRIES for attribute in attributes
                        if any(fnmatchcase(name, pattern) for pattern in table["entries"]))


@pytest.fixture(scope="session")
def entries() -> dict[str, dict]:
    return ENTRIES


@pytest.fixture(scope="session")
def documented() -> dict[str, dict]:
    """The entries as the documents give them: without those that we add, and without the type names that we add."""
    added = {table["name"] for table in tables("entry")}
    named = {name for name, _ in corrected("resource")}
    return {name: {fact: value for fact, value in entry.items() if fact != "resource" or name not in named}
            for name, entry in ENTRIES.items() if name not in added}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A reading that did not happen is said aloud."""
    if documents_folder() is None:
        terminalreporter.write_line(f"The catalogue was NOT compared with Twilio's documents: {HOW}.", yellow=True)
