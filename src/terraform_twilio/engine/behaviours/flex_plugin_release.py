"""Plugin releases: what Flex loads is what was released last, and nothing can be deleted.

1. Another configuration is released in place of the old one (the catalogue's `renews`).
2. Destroying the active release releases an empty configuration, which is made for that: what is released can hardly be
   archived. A release that is not active any more is only forgotten.
3. Somebody else's release shows as another configuration, and the next apply releases ours again.
"""

from __future__ import annotations

from terraform_twilio.engine.behaviours.newest import Superseding
from terraform_twilio.twilio.operations import FORM, Arguments, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.session import Session

_CONFIGURE = Operation("POST", "flex-api.twilio.com", "/v1/PluginService/Configurations", FORM, repeatable=False)


class Release(Superseding):
    """A release is an event; what lasts of it is the configuration that Flex loads."""

    def shown(self, prior: dict, state: dict, latest: dict) -> dict:
        """The configuration that is active; one that was not named by its SID keeps its name."""
        sid = latest.get("configuration_sid") or state["configuration_sid"]
        is_same = prior["configuration_id"] is not None and sid == prior["configuration_sid"]
        return {**state, "configuration_sid": sid, "configuration_id": prior["configuration_id"] if is_same else sid}

    def end(self, session: Session, resource_type: ResourceType, prior: dict, latest: dict) -> None:
        name = f"No plugins, in place of {prior['sid']}"
        parameters = {"Name": name, "Description": "Made by Terraform to end a release."}
        empty = session.client.call(_CONFIGURE, Arguments(parameters=parameters)).payload
        session.call(resource_type, "create", prior, {"ConfigurationId": empty["sid"]})


BEHAVIOUR = Release()
