"""What something still uses: a delete is tried again until it is let go, and says what holds it when it is not."""

import json

import pytest

from core import Failed
from lifecycle.behaving import life_of, requests

V2010 = "/api.twilio.com/2010-04-01/Accounts"
WORKSPACES = "/taskrouter.twilio.com/v1/Workspaces"


def made(life, target, form):
    """What an outsider made; its SID."""
    status, payload = life.remote.send("POST", target, form.encode())
    assert status < 300, payload
    return payload["sid"]


def link_list(life, sid, mapping):
    account = life.account["account_sid"]
    domain = made(life, f"{V2010}/{account}/SIP/Domains.json", f"DomainName=d{account[-6:]}.sip.twilio.com")
    name = "CredentialListSid" if sid.startswith("CL") else "IpAccessControlListSid"
    made(life, f"{V2010}/{account}/SIP/Domains/{domain}/{mapping}.json", f"{name}={sid}")
    return f"{V2010}/{account}/SIP/Domains/{domain}/{mapping}/{sid}.json"


def subscribe(life, sid):
    target = "/events.twilio.com/v1/Subscriptions"
    types = json.dumps({"type": "com.twilio.messaging.message.delivered"})
    return f"{target}/{made(life, target, f'Description=d&SinkSid={sid}&Types={types}')}"


def route(life, sid):
    workspace = life.state["workspace_sid"]
    routing = json.dumps({"task_routing": {"default_filter": {"queue": sid}}})
    target = f"{WORKSPACES}/{workspace}/Workflows"
    return f"{target}/{made(life, target, f'FriendlyName=w&Configuration={routing}')}"


def link_credentials(life, sid):
    return link_list(life, sid, "CredentialListMappings")


def link_addresses(life, sid):
    return link_list(life, sid, "IpAccessControlListMappings")


CASES = {
    "api_v2010/sip_credential_list": (21241, link_credentials),
    "api_v2010/sip_ip_access_control_list": (21236, link_addresses),
    "events_v1/sink": (91007, subscribe),
    "taskrouter_v1/task_queue": (20001, route),
}


@pytest.fixture(params=CASES, ids=[name.partition("/")[2] for name in CASES])
def used(request, stage):
    """A life whose subject is used by something that an outsider made: the life, the code, what to delete first."""
    life, (code, use) = life_of(stage, request.param), CASES[request.param]
    configuration = life.minimal()
    life.apply(configuration.with_arguments(timeouts={"delete": "0.1s"}))
    return life, code, use(life, life.state["sid"])


def test_it_stays_in_the_state_and_the_answer_is_shown(used):
    life, code, _ = used
    with pytest.raises(Failed, match=rf"is still in use: .*error {code}\)(.|\n)*Destroy, or detach, what uses it") as refused:
        life.core.destroy()
    assert "unless an earlier apply has seen `lifecycle { create_before_destroy = true }`" in str(refused.value)
    assert life.fetched()["sid"] == life.state["sid"]


def test_it_goes_when_nothing_uses_it_any_more(used):
    life, _, user = used
    sid = life.state["sid"]
    assert life.remote.send("DELETE", user)[0] == 204
    tried = requests(life, life.core.destroy)
    assert [one.startswith("DELETE") for one in tried if sid in one and not one.startswith("GET")] == [True]
    assert life.core.state == {}
