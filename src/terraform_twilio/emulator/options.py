"""The command line's words for an emulator, and the emulator they mean."""

from __future__ import annotations

import argparse
from pathlib import Path

from terraform_twilio.emulator.accounts import ACCOUNT
from terraform_twilio.emulator.environment import state_folder
from terraform_twilio.emulator.server import Emulator

DATABASE = "twilio-emulator.sqlite3"
PORT = 8040
MEMORY = ":memory:"


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


def add_place(parser: argparse.ArgumentParser) -> None:
    """Where an emulator listens, and where its certificate authority is."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=port, default=PORT, help="port, 0 for a free one (default %(default)s)")
    parser.add_argument("--authority", type=Path, default=state_folder(), metavar="FOLDER",
                        help="where the certificate authority is kept (default %(default)s)")


def add_world(parser: argparse.ArgumentParser) -> None:
    """What an emulator holds, and whom it lets pass."""
    parser.add_argument("--account", type=account, action="append", default=[], metavar="SID:TOKEN",
                        help="an account and its token; repeatable. Without any, the first token used counts")
    parser.add_argument("--seed", help="make the same SIDs in every run")
    parser.add_argument("--load", type=Path, metavar="FILE",
                        help="make the resources that a JSON file names, unless the database holds some already")
    parser.add_argument("--passthrough", action="append", default=[], metavar="HOST",
                        help="a foreign host that clients of the proxy may reach; repeatable, * stands for anything")


def emulator_of(chosen: argparse.Namespace, *, database: str = MEMORY, host: str = "127.0.0.1", port: int = 0,
                tls_port: int | None = None, authority: Path | None = None) -> Emulator:
    """An emulator with the accounts, the seed and the hosts that were chosen."""
    return Emulator(database, port, dict(chosen.account), seed=chosen.seed, host=host, tls_port=tls_port,
                    authority=authority, passthrough=chosen.passthrough)
