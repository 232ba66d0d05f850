"""Runs a program that a hosts file leads to an emulator's TLS port, as `--tls-port 443` is meant: no proxy, SNI alone.

    unshare --user --map-root-user --mount --net python hosts_file.py FOLDER PROGRAM …

The namespaces are the program's own: nobody else's hosts file changes, and there is no other network. What the program
asked for is left in FOLDER/requests.json.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from terraform_twilio.emulator.environment import PROXIES
from terraform_twilio.emulator.server import Emulator

NAMES = ("proxy.twilio.com", "api.twilio.com", "proxy.dublin.ie1.twilio.com", "api.dublin.ie1.twilio.com")


def led_by_hosts(folder: Path) -> None:
    """From here on Twilio's names are this machine's, in this namespace."""
    hosts = folder / "hosts"
    hosts.write_text(f"127.0.0.1 localhost {' '.join(NAMES)}\n", encoding="utf-8")
    subprocess.run(["mount", "--bind", str(hosts), "/etc/hosts"], check=True)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)


def run(folder: Path, program: list[str]) -> int:
    """The program's exit code."""
    led_by_hosts(folder)
    with Emulator(seed="hosts", tls_port=443, authority=folder / "authority") as emulator:
        environ = {**os.environ, **emulator.environment}
        for name in PROXIES:
            del environ[name], environ[name.lower()]
        code = subprocess.run(program, env=environ, timeout=60).returncode
        (folder / "requests.json").write_text(json.dumps(list(emulator.exchange.requests)), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2:]))
