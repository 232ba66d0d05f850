"""States that change by themselves, by kind. Source: twilio-semantics.md A7 (async enums).

A step is taken after so many fetches, or after so many seconds of the emulator's clock, or by hand through the control
interface; what is not in the table stays until a client changes it.
"""

from __future__ import annotations

from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

READS, SECONDS, MANUAL = "reads", "seconds", "manual"

STATES: dict[str, tuple[str, tuple[str, ...], tuple[str, int]]] = {
    "serverless.twilio.com/v1/Services/{}/Builds": ("status", ("building", "completed"), (READS, 2)),
    "api.twilio.com/2010-04-01/Accounts/{}/Messages": (
        "status", ("queued", "sending", "sent", "delivered"), (READS, 1)),
    "api.twilio.com/2010-04-01/Accounts/{}/Calls": (
        "status", ("queued", "ringing", "in-progress", "completed"), (READS, 1)),
    "messaging.twilio.com/v1/a2p/BrandRegistrations": ("status", ("PENDING", "APPROVED"), (READS, 2)),
    "messaging.twilio.com/v1/Services/{}/Compliance/Usa2p": ("campaign_status", ("PENDING", "VERIFIED"), (READS, 2)),
    "messaging.twilio.com/v1/Tollfree/Verifications": (
        "status", ("PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED"), (READS, 2)),
    "messaging.twilio.com/v2/Channels/Senders": ("status", ("CREATING", "ONLINE"), (READS, 2)),
    "numbers.twilio.com/v2/RegulatoryCompliance/Bundles": (
        "status", ("pending-review", "in-review", "twilio-approved"), (READS, 2)),
    "trusthub.twilio.com/v1/CustomerProfiles": (
        "status", ("pending-review", "in-review", "twilio-approved"), (READS, 2)),
    "trusthub.twilio.com/v1/TrustProducts": ("status", ("pending-review", "in-review", "twilio-approved"), (READS, 2)),
    "video.twilio.com/v1/Compositions": ("status", ("enqueued", "processing", "completed"), (READS, 1)),
    "supersim.twilio.com/v1/ESimProfiles": ("status", ("new", "reserving", "available"), (READS, 1)),
    "intelligence.twilio.com/v2/Transcripts": ("status", ("queued", "in-progress", "completed"), (READS, 1)),
}
"""Property, states in order, and what makes a step: a first state that nobody set stays as it is (`draft`)."""


def advance(call: Call, resource: Resource) -> None:
    """Takes the steps that are due at a fetch."""
    rule = STATES.get(call.kind.line)
    if rule is None or resource.number is None:
        return
    name, states, pace = rule
    kind, limit = call.world.pace.get(call.kind.line, pace)
    state = resource.properties.get(name)
    if state not in states[:-1] or kind == MANUAL:
        return
    resource.reads += 1
    waited = resource.reads if kind == READS else call.now - resource.updated
    if waited >= limit:
        resource.properties[name] = states[states.index(state) + 1]
        resource.reads, resource.updated = 0, call.now
    call.world.store.save(resource)


def step(states: tuple[str, ...], state: object) -> str | None:
    """The state after this one; None at the end."""
    return states[states.index(state) + 1] if state in states[:-1] else None
