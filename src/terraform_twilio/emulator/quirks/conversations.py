"""Chat and Conversations: default roles and limits, default services, who created what.

Source: twilio-semantics.md A7 (chat and conversation service -> default roles, limits, nested `notifications`),
recorded answers; RJPearson94/terraform-provider-twilio's acceptance tests (a conversation is in a messaging service
that nobody named, which the account's configuration has as its default).
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.births import child, identify, stamp
from terraform_twilio.emulator.places import default_service_fact
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

CHAT = "chat.twilio.com/v2/Services"
CONVERSATIONS = "conversations.twilio.com/v1"
SERVICES = CONVERSATIONS + "/Services"
CHAT_ROLES = (
    ("default_service_role_sid", "service user", "deployment", ["createChannel", "joinChannel", "editOwnUserInfo"]),
    ("default_channel_role_sid", "channel user", "channel", ["sendMessage", "sendMediaMessage", "leaveChannel",
                                                           "editOwnMessage", "deleteOwnMessage"]),
    ("default_channel_creator_role_sid", "channel admin", "channel", [
        "sendMessage", "sendMediaMessage", "leaveChannel", "editOwnMessage", "deleteOwnMessage", "destroyChannel",
        "addMember", "inviteMember", "removeMember", "editChannelName", "editChannelAttributes"]),
)
CONVERSATION_ROLES = (
    ("default_chat_service_role_sid", "service user", "service", ["createConversation", "joinConversation",
                                                                 "editOwnUserInfo"]),
    ("default_conversation_role_sid", "conversation user", "conversation", [
        "sendMessage", "sendMediaMessage", "leaveConversation", "editOwnMessage", "deleteOwnMessage"]),
    ("default_conversation_creator_role_sid", "conversation admin", "conversation", [
        "sendMessage", "sendMediaMessage", "leaveConversation", "editOwnMessage", "deleteOwnMessage",
        "deleteConversation", "addParticipant", "removeParticipant", "editConversationName",
        "editConversationAttributes"]),
)


def roles(call: Call, service: Resource, wanted: tuple, operation_path: str = "") -> dict[str, str | None]:
    """Makes a service's default roles; their SIDs by the property that shows them."""
    return {name: child(call, service, "/Roles", {"friendly_name": friendly_name, "type": kind, "permissions": rights,
                                                  "service_sid": service.sid, "chat_service_sid": service.sid},
                        operation_path).sid
            for name, friendly_name, kind, rights in wanted}


def furnish_chat(call: Call, service: Resource) -> None:
    service.properties.update(roles(call, service, CHAT_ROLES, "/v2/Services"))
    call.world.store.save(service)


def furnish_conversations(call: Call, service: Resource) -> None:
    """The roles are shown by the service's configuration."""
    service.properties.update(roles(call, service, CONVERSATION_ROLES, "/v1/Services"))
    call.world.store.save(service)


def configuration(call: Call, shown: Resource) -> None:
    """A service's configuration starts with its default roles."""
    service = near.at(call, shown, shown.collection.removesuffix("/Configuration"))
    if service:
        shown.properties.update({name: service.properties.get(name) for name, *_ in CONVERSATION_ROLES})
        shown.properties.setdefault("chat_service_sid", service.sid)


def default_service(call: Call) -> Resource:
    """The account's default conversation service; it comes into being when it is first needed."""
    store = call.world.store
    sid = store.fact(default_service_fact(call.account))
    known = store.at("conversations.twilio.com", call.account, f"/v1/Services/{sid}") if sid else None
    return known or make_default_service(call)


def make_default_service(call: Call) -> Resource:
    service = make_service(call, "conversations.twilio.com", "Default Conversations Service")
    furnish_conversations(call, service)
    call.world.store.remember(default_service_fact(call.account), service.name)
    return service


def default_messaging_service(call: Call) -> str:
    """The SID of the account's messaging service for conversations; it comes into being when it is first needed."""
    store = call.world.store
    fact = f"default messaging service of {call.account}"
    if not store.fact(fact):
        store.remember(fact, make_service(call, "messaging.twilio.com", "Default Messaging Service for Conversations").name)
    return store.fact(fact)


def make_service(call: Call, host: str, friendly_name: str) -> Resource:
    """A service that Twilio makes by itself."""
    kind = call.world.kinds.at(host, "/v1/Services")
    service = Resource(call.account, host, "/v1/Services", "", {"friendly_name": friendly_name}, call.now)
    stamp(call, kind, service, ("date_created", "date_updated"))
    identify(call, kind, service)
    service.name = str(service.properties["sid"])
    call.world.store.save(service)
    return service


