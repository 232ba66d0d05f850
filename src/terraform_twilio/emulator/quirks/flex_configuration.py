"""Flex's configuration: an update says whose it is, and replaces each property that it names as a whole.

Source: the documents declare no request; Twilio's own page on it asks for `account_sid` in every body.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import invalid
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call


def check_account(call: Call, configuration: Resource, before: dict) -> None:
    if call.parameters.get("account_sid") != call.account:
        raise invalid("account_sid is required, and must be the account's own")


UPDATING = {"flex-api.twilio.com/v1/Configuration": check_account}
