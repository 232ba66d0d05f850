"""The package that Terraform starts, as file names and their bytes: the same on every machine.

Its top directory holds the launcher alone (Terraform takes the first file whose name begins with the provider's);
`lib/` holds the start script and the modules a launch or `-debug` needs, as sources. No byte code (decision 0003).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from terraform_twilio.distribution.hashing import h1_of_directory

SOURCE = Path(__file__).resolve().parent.parent
TABLES = SOURCE / "catalogue" / "compiled"

# What a launch needs, as files and folders of the root package; and what stands in those folders for build time only.
LAUNCHED = ("__init__.py", "bytecode.py", "launch.py", "provider.py", "catalogue", "engine", "terraform", "twilio")
NOT_LAUNCHED = ("catalogue/data", "catalogue/operations", "catalogue/operations.py", "catalogue/read.py",
                "catalogue/write.py", "engine/build.py", "engine/schemas.py", "terraform/protocol6/schema_encoder.py",
                "terraform/protocol6/schema_messages.py", "terraform/schema.py")

# What may stand in those folders besides, as editors and systems leave files there, is no part of it.
SUFFIXES = (".py", ".txt", ".bin")

Files = dict[str, bytes]


class TablesMissing(Exception):
    """The compiled tables have not been made."""


def launcher_name(version: str) -> str:
    return f"terraform-provider-twilio_v{version}"


def package_files(version: str, source: Path = SOURCE) -> Files:
    """Every file of the package by its name inside it, sorted; raises TablesMissing."""
    if not (source / "catalogue" / "compiled" / "schema.bin").is_file():
        raise TablesMissing("The compiled tables are missing: run `make tables` first.")
    files = {
        launcher_name(version): (source / "distribution" / "launcher.sh").read_bytes(),
        "lib/serve.py": (source / "distribution" / "serve.py").read_bytes(),
    }
    for path in _launched(source):
        files[f"lib/terraform_twilio/{path.relative_to(source).as_posix()}"] = path.read_bytes()
    return dict(sorted(files.items()))


def _launched(source: Path) -> list[Path]:
    found = []
    for name in LAUNCHED:
        top = source / name
        found += [top] if top.is_file() else [path for path in top.rglob("*") if path.is_file()]
    return [path for path in found if not _is_left_out(path.relative_to(source).as_posix())]


def _is_left_out(name: str) -> bool:
    is_part = name.endswith(SUFFIXES) and not name.rpartition("/")[2].startswith(".")
    return not is_part or any(name == left_out or name.startswith(left_out + "/") for left_out in NOT_LAUNCHED)


def write_package(files: Files, directory: Path, scratch: Path) -> None:
    """Make `directory` hold exactly `files`, or nothing at all; `scratch` is a folder of the same file system.

    Modification times are the time of writing: the byte code in a user's cache is checked against them.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".terraform-provider-twilio-", dir=scratch))
    try:
        for name, content in files.items():
            _write(unfinished / name, content, executable="/" not in name)
        for folder in (unfinished, *(path for path in unfinished.rglob("*") if path.is_dir())):
            folder.chmod(0o755)  # Whatever the umask: a mirror may serve every user of a machine.
        directory.parent.mkdir(parents=True, exist_ok=True)
        _move(unfinished, directory)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _move(unfinished: Path, directory: Path) -> None:
    try:
        os.rename(unfinished, directory)
    except OSError:
        if h1_of_directory(directory) != h1_of_directory(unfinished):  # Else another install was a moment faster.
            raise


def _write(path: Path, content: bytes, executable: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o755 if executable else 0o644)
