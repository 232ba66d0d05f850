"""Run a local Twilio to try configurations on: no account, no bill."""

from __future__ import annotations


def run(arguments: list[str]) -> int:
    from terraform_twilio.emulator import command  # 100 ms that naming the commands need not take.

    return command.run(arguments) or 0
