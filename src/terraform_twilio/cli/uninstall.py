"""Remove installed versions of the provider."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from terraform_twilio.distribution import cli_configuration, locations
from terraform_twilio.distribution.mirror import IMPLIED_ADDRESS, PUBLISHED_ADDRESS, Mirror

ADDRESSES = (IMPLIED_ADDRESS, PUBLISHED_ADDRESS)


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        return _uninstall(options)
    except OSError as reason:
        print(f"terraform-provider-twilio uninstall: not everything was removed: {reason.strerror} ({reason.filename}).",
              file=sys.stderr)
        return 1


def _uninstall(options: argparse.Namespace) -> int:
    mirror = Mirror(Path(options.mirror or locations.implied_mirror(os.environ)).absolute(), ADDRESSES)
    versions = options.versions or sorted(mirror.installed())
    removed = [package for version in versions for package in mirror.remove(version)]
    shutil.rmtree(locations.byte_code_cache(os.environ), ignore_errors=True)
    if not options.versions and not options.mirror:
        removed += _remove_the_rest()
    for place in removed:
        print(f"removed {place}")
    if not removed:
        print(f"Nothing to remove in {mirror.root}.")
    return 0


def _remove_the_rest() -> list[Path]:
    """What `install` and `install --dev-overrides` keep besides packages."""
    removed = []
    for folder in (locations.remembered_interpreter(os.environ).parent, locations.sources_folder(os.environ).parent):
        if folder.is_dir():
            shutil.rmtree(folder)
            removed.append(folder)
    for settings in (cli_configuration.effective_settings(os.environ, program) for program in locations.PROGRAMS):
        if any(cli_configuration.is_overridden(settings, address) for address in ADDRESSES):
            print(f"{settings.file} still has dev_overrides for this provider: take them out there.")
    return removed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("terraform-provider-twilio uninstall", description=__doc__)
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="the versions to remove (default: all)")
    parser.add_argument("--mirror", "--directory", metavar="DIR", help="remove from this mirror directory")
    return parser