def in_default_service(call: Call, resource: Resource) -> None:
    """What stands outside a service belongs to the default one."""
    if "chat_service_sid" in call.kind.shape and not resource.properties.get("chat_service_sid"):
        resource.properties["chat_service_sid"] = default_service(call).sid


def with_role(call: Call, resource: Resource) -> None:
    """A user, member or participant has the default role unless one is given."""
    in_default_service(call, resource)
    if not resource.properties.get("role_sid"):
        resource.properties["role_sid"] = role_for(call, resource)


def join(call: Call, participant: Resource) -> None:
    """A participant of a conversation: a role, and a pair of addresses that no other open conversation uses."""
    with_role(call, participant)
    pair = addresses(participant)
    if pair and any(addresses(other) == pair and is_open(call, other) for other in bound(call, participant)):
        raise Refusal(409, 50416, f"The addresses {' and '.join(pair)} are in use in another conversation")


def addresses(participant: Resource) -> tuple[str, str] | None:
    """The participant's own address and the one of Twilio's that it writes to."""
    binding = participant.properties.get("messaging_binding") or {}
    own, proxy = binding.get("address"), binding.get("proxy_address")
    return (str(own), str(proxy)) if own and proxy else None


def bound(call: Call, participant: Resource) -> list[Resource]:
    """The other participants of the account's conversations."""
    return [one for one in call.world.store.each(account=participant.account, host=participant.host)
            if one.collection.endswith("/Participants") and one.number != participant.number]


def is_open(call: Call, participant: Resource) -> bool:
    conversation = near.parent(call, participant)
    return conversation is not None and conversation.properties.get("state") != "closed"


def role_for(call: Call, resource: Resource) -> object:
    is_user = call.kind.path.endswith("/Users")
    sid = resource.properties.get("service_sid") or resource.properties.get("chat_service_sid")
    if resource.host.startswith("chat"):
        service, wanted = near.at(call, resource, f"/v2/Services/{sid}"), CHAT_ROLES
    else:
        service, wanted = near.at(call, resource, f"/v1/Services/{sid}") or default_service(call), CONVERSATION_ROLES
    return service.properties.get(wanted[0 if is_user else 1][0]) if service else None


def by_system(call: Call, resource: Resource) -> None:
    """A channel is made by the system unless somebody is named."""
    resource.properties.setdefault("created_by", "system")


def account_configuration(call: Call, shown: Resource) -> None:
    shown.properties.setdefault("default_chat_service_sid", default_service(call).sid)
    shown.properties.setdefault("default_messaging_service_sid", default_messaging_service(call))


def start_conversation(call: Call, conversation: Resource) -> None:
    in_default_service(call, conversation)
    if not conversation.properties.get("messaging_service_sid"):
        conversation.properties["messaging_service_sid"] = default_messaging_service(call)
    timers(call, conversation)


def change_conversation(call: Call, conversation: Resource, before: dict) -> None:
    timers(call, conversation)


def timers(call: Call, conversation: Resource) -> None:
    """A timer is given as a duration and shown as the date at which it ends (twilio-api.md 3.2)."""
    conversation.properties.setdefault("timers", {})
    found = conversation.properties["timers"] or {}
    for name in ("inactive", "closed"):
        duration = found.pop(name, None)
        if duration:
            found[f"date_{name}"] = call.date(call.kind, "date_created", call.now + seconds_of(str(duration)))
    conversation.properties["timers"] = found


def seconds_of(duration: str) -> float:
    """`PT5M`, `P1DT2H` in seconds; 0 for what is no duration."""
    units = {"D": 86400, "H": 3600, "M": 60, "S": 1}
    total, digits = 0.0, ""
    for character in duration.removeprefix("P").replace("T", ""):
        if character in units:
            total, digits = total + float(digits or 0) * units[character], ""
        else:
            digits += character if character.isdigit() or character == "." else ""
    return total


IN_SERVICE = SERVICES + "/{}/Conversations"
WITH_ROLE = (CHAT + "/{}/Users", CHAT + "/{}/Channels/{}/Members", SERVICES + "/{}/Users")
PREPARING = {"conversations.twilio.com": default_service}
CREATING = {
    **dict.fromkeys(WITH_ROLE, with_role), IN_SERVICE: start_conversation, IN_SERVICE + "/{}/Participants": join,
    CHAT + "/{}/Channels": by_system, SERVICES + "/{}/Roles": in_default_service,
}
CREATED = {CHAT: furnish_chat, SERVICES: furnish_conversations}
UPDATING = {IN_SERVICE: change_conversation}
STANDING = {SERVICES + "/{}/Configuration": configuration, CONVERSATIONS + "/Configuration": account_configuration}
