"""Replacements that Terraform orders without a word to the provider (P15): nothing that is lost goes unannounced.

1. `-replace` and `replace_triggered_by`: core asks for two plans, the second a create whose prior private record is the
   planned one of the first, and shows no warning of the second. The first marks what would be lost; the second, finding
   that mark, refuses.
2. A tainted object: core asks for one plan, a create like any other, and shows its warnings. But it has shown the object
   in this very run, and asks for no plan of it: that is what is told.
"""

from __future__ import annotations

from terraform_twilio.engine import behaviours, diagnose
from terraform_twilio.terraform.json_text import dumps, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.terraform.diagnostics import Diagnostic

# Between the read of an object and its plan core needs milliseconds: what has none after so many looks gets none.
LOOKS, SECONDS_BETWEEN_LOOKS = 20, 0.05
_STAYS = "stays"


def is_lost(resource_type: ResourceType, state: dict) -> bool:
    """Whether destroying or replacing this object costs what the catalogue says."""
    return bool(resource_type.entry.loss) and behaviours.of(resource_type.entry).loses(state)


# --- 1. ordered ------------------------------------------------------------------------------------------------------

def marked(private: bytes, state: dict) -> bytes:
    """The planned private record of what stays by our own plan. Apply's own record drops the mark."""
    return dumps({**loads(private.decode()), _STAYS: {name: state.get(name) for name in diagnose.NAMES}}).encode()


def refused(resource_type: ResourceType, prior_private: bytes) -> list[Diagnostic]:
    """What to say of a create whose prior private record is marked."""
    state = loads(prior_private.decode()).get(_STAYS) if prior_private else None
    return [diagnose.loss_was_ordered(resource_type, state)] if state else []


# --- 2. tainted ------------------------------------------------------------------------------------------------------

class Shown:
    """The objects that core has shown in this run and has not asked a plan of yet: those only that would be lost."""

    def __init__(self) -> None:
        self._states: dict = {}

    def show(self, resource_type: ResourceType, state: dict | None) -> None:
        if state is not None and is_lost(resource_type, state):
            self._states[resource_type.name, state.get("id")] = state

    def settle(self, resource_type: ResourceType, state: dict | None) -> None:
        """Core reads it, plans it, or changes it."""
        if state is not None and resource_type.entry.loss:
            self._states.pop((resource_type.name, state.get("id")), None)

    def tainted(self, resource_type: ResourceType, pause: Callable[[float], object]) -> list[Diagnostic]:
        """What a create is told: its own object among them, if it has one."""
        left = self._left(resource_type)
        for _ in range(LOOKS):
            if not left:
                return []
            pause(SECONDS_BETWEEN_LOOKS)
            still = self._left(resource_type)
            left = [state for state in left if any(state is other for other in still)]
        for state in left:
            self.settle(resource_type, state)
        return [diagnose.loss(resource_type, state, diagnose.TAINTED) for state in left]

    def _left(self, resource_type: ResourceType) -> list[dict]:
        return [state for (name, _), state in list(self._states.items()) if name == resource_type.name]
