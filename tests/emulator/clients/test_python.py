"""The package `twilio` from PyPI, unchanged: nothing but its environment leads it to the emulator."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime

import pytest

from emulator.caller import ACCOUNT
from emulator.clients.request_log import asked_as, pages, requests_of

twilio_rest = pytest.importorskip("twilio.rest")
from twilio.base.exceptions import TwilioException, TwilioRestException  # noqa: E402


@pytest.fixture(autouse=True)
def environment(settings, monkeypatch):
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(("edge", "region", "host"), [
    (None, None, "proxy.twilio.com"), (None, "ie1", "proxy.ie1.twilio.com"),
    ("dublin", "ie1", "proxy.dublin.ie1.twilio.com"), ("sydney", None, "proxy.sydney.us1.twilio.com")])
def test_a_resource_goes_its_way_on_every_edge(emulator, edge, region, host):
    client = twilio_rest.Client(edge=edge, region=region)
    names = [f"u{number}" for number in range(5)]
    made = [client.proxy.v1.services.create(unique_name=name) for name in names]
    assert abs((made[0].date_created - datetime.now(UTC)).total_seconds()) < 60
    assert [one.unique_name for one in client.proxy.v1.services.list(page_size=2)] == names
    assert client.proxy.v1.services(made[0].sid).update(callback_url="https://x.example").callback_url == (
        "https://x.example")
    assert client.proxy.v1.services(made[0].sid).delete() is True
    with pytest.raises(TwilioRestException) as refused:
        client.proxy.v1.services(made[0].sid).fetch()
    assert (refused.value.status, refused.value.code) == (404, 20404)
    requests = requests_of(emulator)
    assert (asked_as(requests), pages(requests)) == ({host}, 3)


def test_v2010_is_read_over_three_pages():
    client = twilio_rest.Client()
    for number in range(5):
        client.queues.create(friendly_name=f"q{number}")
    assert [one.friendly_name for one in client.queues.list(page_size=2)] == [
        f"q{number}" for number in range(4, -1, -1)]


def listable(client) -> dict:
    """Every list of the client that can be read without an argument, by its name."""
    found = {}
    for domain_name in sorted(name for name in dir(type(client)) if not name.startswith("_")):
        domain = getattr(client, domain_name, None)
        if type(domain).__module__.startswith("twilio.rest."):
            found |= {f"{domain_name}.{name}": one for name, one in lists_of(domain)}
    return found


def lists_of(domain):
    for version_name in ("v1", "v2", "v3", "v2010", "sync", "wireless", "hosted_numbers", "marketplace"):
        version = getattr(domain, version_name, None)
        for name in dir(type(version)):
            one = getattr(version, name, None) if not name.startswith("_") else None
            if callable(getattr(one, "list", None)) and not required(one.list):
                yield f"{version_name}.{name}", one


def required(method) -> list[str]:
    return [name for name, parameter in inspect.signature(method).parameters.items()
            if parameter.default is inspect.Parameter.empty]


# Lists that this version of the client cannot read, each with the reason; there is no other.
UNREAD = {
    "iam.v1.get_api_keys": "needs a query parameter that the client takes for optional",
    "messaging.v2.channels_senders": "needs a query parameter that the client takes for optional",
    "numbers.v1.porting_all_port_ins": "the client expects meta.key, which the document's answer does not have",
    "numbers.v2.applications": "the client expects meta, which the document's answer does not have",
}


def is_documented(emulator) -> bool:
    """Whether the last request was one of Twilio's documents; the client is ahead of them in places."""
    return emulator.exchange.requests[-1]["operation"] is not None


def test_every_list_of_the_whole_client_is_read(emulator):
    client = twilio_rest.Client()
    client.queues.list()
    read, refused = 0, set()
    for name, one in listable(client).items():
        try:
            assert isinstance(one.list(limit=3), list)
            read += 1
        except TwilioException:
            refused |= {name} if is_documented(emulator) else set()
    assert refused == set(UNREAD)
    assert read > 100
    assert len(asked_as(requests_of(emulator))) > 25
    assert client.api.v2010.account.fetch().sid == ACCOUNT
