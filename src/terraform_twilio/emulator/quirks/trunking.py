"""Trunks: the recording that stands below a trunk is shown by the trunk. Source: recorded answers."""

from __future__ import annotations

from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

TRUNKS = "trunking.twilio.com/v1/Trunks"
UNRECORDED = {"mode": "do-not-record", "trim": "do-not-trim"}


def show(call: Call, trunk: Resource) -> None:
    recording = near.at(call, trunk, trunk.path + "/Recording")
    settings = recording.properties if recording else {}
    trunk.properties["recording"] = {name: settings.get(name) or value for name, value in UNRECORDED.items()}


READING = {TRUNKS: show}
