"""Twilio's own client for Python believes the emulator: its whole way from create to 404, in every region."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from emulator.caller import ACCOUNT, TOKEN

twilio_rest = pytest.importorskip("twilio.rest")
from twilio.base.exceptions import TwilioRestException  # noqa: E402
from twilio.http.http_client import TwilioHttpClient  # noqa: E402


class ToEmulator(TwilioHttpClient):
    """Sends every request to the emulator, with the host it was meant for in `Host`."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.target = urlsplit(url).netloc

    def request(self, method, url, params=None, data=None, headers=None, **more):
        parts = urlsplit(url)
        headers = {**(headers or {}), "Host": parts.netloc}
        return super().request(method, parts._replace(scheme="http", netloc=self.target).geturl(), params=params,
                               data=data, headers=headers, **more)


@pytest.fixture
def client(emulator):
    return twilio_rest.Client(ACCOUNT, TOKEN, http_client=ToEmulator(emulator.url))


def test_a_resource_goes_its_way(client):
    made = client.proxy.v1.services.create(unique_name="u", default_ttl=5)
    assert (made.sid[:2], made.default_ttl) == ("KS", 5)
    assert abs((made.date_created - datetime.now(UTC)).total_seconds()) < 60
    changed = client.proxy.v1.services(made.sid).update(callback_url="https://x.example")
    assert changed.callback_url == "https://x.example"
    assert made.sessions.create(unique_name="s").service_sid == made.sid
    assert client.proxy.v1.services(made.sid).delete() is True
    with pytest.raises(TwilioRestException) as refused:
        client.proxy.v1.services(made.sid).fetch()
    assert (refused.value.status, refused.value.code) == (404, 20404)


def test_lists_are_read_over_three_pages(client):
    names = [f"u{number}" for number in range(5)]
    for name in names:
        client.proxy.v1.services.create(unique_name=name)
        client.queues.create(friendly_name=name)
    assert [one.unique_name for one in client.proxy.v1.services.list(page_size=2)] == names
    assert [one.friendly_name for one in client.queues.list(page_size=2)] == names[::-1]


@pytest.mark.parametrize(("edge", "region"), [(None, "ie1"), ("dublin", "ie1"), ("sydney", None)])
def test_edges_and_regions_lead_to_the_same_place(client, emulator, edge, region):
    client.proxy.v1.services.create(unique_name="u")
    elsewhere = twilio_rest.Client(ACCOUNT, TOKEN, edge=edge, region=region, http_client=ToEmulator(emulator.url))
    assert [one.unique_name for one in elsewhere.proxy.v1.services.list(page_size=1)] == ["u"]
    assert [one.sid for one in elsewhere.api.v2010.accounts.list()] == [ACCOUNT]


def test_v2010_dates_numbers_and_objects_are_understood(client):
    number = client.incoming_phone_numbers.create(phone_number="+15005550006", voice_method="GET")
    assert (number.capabilities["voice"], number.voice_method, number.date_created.tzinfo) == (True, "GET", UTC)
    message = client.messages.create(to="+15005550006", from_="+15005550006", body="hello")
    assert (message.status, message.num_segments, message.direction) == ("queued", "1", "outbound-api")
    assert client.messages(message.sid).fetch().status == "sending"
    assert [one.phone_number for one in client.available_phone_numbers("US").local.list(area_code=212, limit=2)] == [
        "+12125550100", "+12125550137"]
    assert client.api.v2010.account.fetch().auth_token == TOKEN


def test_products_with_rules_of_their_own_are_understood(client):
    workspace = client.taskrouter.v1.workspaces.create(friendly_name="w", template="FIFO")
    assert [one.friendly_name for one in workspace.activities.list()] == ["Offline", "Available", "Unavailable"]
    definition = {"states": [{"name": "Trigger"}], "initial_state": "Trigger"}
    flow = client.studio.v2.flows.create(friendly_name="f", status="draft", definition=definition)
    assert (flow.definition, flow.revision) == (definition, 1)
    service = client.sync.v1.services.create()
    document = service.documents.create(unique_name="d", data={"a": 1})
    assert service.documents("d").update(data={"a": 2}, if_match=document.revision).data == {"a": 2}
    with pytest.raises(TwilioRestException) as stale:
        service.documents("d").update(data={"a": 3}, if_match=document.revision)
    assert (stale.value.status, stale.value.code) == (412, 54103)
    workflow = workspace.workflows.list()[0]
    assert "task_routing" in json.loads(workflow.configuration)


def test_the_clients_errors_say_what_twilio_says(client, emulator):
    with pytest.raises(TwilioRestException, match="required parameter"):
        client.verify.v2.services.create(friendly_name="")
    stranger = twilio_rest.Client(ACCOUNT, "wrong", http_client=ToEmulator(emulator.url))
    client.queues.list()
    with pytest.raises(TwilioRestException) as refused:
        stranger.api.v2010.accounts(ACCOUNT).fetch()
    assert (refused.value.status, refused.value.code) == (401, 20003)
