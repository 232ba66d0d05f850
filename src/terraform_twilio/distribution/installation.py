"""Installing into a mirror: which number, which directories, what was written."""

from __future__ import annotations

from pathlib import Path

from terraform_twilio.distribution import versions
from terraform_twilio.distribution.hashing import h1
from terraform_twilio.distribution.mirror import Mirror
from terraform_twilio.distribution.package import SOURCE, package_files, write_package


class Installed:
    """What an install did: the version, the directories it wrote, and whether an older version was there before."""

    __slots__ = ("is_upgrade", "version", "written")

    def __init__(self, version: str, written: list[Path], is_upgrade: bool) -> None:
        self.version = version
        self.written = written
        self.is_upgrade = is_upgrade


def install(mirror: Mirror, own_version: str, platforms: list[str], development: bool,
            source: Path = SOURCE) -> Installed:
    """Install this build under the right number; raises NumberTaken, TablesMissing, OSError."""
    before = mirror.installed()
    version = versions.choose(own_version, before, lambda name: h1(package_files(name, source)), development)
    missing = [path for path in mirror.package_directories(version, platforms) if not path.exists()]
    files = package_files(version, source)
    for directory in missing:
        write_package(files, directory, mirror.root)
    return Installed(version, missing, is_upgrade=bool(before) and version not in before)


def is_development_build(source: Path = SOURCE) -> bool:
    """Whether this is a checkout: its bytes change while its version number does not."""
    return (source.parent.parent / "pyproject.toml").is_file()


def sources_directory(launched_from: Path, source: Path = SOURCE) -> Path:
    """Make `launched_from` a package whose modules are these sources themselves, for `dev_overrides`; returns it."""
    library = launched_from / "lib"
    library.mkdir(parents=True, exist_ok=True)
    _link(launched_from / "terraform-provider-twilio", source / "distribution" / "launcher.sh")
    _link(library / "serve.py", source / "distribution" / "serve.py")
    _link(library / "terraform_twilio", source)
    return launched_from


def _link(path: Path, target: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(target)
