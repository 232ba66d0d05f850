"""Link shortening: what a messaging service sees of the domain it is tied to.

Source: the documents; the association is made below the domain and read below the service.
"""

from __future__ import annotations

from terraform_twilio.emulator.places import absent
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ROOT = "messaging.twilio.com/v1/LinkShortening"


def tie_of(call: Call, service: str) -> Resource:
    """The association of a service; 404 without one."""
    for tie in call.world.store.everything(call.account):
        if tie.collection.startswith("/v1/LinkShortening/Domains/") and tie.name == service:
            return tie
    raise absent(call)


def show_domain(call: Call, shown: Resource) -> None:
    shown.properties["domain_sid"] = tie_of(call, call.values[0]).properties["domain_sid"]


def show_settings(call: Call, shown: Resource) -> None:
    """The settings of the service's domain."""
    tie = tie_of(call, call.values[0])
    domain = tie.properties["domain_sid"]
    settings = call.world.store.at(tie.host, call.account, f"/v1/LinkShortening/Domains/{domain}/Config")
    shown.properties.update({**(settings.properties if settings else {}), "domain_sid": domain})


STANDING = {
    ROOT + "/MessagingServices/{}/Domain": show_domain,
    ROOT + "/MessagingService/{}/DomainConfig": show_settings,
}
