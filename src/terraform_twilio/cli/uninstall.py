"""Remove installed versions of the provider."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from terraform_twilio.distribution.locations import byte_code_cache, implied_mirror
from terraform_twilio.distribution.mirror import IMPLIED_ADDRESS, PUBLISHED_ADDRESS, Mirror


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    mirror = Mirror(Path(options.mirror or implied_mirror(os.environ)).absolute(), (IMPLIED_ADDRESS, PUBLISHED_ADDRESS))
    versions = options.versions or sorted(mirror.installed())
    removed = [package for version in versions for package in mirror.remove(version)]
    shutil.rmtree(byte_code_cache(os.environ), ignore_errors=True)
    for package in removed:
        print(f"removed {package}")
    if not removed:
        print(f"Nothing to remove in {mirror.root}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("terraform-provider-twilio uninstall", description=__doc__)
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="the versions to remove (default: all)")
    parser.add_argument("--mirror", "--directory", metavar="DIR", help="remove from this mirror directory")
    return parser
