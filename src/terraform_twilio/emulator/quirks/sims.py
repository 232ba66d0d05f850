"""SIM cards: a change of state is scheduled first and done at the next look. Source: twilio-semantics.md A7."""

from __future__ import annotations

from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SIMS = ("supersim.twilio.com/v1/Sims", "wireless.twilio.com/v1/Sims")
LOOKS = ("Fetch", "List")


def schedule(call: Call, sim: Resource) -> None:
    """The state that was asked for waits; asked for again it changes nothing."""
    wanted = call.parameters.get("Status")
    if wanted and wanted != sim.properties.get("reached_status"):
        sim.properties.update(wanted_status=wanted, status="scheduled")
        call.world.store.save(sim)


def reach(call: Call, sim: Resource) -> None:
    """The first look finds it done."""
    wanted = sim.properties.get("wanted_status")
    if wanted and call.operation.verb in LOOKS:
        sim.properties.pop("wanted_status")
        sim.properties.update(status=wanted, reached_status=wanted)
        call.world.store.save(sim)


UPDATED = dict.fromkeys(SIMS, schedule)
READING = dict.fromkeys(SIMS, reach)
