"""No test sees or touches the user's own folders and settings: HOME stays, everything that follows from it moves.

Nor does it matter how the tests are started: in the background, under nohup.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

# What Terraform, the launcher and the provider read; TF_LOG and the like included, so that output is the same anywhere.
PREFIXES = ("TF_", "TWILIO_", "PLUGIN_", "XDG_")
NAMES = ("ACCOUNT_SID", "AUTH_TOKEN", "CDPATH", "TERRAFORM_CONFIG")


@pytest.fixture(scope="session", autouse=True)
def private_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for this session's settings, byte code and data; an empty CLI configuration; no checkpoint calls."""
    folder = tmp_path_factory.mktemp("user")
    for name in list(os.environ):
        if name.startswith(PREFIXES) or name in NAMES:
            del os.environ[name]
    for kind in ("CONFIG", "CACHE", "DATA", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
    (folder / "terraform.rc").touch()
    os.environ.update(TF_CLI_CONFIG_FILE=str(folder / "terraform.rc"), CHECKPOINT_DISABLE="1", TF_IN_AUTOMATION="1")
    return folder


@pytest.fixture(scope="session", autouse=True)
def signals_that_end() -> Iterator[None]:
    """Ctrl-C and a hang-up end what the tests start: what is ignored here would be inherited, a handler is not."""
    ignored = [number for number in (signal.SIGINT, signal.SIGHUP) if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, lambda number, stack: None)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)
