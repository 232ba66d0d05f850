"""Run a local Twilio to try configurations on: no account, no bill."""

from __future__ import annotations

from terraform_twilio.emulator import command


def run(arguments: list[str]) -> int:
    return command.run(arguments) or 0
