"""A mirror directory as Terraform reads it: host/namespace/type/version/platform/files."""

from __future__ import annotations

import shutil
from pathlib import Path

from terraform_twilio.distribution.hashing import h1_of_directory

HOSTS = ("registry.terraform.io", "registry.opentofu.org")
IMPLIED_ADDRESS = "hashicorp/twilio"
PUBLISHED_ADDRESS = "twilio/twilio"


class Mirror:
    """The packages of this provider under some addresses (`hashicorp/twilio`) in one mirror directory."""

    def __init__(self, root: Path, addresses: tuple[str, ...] = (IMPLIED_ADDRESS,)) -> None:
        self.root = root
        self.addresses = addresses

    def providers(self) -> list[Path]:
        return [self.root / host / address for host in HOSTS for address in self.addresses]

    def package_directories(self, version: str, platforms: list[str]) -> list[Path]:
        return [provider / version / platform for provider in self.providers() for platform in platforms]

    def installed(self) -> dict[str, set[str]]:
        """The hashes found under each version."""
        found: dict[str, set[str]] = {}
        for package in self._packages():
            found.setdefault(package.parent.name, set()).add(h1_of_directory(package))
        return found

    def remove(self, version: str) -> list[Path]:
        """Remove a version's packages and what becomes empty by it; returns them."""
        removed = [package for package in self._packages() if package.parent.name == version]
        for package in removed:
            package.unlink() if package.is_symlink() else shutil.rmtree(package)
            self._prune(package.parent)
        return removed

    def _packages(self) -> list[Path]:
        return sorted(path for provider in self.providers() for path in provider.glob("*/*_*") if path.is_dir())

    def _prune(self, directory: Path) -> None:
        while directory != self.root and not any(directory.iterdir()):
            directory.rmdir()
            directory = directory.parent
