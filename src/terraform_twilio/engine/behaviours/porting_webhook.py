"""The webhooks for ported numbers: two of them in one object, each deleted by its type. Without its URL one is gone."""

from __future__ import annotations

from terraform_twilio.engine.behaviours import diagnoses
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.read import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

URLS = {"PORT_IN": "port_in_target_url", "PORT_OUT": "port_out_target_url"}


class PortingWebhook(Behaviour):
    """The path of a fetch does not say which of both is meant."""

    def validate(self, resource_type: ResourceType, config: dict) -> list[Diagnostic]:
        own = URLS.get(config.get("webhook_type"))
        return [diagnoses.webhook_without_url(own)] if own and config.get(own) in (None, "") else []

    def read(self, session: Session, resource_type: ResourceType, prior: dict, private: Private,
             proceed: Callable) -> Reading:
        reading = proceed(session, resource_type, prior, private)
        own = URLS.get(prior.get("webhook_type"))
        if reading.state is None or reading.diagnostics or own is None or reading.state.get(own):
            return reading
        return Reading(None, reading.private, [])


BEHAVIOUR = PortingWebhook()
