"""No test sees or touches the user's own folders and settings: HOME stays, everything that follows from it moves."""

import os
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
