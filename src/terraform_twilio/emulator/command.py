"""The `emulator` command: serves a local Twilio until it is interrupted."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import TextIO

from terraform_twilio.emulator.accounts import ACCOUNT
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.emulator.store import Unusable

DATABASE = "twilio-emulator.sqlite3"


def account(text: str) -> tuple[str, str]:
    """`SID:TOKEN` of the command line."""
    sid, _, token = text.partition(":")
    if not ACCOUNT.fullmatch(sid) or not token:
        raise argparse.ArgumentTypeError("expected AC and 32 hexadecimal digits, a colon and a token")
    return sid, token


def port(text: str) -> int:
    """A TCP port, or 0."""
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError("expected a number from 0 to 65535")
    return int(text)


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="terraform-provider-twilio emulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=port, default=8040, help="port, 0 for a free one (default %(default)s)")
    parser.add_argument("--database", default=DATABASE, help="SQLite file (default %(default)s)")
    parser.add_argument("--ephemeral", action="store_true", help="keep everything in memory only")
    parser.add_argument("--account", type=account, action="append", default=[], metavar="SID:TOKEN",
                        help="an account and its token; repeatable. Without any, the first token used counts")
    parser.add_argument("--seed", help="make the same SIDs in every run")
    return parser


def serve(host: str, port: int, database: str, accounts: dict[str, str], *, seed: str | None = None,
          output: TextIO = sys.stdout) -> None:
    """Serves until SIGINT or SIGTERM; says on `output` where."""
    emulator = Emulator(database, port, accounts, seed=seed, host=host)
    finished = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: finished.set())
    with emulator:
        print(f"Twilio emulator listening on {emulator.url}", file=output, flush=True)
        finished.wait()


def run(arguments: list[str], output: TextIO = sys.stdout) -> int:
    """Carries out the command; 0 when it was stopped, 1 when the port or the database cannot be used."""
    chosen = parser().parse_args(arguments)
    database = ":memory:" if chosen.ephemeral else chosen.database
    try:
        serve(chosen.host, chosen.port, database, dict(chosen.account), seed=chosen.seed, output=output)
    except Unusable as unusable:
        print(f"The emulator cannot start: {unusable}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The emulator cannot listen on {chosen.host}:{chosen.port}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
