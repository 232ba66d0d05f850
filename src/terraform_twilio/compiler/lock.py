"""`openapi.lock`: which documents were compiled. A maintainer sees at once when other documents are on his desk."""

from __future__ import annotations

from pathlib import Path

from terraform_twilio.compiler.documents import Document

HEADING = "# What the catalogue was compiled from: document, version stated inside, sha256. Written by the compiler.\n"


def text(documents: list[Document]) -> str:
    """The lock file's text for these documents."""
    return HEADING + "".join(f"{d.name} {d.api_version} {d.digest}\n" for d in documents)


def differences(path: Path, documents: list[Document]) -> list[str]:
    """What differs between the lock file and the documents, one sentence each; nothing where there is no lock file."""
    if not path.exists():
        return []
    locked, present = _digests(path.read_text()), _digests(text(documents))
    return ([f"{name} is locked, but not among the documents" for name in sorted(locked.keys() - present.keys())]
            + [f"{name} is not locked" for name in sorted(present.keys() - locked.keys())]
            + [f"{name} is not the document that is locked" for name in sorted(locked.keys() & present.keys())
               if locked[name] != present[name]])


def _digests(locked: str) -> dict[str, str]:
    lines = [line.split() for line in locked.splitlines() if line and not line.startswith("#")]
    return {name: digest for name, _version, digest in lines}
