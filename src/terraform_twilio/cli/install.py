"""Put the provider where `terraform init` and `tofu init` find it, without network."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from terraform_twilio import __version__
from terraform_twilio.distribution import cli_configuration, locations
from terraform_twilio.distribution.installation import Installed, install, is_development_build, sources_directory
from terraform_twilio.distribution.interpreter import real_interpreter, remember
from terraform_twilio.distribution.mirror import IMPLIED_ADDRESS, PUBLISHED_ADDRESS, Mirror
from terraform_twilio.distribution.package import TablesMissing
from terraform_twilio.distribution.versions import NumberTaken

HIDES = ("The provider published as twilio/twilio is hidden by it on this machine until\n"
         "`terraform-provider-twilio uninstall`.")


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    addresses = tuple(dict.fromkeys([IMPLIED_ADDRESS, *options.address]))
    if sys.platform == "win32":
        return _refuse("Windows is not supported yet: Terraform cannot start a script there. Use WSL.")
    if options.dev_overrides:
        return _print_overrides(addresses)
    mirror = Mirror(Path(options.mirror or locations.implied_mirror(os.environ)).absolute(), addresses)
    try:
        return _install(mirror)
    except (NumberTaken, TablesMissing) as reason:
        return _refuse(str(reason))
    except OSError as reason:
        return _refuse(f"The provider cannot be installed in {mirror.root}: {reason.strerror} ({reason.filename}).")


def _install(mirror: Mirror) -> int:
    installed = install(mirror, __version__, locations.platforms(os.environ), is_development_build())
    _print_result(mirror, installed)
    _remember()
    for remark in dict.fromkeys(_remark(mirror, program) for program in _programs()):
        print(remark, end="")
    return 0


def _remember() -> None:
    """Which Python runs it; without that, each start has to find one."""
    try:
        remember(locations.remembered_interpreter(os.environ), real_interpreter())
    except OSError as reason:
        print(f"Which Python is to run it cannot be kept ({reason.strerror}: {reason.filename}), so that each start looks for "
              "one on PATH.")


def _programs() -> list[str]:
    return locations.programs(os.environ) or [*locations.PROGRAMS[:1]]


def _print_result(mirror: Mirror, installed: Installed) -> None:
    names = " and ".join(mirror.addresses)
    if not installed.written:
        print(f"{names} {installed.version} is installed already in {mirror.root}: nothing changed.")
        return
    print(f"Installed {names} {installed.version} in {mirror.root}")
    if installed.is_upgrade:
        print("Where an earlier build is in use, run `terraform init -upgrade` once.")
    if PUBLISHED_ADDRESS in mirror.addresses and not any(_rivals(mirror, _settings(program)) for program in _programs()):
        print(HIDES)


def _settings(program: str) -> cli_configuration.Settings:
    return cli_configuration.effective_settings(os.environ, program)


def _rivals(mirror: Mirror, settings: cli_configuration.Settings) -> list[str]:
    """Which other methods would be asked for one of the addresses."""
    return list(dict.fromkeys(kind for name in mirror.addresses
                              for kind in cli_configuration.rivals(settings, mirror.root, name)))


def _remark(mirror: Mirror, program: str) -> str:
    """What the program's own configuration makes of the mirror; "" where it simply uses it."""
    settings = _settings(program)
    if settings.problem:
        return f"\n{settings.problem}\n"
    overridden = [name for name in mirror.addresses if cli_configuration.is_overridden(settings, name)]
    if overridden:
        return f"\n{settings.file} has dev_overrides for {' and '.join(overridden)}: they are used instead of it.\n"
    missing = tuple(name for name in mirror.addresses
                    if not cli_configuration.is_searched(settings, mirror.root, name, os.environ))
    if settings.methods is None:
        return _whole_block(mirror.root, missing) if missing else ""
    rivals = _rivals(mirror, settings)
    return _what_to_add(settings, mirror, missing, rivals) if missing or rivals else ""


def _whole_block(root: Path, addresses: tuple[str, ...]) -> str:
    block = cli_configuration.installation_block(root, addresses)
    return f"\n{root} is searched only where the CLI configuration (~/.terraformrc) says so:\n\n{block}"


def _what_to_add(settings: cli_configuration.Settings, mirror: Mirror, missing: tuple[str, ...],
                 rivals: list[str]) -> str:
    """To the one provider_installation block that a configuration may have."""
    told = f"\n{settings.file} says where providers come from."
    if missing:
        told += (" This mirror is not among it: add to its provider_installation block\n\n"
                 + cli_configuration.mirror_block(mirror.root, missing))
    if rivals:
        told += (f"{'' if missing else ' '}\nIts {' and '.join(rivals)} would be asked for this provider, too, and the newest "
                 f"version wins: add there\n\n    {cli_configuration.excluding(mirror.addresses)}\n")
    return told


def _print_overrides(addresses: tuple[str, ...]) -> int:
    directory = sources_directory(locations.sources_folder(os.environ))
    print("# In the CLI configuration: every command then uses these sources, without `init` and without checksums.")
    print(cli_configuration.overrides_block(directory, addresses, os.environ, _programs()[0]), end="")
    return 0


def _refuse(reason: str) -> int:
    print(f"terraform-provider-twilio install: {reason}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("terraform-provider-twilio install", description=__doc__)
    parser.add_argument("--address", action="append", default=[], choices=[IMPLIED_ADDRESS, PUBLISHED_ADDRESS],
                        help="install under this address too; twilio/twilio hides the published provider")
    parser.add_argument("--mirror", "--directory", metavar="DIR", help="install into this mirror directory instead")
    parser.add_argument("--dev-overrides", action="store_true",
                        help="install nothing; print the block that makes Terraform use these sources as they are")
    return parser
