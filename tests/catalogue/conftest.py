"""The committed catalogue, and Twilio's documents where they are at hand."""

from __future__ import annotations

import os
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


@pytest.fixture(scope="session")
def entries() -> dict[str, dict]:
    return ENTRIES


@pytest.fixture(scope="session")
def documented() -> dict[str, dict]:
    """The entries that the documents give; what an override adds beside them is not theirs."""
    return {name: entry for name, entry in ENTRIES.items() if "added" not in entry}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A reading that did not happen is said aloud."""
    if documents_folder() is None:
        terminalreporter.write_line(f"The catalogue was NOT compared with Twilio's documents: {HOW}.", yellow=True)
