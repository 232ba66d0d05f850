"""`terraform-provider-twilio`: without a command the provider, as Terraform starts it; else one module per command.

The path without a command is a launch path: nothing heavy is imported before it is known that there is a command.
"""

from __future__ import annotations

import sys

# Each module has `run(arguments) -> exit status` and says in its docstring's first line what it does.
COMMANDS = ("install", "uninstall", "version", "emulator")
USAGE = (("-h",), ("--help",), ("help",))


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] == "-debug":
        return _serve(arguments)
    if tuple(arguments) in USAGE:
        print(usage())
        return 0
    if arguments[0] not in COMMANDS:
        print(f"terraform-provider-twilio: there is no command {arguments[0]!r}.\n\n{usage()}", file=sys.stderr)
        return 2
    return _command(arguments[0]).run(arguments[1:])


def usage() -> str:
    """The commands, one a line."""
    lines = [f"  {name:<11}{_command(name).__doc__.splitlines()[0]}" for name in COMMANDS]
    return "\n".join([
        "usage: terraform-provider-twilio COMMAND [ARGUMENTS]", "", *lines, "",
        "Without a command it serves the provider and is meant to be started by Terraform;",
        "with -debug it serves until interrupted and prints how Terraform attaches to it."])


def _serve(arguments: list[str]) -> int:
    from terraform_twilio import launch  # The commands do not need it; it costs them 5 ms.

    return launch.main(arguments)


def _command(name: str):
    import importlib  # A launch needs neither it nor argparse: 8 ms.

    return importlib.import_module(f"terraform_twilio.cli.{name}")
