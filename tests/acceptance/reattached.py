"""A provider process that waits, as `-debug` starts it, for every terraform of a test session to dial (reattach mode).

A plan costs a tenth of a second that way; the handshake itself is tried by the projects that install.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from architecture.sources import ROOT

START = "from terraform_twilio.launch import main; main(['-debug'])"
# By name; on a catalogue whose pages hold two, a second page needs three objects.
STARTS = {"usual": START, "loud": START, "small pages": "from acceptance.small_pages import main; main()"}
LOUD = {"TF_LOG": "TRACE"}


class Waiting:
    """As a context manager; `variable` is the value of TF_REATTACH_PROVIDERS, `log` a file for what it logs."""

    def __init__(self, environ: dict | None = None, start: str = START, log: Path | None = None) -> None:
        self.log = open(log or os.devnull, "ab")  # noqa: SIM115  the process keeps it
        folders = os.pathsep.join([str(ROOT.parent), str(Path(__file__).parents[1])])
        self.process = subprocess.Popen(
            [sys.executable, "-c", start], env={**os.environ, **(environ or {}), "PYTHONPATH": folders},
            stdout=subprocess.PIPE, stderr=self.log, stdin=subprocess.DEVNULL, text=True)
        line = next(line for line in self.process.stdout if "TF_REATTACH_PROVIDERS=" in line)
        self.variable = shlex.split(line.partition("=")[2])[0]

    def __enter__(self) -> Waiting:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 traceback: TracebackType | None) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
        self.process.stdout.close()
        self.log.close()
