"""Say the version, the interpreter and the protocol."""

from __future__ import annotations

import argparse
import platform

from terraform_twilio import __version__


def run(arguments: list[str]) -> int:
    argparse.ArgumentParser("terraform-provider-twilio version", description=__doc__).parse_args(arguments)
    print(f"terraform-provider-twilio {__version__}, Python {platform.python_version()}, plugin protocol 6")
    return 0
