"""Commands for an emulator's clients: `env` prints their variables, `run` gives a program an emulator of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import TextIO

from terraform_twilio.emulator import options, seeding
from terraform_twilio.emulator.accounts import ACCOUNT as ACCOUNT_SID
from terraform_twilio.emulator.accounts import account_record
from terraform_twilio.emulator.environment import exports, unsets, variables
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.emulator.tls.authority import UnusableAuthority, authority_in

PROGRAM = "terraform-provider-twilio emulator"
ACCOUNT = ("AC" + "e0" * 16, "emulated")
"""The account of a program that brings none."""
NOT_FOUND, SIGNALLED = 127, 128
"""A shell's exit codes for a program that is not there, and the first for one that a signal ended."""


def print_environment(arguments: list[str], output: TextIO = sys.stdout) -> int:
    """`emulator env`: lines for a shell's `eval`."""
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} env", description='Prints what leads any client of Twilio to an emulator: eval "$(… env)"')
    options.add_place(parser)
    parser.add_argument("--unset", action="store_true", help="print what takes the variables back")
    chosen = parser.parse_args(arguments)
    try:
        authority = authority_in(chosen.authority)
    except UnusableAuthority as reason:
        print(f"The emulator has no environment: {reason}", file=sys.stderr)
        return 1
    settings = variables(f"http://{chosen.host}:{chosen.port}", authority)
    output.write(unsets(settings) if chosen.unset else exports(settings))
    return 0


def run_program(arguments: list[str], output: TextIO = sys.stdout) -> int:
    """`emulator run`: a program's exit code, after it ran as the client of an emulator of its own."""
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} run", description="Runs a program as the client of an emulator in memory, with an account "
                                           "unless the environment or --account names one.")
    options.add_world(parser)
    parser.add_argument("program", nargs=argparse.REMAINDER, metavar="PROGRAM", help="the program and its arguments")
    chosen = parser.parse_args(arguments)
    program = chosen.program[chosen.program[:1] == ["--"]:]
    if not program:
        parser.error("which program?")
    try:
        with options.emulator_of(chosen) as emulator:
            if chosen.load:
                seeding.load_file(emulator.exchange, chosen.load)
            return exit_code(program, client_environment(emulator, dict(chosen.account), os.environ))
    except (UnusableAuthority, seeding.Unloadable) as reason:
        print(f"The emulator cannot start: {reason}", file=sys.stderr)
        return 1


def client_environment(emulator: Emulator, accounts: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, str]:
    """A program's environment: an account, an OAuth app of it, and the way to the emulator."""
    sid, token = next(iter(accounts.items()), ACCOUNT)
    own = {} if not accounts and environ.get("TWILIO_ACCOUNT_SID") else {
        "TWILIO_ACCOUNT_SID": sid, "TWILIO_AUTH_TOKEN": token}
    named = {**environ, **own}
    return {**named, **app_of(emulator, named), **emulator.environment}


def app_of(emulator: Emulator, named: Mapping[str, str]) -> dict[str, str]:
    """An OAuth app of the account that is named; none where one is named, too, or the account's token is not known."""
    sid, token = named["TWILIO_ACCOUNT_SID"], named.get("TWILIO_AUTH_TOKEN")
    if named.get("TWILIO_CLIENT_ID") or not token or not ACCOUNT_SID.fullmatch(sid):
        return {}
    if account_record(emulator.world, sid) is None:
        seeding.load(emulator.exchange, {"accounts": {sid: token}})
    return seeding.new_app(emulator.exchange, sid)


def exit_code(program: list[str], environ: Mapping[str, str]) -> int:
    """How a program ended, as a shell would say it; an interruption is the program's to answer."""
    try:
        running = subprocess.Popen(program, env=environ)
    except OSError as error:
        print(f"{program[0]} cannot be run: {error.strerror}", file=sys.stderr)
        return NOT_FOUND
    while True:
        try:
            code = running.wait()
            return code if code >= 0 else SIGNALLED - code
        except KeyboardInterrupt:
            continue
