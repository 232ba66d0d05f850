"""How far an operation can be trusted: `curated` where facts or rules of Twilio's own are known, else `generic`."""

from __future__ import annotations

from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator.defaults import recorded
from terraform_twilio.emulator.kinds import Kind
from terraform_twilio.emulator.quirks import table
from terraform_twilio.emulator.quirks.renames import RENAMES
from terraform_twilio.emulator.quirks.states import STATES

CURATED, GENERIC = "curated", "generic"


def fidelity(kind: Kind, operation: Operation) -> str:
    """Whether anything beyond the documents is known of an operation's kind."""
    rules = (getattr(table, name) for name in table.TABLES if name not in ("ANSWERS", "PREPARING"))
    known = any(kind.line in rule for rule in rules) or kind.line in recorded() or kind.line in RENAMES
    known = known or kind.line in STATES
    return CURATED if known or operation.line in table.ANSWERS else GENERIC
