"""Where things of this user and this machine are: the implied mirror, the remembered interpreter, the byte code."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "terraform-provider-twilio"
PROGRAMS = ("terraform", "tofu")
ARCHITECTURES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64", "i686": "386",
                 "i386": "386", "armv6l": "arm", "armv7l": "arm"}


def home(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("HOME") or "~").expanduser()


def user_folder(environ: Mapping[str, str], variable: str, default: str) -> Path:
    """One of the XDG base directories: the variable's, else the default below the home directory."""
    return Path(environ.get(variable) or home(environ) / default)


def remembered_interpreter(environ: Mapping[str, str]) -> Path:
    return user_folder(environ, "XDG_CONFIG_HOME", ".config") / NAME / "python"


def byte_code_cache(environ: Mapping[str, str]) -> Path:
    return user_folder(environ, "XDG_CACHE_HOME", ".cache") / NAME


def implied_mirror(environ: Mapping[str, str], system: str = sys.platform) -> Path:
    """The user's plugin folder that both Terraform and OpenTofu search without any configuration.

    Not `~/.terraform.d/plugins`: where that directory appears, OpenTofu takes its other settings from it as well.
    """
    if system == "darwin":
        return home(environ) / "Library" / "Application Support" / "io.terraform" / "plugins"
    return user_folder(environ, "XDG_DATA_HOME", ".local/share") / "terraform" / "plugins"


def sources_folder(environ: Mapping[str, str]) -> Path:
    """Where `dev_overrides` points: a folder of links to the sources."""
    return user_folder(environ, "XDG_DATA_HOME", ".local/share") / NAME / "sources"


def programs(environ: Mapping[str, str]) -> list[str]:
    """Those of terraform and tofu that are on PATH."""
    return [name for name in PROGRAMS if shutil.which(name, path=environ.get("PATH"))]


def platforms(environ: Mapping[str, str]) -> list[str]:
    """Terraform's names (`linux_amd64`) of this machine and of each terraform and tofu on PATH, which may differ."""
    named = (_platform_of(program, environ) for program in programs(environ))
    return sorted({this_platform(), *filter(None, named)})


def this_platform() -> str:
    machine = platform.machine().lower()
    return f"{platform.system().lower()}_{ARCHITECTURES.get(machine, machine)}"


def _platform_of(program: str, environ: Mapping[str, str]) -> str | None:
    command = [shutil.which(program, path=environ.get("PATH")) or program, "version", "-json"]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=30, env={**environ, "CHECKPOINT_DISABLE": "1"})
        return json.loads(answer.stdout)["platform"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired):
        return None
