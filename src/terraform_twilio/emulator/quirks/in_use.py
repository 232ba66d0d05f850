"""What cannot be deleted while something uses it.

Source: Twilio's error dictionary (21236, 21241, 21644, 21648, 91007). TaskRouter's refusal is a 400 (twilio-semantics.md
A7, [mem]); its error pages, clients and issue threads give no code for it: 20001 is the general one.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SIP = "api.twilio.com/2010-04-01/Accounts/{}/SIP"
REGULATORY = "numbers.twilio.com/v2/RegulatoryCompliance"
LISTS = {f"{SIP}/CredentialLists": 21241, f"{SIP}/IpAccessControlLists": 21236}


def keep_linked_list(call: Call, resource: Resource) -> None:
    """A list that a domain or a trunk is linked to; the link has the list's own SID."""
    users = [other for other in call.world.store.with_sid(str(resource.sid))
             if other.number != resource.number and other.account == resource.account]
    if users:
        raise Refusal(400, LISTS[call.kind.line], f"{resource.sid} is in use by {near.parent_path(users[0])}")


def keep_used_sink(call: Call, sink: Resource) -> None:
    subscriptions = call.world.store.children(sink.host, sink.account, "/v1/Subscriptions")
    refuse_if(any(one.properties.get("sink_sid") == sink.sid for one in subscriptions), 91007,
              "Sink cannot be deleted because it is still in use")


def keep_assigned_end_user(call: Call, end_user: Resource) -> None:
    assigned = (one for one in call.world.store.everything(end_user.account)
                if one.collection.endswith("/ItemAssignments"))
    refuse_if(any(one.properties.get("object_sid") == end_user.sid for one in assigned), 21644,
              "End-User cannot be deleted due to an active assignment to a Bundle")


def keep_used_bundle(call: Call, bundle: Resource) -> None:
    numbers = call.world.store.children("api.twilio.com", bundle.account,
                                        f"/2010-04-01/Accounts/{bundle.account}/IncomingPhoneNumbers")
    refuse_if(any(one.properties.get("bundle_sid") == bundle.sid for one in numbers), 21648,
              "Regulatory Bundle cannot be deleted due to active number assignment")


def keep_used_queue(call: Call, queue: Resource) -> None:
    """A workflow's configuration names its queues."""
    routes = [str(one.properties.get("configuration")) for one in near.siblings(call, queue, "Workflows")]
    refuse_if(any(str(queue.sid) in route for route in routes), 20001, f"TaskQueue {queue.sid} is in use by a workflow")


def refuse_if(is_used: bool, code: int, message: str) -> None:
    if is_used:
        raise Refusal(400, code, message)


DELETING = {
    **dict.fromkeys(LISTS, keep_linked_list),
    "events.twilio.com/v1/Sinks": keep_used_sink,
    f"{REGULATORY}/EndUsers": keep_assigned_end_user,
    f"{REGULATORY}/Bundles": keep_used_bundle,
    "taskrouter.twilio.com/v1/Workspaces/{}/TaskQueues": keep_used_queue,
}
