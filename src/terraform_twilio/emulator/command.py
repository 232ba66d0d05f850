"""The `emulator` command: serves a local Twilio until it is interrupted.

    emulator [OPTIONS]           serves
    emulator env [OPTIONS]       prints the variables that lead any client of Twilio's to it
    emulator run [OPTIONS] -- …  starts one in memory, runs a program as its client, and ends with that program
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import TextIO

from terraform_twilio.emulator import client_command, options, seeding
from terraform_twilio.emulator.options import DATABASE, MEMORY
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.emulator.store import Unusable
from terraform_twilio.emulator.tls.authority import UnusableAuthority

COMMANDS = {"env": client_command.print_environment, "run": client_command.run_program}


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="terraform-provider-twilio emulator", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_place(parser)
    parser.add_argument("--tls-port", type=options.port,
                        help="port for clients that are led here by a hosts file: TLS, the host named by SNI")
    parser.add_argument("--database", default=DATABASE, help="SQLite file (default %(default)s)")
    parser.add_argument("--ephemeral", action="store_true", help="keep everything in memory only")
    options.add_world(parser)
    return parser


def serve(emulator: Emulator, output: TextIO = sys.stdout) -> None:
    """Serves until SIGINT or SIGTERM; says on `output` where."""
    finished = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: finished.set())
    with emulator:
        print(f"Twilio emulator listening on {emulator.url}", file=output, flush=True)
        if emulator.tls_port is not None:
            print(f"TLS without a proxy on port {emulator.tls_port}", file=output, flush=True)
        finished.wait()


def started(chosen: argparse.Namespace) -> Emulator:
    """The emulator that was asked for, with its authority, and with what it shall hold."""
    emulator = options.emulator_of(chosen, database=MEMORY if chosen.ephemeral else chosen.database, host=chosen.host,
                                   port=chosen.port, tls_port=chosen.tls_port, authority=chosen.authority)
    assert emulator.tunnels.authority
    if chosen.load:
        seeding.load_file(emulator.exchange, chosen.load)
    return emulator


def run(arguments: list[str], output: TextIO = sys.stdout) -> int:
    """Carries out the command; 0 when it was stopped, 1 when the port, the database or the authority cannot be used."""
    if arguments[:1] and arguments[0] in COMMANDS:
        return COMMANDS[arguments[0]](arguments[1:], output)
    chosen = parser().parse_args(arguments)
    try:
        serve(started(chosen), output)
    except (Unusable, UnusableAuthority, seeding.Unloadable) as reason:
        print(f"The emulator cannot start: {reason}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The emulator cannot listen on {chosen.host}:{chosen.port}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
