"""States that change by themselves, by kind. Source: twilio-semantics.md A7 (async enums).

A step is taken after so many fetches, or after so many seconds of the emulator's clock, or by hand through the control
interface; what is not in the table stays until a client changes it. So does a recording of a running call (a client may
pause it), and so do supporting documents (they are reviewed with what they support). A SIM's states: `sims.py`.
"""

from __future__ import annotations

from terraform_twilio.emulator.kinds import Kind
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

READS, SECONDS, MANUAL = "reads", "seconds", "manual"

REVIEW = ("pending-review", "in-review", "twilio-approved")
LEARNING = ("QUEUED", "PROCESSING", "COMPLETED")
RECORDING = ("in-progress", "processing", "completed")
TRANSCRIPTION = ("in-progress", "completed")
HOSTING = ("received", "pending-verification", "verified", "pending-loa", "carrier-processing", "completed")
SENDING = ("queued", "sent", "delivered")
EXPORT_JOBS, EXPORTED = "bulkexports.twilio.com/v1/Exports/{}/Jobs", "Completed"
"""A job's state is that of its days, which `details` shows (`exports.py`)."""

ACCOUNT = "api.twilio.com/2010-04-01/Accounts/{}"
STATES: dict[str, tuple[str, tuple[str, ...], tuple[str, int]]] = {
    "api.twilio.com/2010-04-01/Accounts/{}/Calls": (
        "status", ("queued", "ringing", "in-progress", "completed"), (READS, 1)),
    "api.twilio.com/2010-04-01/Accounts/{}/Messages": (
        "status", ("queued", "sending", "sent", "delivered"), (READS, 1)),
    f"{ACCOUNT}/Conferences/{{}}/Recordings": ("status", RECORDING, (READS, 1)),
    f"{ACCOUNT}/Recordings": ("status", RECORDING, (READS, 1)),
    f"{ACCOUNT}/Recordings/{{}}/AddOnResults": ("status", ("queued", *TRANSCRIPTION), (READS, 1)),
    f"{ACCOUNT}/Recordings/{{}}/Transcriptions": ("status", TRANSCRIPTION, (READS, 1)),
    f"{ACCOUNT}/Transcriptions": ("status", TRANSCRIPTION, (READS, 1)),
    "assistants.twilio.com/v1/Knowledge": ("status", LEARNING, (READS, 1)),
    EXPORT_JOBS: ("status", ("Submitted", "Running", EXPORTED), (READS, 1)),
    "intelligence.twilio.com/v2/Transcripts": ("status", ("queued", "in-progress", "completed"), (READS, 1)),
    "knowledge.twilio.com/v1/Knowledge": ("status", LEARNING, (READS, 1)),
    "messaging.twilio.com/v1/Services/{}/Compliance/Usa2p": (
        "campaign_status", ("PENDING", "IN_PROGRESS", "VERIFIED"), (READS, 1)),
    "messaging.twilio.com/v1/Tollfree/Verifications": (
        "status", ("PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED"), (READS, 1)),
    "messaging.twilio.com/v1/a2p/BrandRegistrations": ("status", ("PENDING", "IN_REVIEW", "APPROVED"), (READS, 1)),
    "messaging.twilio.com/v1/a2p/BrandRegistrations/{}/Vettings": (
        "vetting_status", ("PENDING", "SUCCESS"), (READS, 1)),
    "messaging.twilio.com/v2/Channels/Senders": ("status", ("CREATING", "VERIFYING", "ONLINE"), (READS, 1)),
    "numbers.twilio.com/v1/Porting/PortIn": (
        "port_in_request_status", ("In review", "Waiting for Signature", "In progress", "Completed"), (READS, 1)),
    "numbers.twilio.com/v2/HostedNumber/AuthorizationDocuments": (
        "status", ("opened", "signing", "signed"), (READS, 1)),
    "numbers.twilio.com/v2/HostedNumber/Orders": (
        "status", HOSTING, (READS, 1)),
    "numbers.twilio.com/v2/RegulatoryCompliance/Bundles": (
        "status", ("pending-review", "in-review", "provisionally-approved", "twilio-approved"), (READS, 1)),
    "numbers.twilio.com/v2/ShortCodes/Applications": (
        "state", ("DRAFT", "TWILIO_REVIEW", "PENDING_PAYMENT", "IN_PROVISIONING", "PENDING_CARRIER", "APPROVED"),
        (READS, 1)),
    "preview.twilio.com/HostedNumbers/HostedNumberOrders": ("status", HOSTING, (READS, 1)),
    "serverless.twilio.com/v1/Services/{}/Builds": ("status", ("building", "completed"), (READS, 2)),
    "supersim.twilio.com/v1/ESimProfiles": (
        "status", ("new", "reserving", "available", "downloaded", "installed"), (READS, 1)),
    "supersim.twilio.com/v1/IpCommands": ("status", ("queued", "sent", "received"), (READS, 1)),
    "supersim.twilio.com/v1/SmsCommands": ("status", SENDING, (READS, 1)),
    "trusthub.twilio.com/v1/CustomerProfiles": ("status", REVIEW, (READS, 1)),
    "trusthub.twilio.com/v1/TrustProducts": ("status", REVIEW, (READS, 1)),
    "video.twilio.com/v1/Compositions": ("status", ("enqueued", "processing", "completed"), (READS, 1)),
    "video.twilio.com/v1/Recordings": ("status", ("processing", "completed"), (READS, 1)),
    "video.twilio.com/v1/Rooms/{}/Recordings": ("status", ("processing", "completed"), (READS, 1)),
    "wireless.twilio.com/v1/Commands": ("status", SENDING, (READS, 1)),
}
"""Property, states in order, and what makes a step. What Twilio begins with by itself stands first; `draft` stays one
until a client hands it in."""

HANDED_IN = (
    "numbers.twilio.com/v2/RegulatoryCompliance/Bundles", "trusthub.twilio.com/v1/CustomerProfiles",
    "trusthub.twilio.com/v1/TrustProducts",
)


def begin(kind: Kind, properties: dict) -> None:
    """A new object is in its first state."""
    if kind.line in STATES and kind.line not in HANDED_IN:
        properties.setdefault(STATES[kind.line][0], STATES[kind.line][1][0])


def advance(call: Call, resource: Resource, line: str = "") -> None:
    """Takes the steps that are due at a fetch; `line` is the resource's kind where the call is about another."""
    line = line or call.kind.line
    rule = STATES.get(line)
    if rule is None or resource.number is None:
        return
    name, states, pace = rule
    kind, limit = call.world.pace.get(line, pace)
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
