"""What an imported object names (K18): Twilio answers with a relative's SID where its unique name may be configured, too.

Nobody can tell from the SID alone whether the configuration means the same; one fetch per import can.
"""

from __future__ import annotations

from terraform_twilio.catalogue.lookup import RESOURCE
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.engine.sids import is_sid
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.engine.session import Session

NAME = "unique_name"


def named(session: Session, resource_type: ResourceType, state: dict, known: dict) -> dict:
    """`known`, and for every other argument that may be a name: `{argument: [the SID in the state, the name]}`."""
    return {**known, **{attribute.name: [state[attribute.name], name] for attribute in _open(resource_type, state, known)
                        for name in _name_of(session, attribute, state)}}


def _open(resource_type: ResourceType, state: dict, known: dict) -> list[Attribute]:
    return [attribute for attribute in resource_type.arguments if attribute.normaliser == "sid_or_name"
            and attribute.refers_to and attribute.name not in known and is_sid(str(state.get(attribute.name)))]


def _name_of(session: Session, attribute: Attribute, state: dict) -> Iterator[str]:
    """One name, or none: whatever goes wrong, a plan then sends what is configured once."""
    relative = ResourceType(attribute.refers_to, session.catalogue.find(RESOURCE, attribute.refers_to))
    try:
        found = session.fetch(relative, {**state, relative.entry.id[-1]: state[attribute.name]})
    except TwilioError:
        return
    if found and isinstance(found.get(NAME), str):
        yield found[NAME]
