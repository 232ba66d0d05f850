"""The client against the emulator, which shares no code with it: each is the other's second opinion."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from terraform_twilio.emulator.server import Emulator
from terraform_twilio.twilio.client import Client
from terraform_twilio.twilio.credentials import Credentials
from terraform_twilio.twilio.errors import CredentialsError, ResponseError, TransportError
from terraform_twilio.twilio.operations import FORM, Arguments, Operation

ACCOUNT = "AC" + "1" * 32
PARENT = Credentials(ACCOUNT, ACCOUNT, "parenttoken")
KEYS = "/2010-04-01/Accounts/{AccountSid}/Keys.json"
CREATE_KEY = Operation("POST", "api.twilio.com", KEYS, FORM, repeatable=False)
LIST_KEYS = Operation("GET", "api.twilio.com", KEYS)
CREATE_ACCOUNT = Operation("POST", "api.twilio.com", "/2010-04-01/Accounts.json", FORM, repeatable=False)
CREATE_SERVICE = Operation("POST", "proxy.twilio.com", "/v1/Services", FORM, repeatable=False)
LIST_SERVICES = Operation("GET", "proxy.twilio.com", "/v1/Services")
SERVICE = {method: Operation(method, "proxy.twilio.com", "/v1/Services/{Sid}", FORM if method == "POST" else None)
           for method in ("GET", "POST", "DELETE")}
CREATE_ITEM = Operation("POST", "sync.twilio.com", "/v1/Services/{ServiceSid}/Maps/{MapSid}/Items", FORM,
                        repeatable=False)
ITEM = Operation("GET", "sync.twilio.com", "/v1/Services/{ServiceSid}/Maps/{MapSid}/Items/{Key}")


@pytest.fixture
def emulator():
    with Emulator(seed="client", accounts={ACCOUNT: "parenttoken"}) as running:
        yield running


def client(emulator, credentials=PARENT, **options):
    return Client(credentials, **{"endpoint": emulator.url, "environ": {}, "sleep": lambda seconds: None, **options})


@pytest.fixture
def door(emulator):
    return client(emulator)


def service(door, name="one", **options):
    return door.call(CREATE_SERVICE, Arguments(parameters={"UniqueName": name}), **options).payload


@pytest.mark.parametrize("region", [None, "ie1"])
def test_a_life(emulator, region):
    door = client(emulator, region=region)
    created = service(door)
    changed = door.call(SERVICE["POST"], Arguments({"Sid": created["sid"]}, {"DefaultTtl": 60}))
    assert changed.payload["default_ttl"] == 60
    assert door.call(SERVICE["GET"], Arguments({"Sid": created["sid"]})).payload == changed.payload
    gone = door.call(SERVICE["DELETE"], Arguments({"Sid": created["sid"]}))
    assert (gone.status, gone.payload) == (204, {})
    with pytest.raises(ResponseError) as missing:
        door.call(SERVICE["GET"], Arguments({"Sid": created["sid"]}))
    assert missing.value.is_not_found
    assert missing.value.code == 20404
    assert missing.value.request_id.startswith("RQ")


@pytest.mark.parametrize(("create", "listing", "items", "name"), [
    (CREATE_KEY, LIST_KEYS, "keys", "FriendlyName"),
    (CREATE_SERVICE, LIST_SERVICES, "services", "UniqueName"),
])
def test_both_shapes_of_paging(door, create, listing, items, name):
    for number in range(7):
        door.call(create, Arguments(parameters={name: f"name-{number}"}))
    listed = list(door.pages(listing, Arguments(query={"PageSize": 3}), items))
    assert len({one["sid"] for one in listed}) == len(listed) == 7


def test_many_at_once(door):
    with ThreadPoolExecutor(12) as pool:
        sids = list(pool.map(lambda number: service(door, f"name-{number}")["sid"], range(36)))
    assert len(set(sids)) == 36
    assert {one["sid"] for one in door.pages(LIST_SERVICES, Arguments(), "services")} == set(sids)


@pytest.mark.parametrize("key", ["a/b c?d", "ünïcode", "100%", "a&b=c", "+", "..."])
def test_any_map_key_is_found_again(door, key):
    sync = door.call(Operation("POST", "sync.twilio.com", "/v1/Services", FORM), Arguments()).payload["sid"]
    table = door.call(Operation("POST", "sync.twilio.com", "/v1/Services/{ServiceSid}/Maps", FORM),
                      Arguments({"ServiceSid": sync})).payload["sid"]
    parents = {"ServiceSid": sync, "MapSid": table}
    door.call(CREATE_ITEM, Arguments(parents, {"Key": key, "Data": {"n": [1, None, "ü"]}}))
    found = door.call(ITEM, Arguments({**parents, "Key": key})).payload
    assert (found["key"], found["data"]) == (key, {"n": [1, None, "ü"]})


def test_a_subaccounts_things_are_its_own(emulator, door):
    """Z3."""
    subaccount = door.call(CREATE_ACCOUNT, Arguments(parameters={"FriendlyName": "sub"})).payload["sid"]
    below = client(emulator, Credentials(ACCOUNT, ACCOUNT, "parenttoken", subaccount))
    assert service(below)["account_sid"] == subaccount
    assert service(door)["account_sid"] == ACCOUNT
    assert below.call(CREATE_KEY, Arguments()).status == 201
    assert [len(list(one.pages(LIST_SERVICES, Arguments(), "services"))) for one in (door, below)] == [1, 1]


def test_an_api_key_works_in_its_account(emulator, door):
    key = door.call(CREATE_KEY, Arguments()).payload
    with_key = client(emulator, Credentials(ACCOUNT, key["sid"], key["secret"]))
    assert service(with_key)["account_sid"] == ACCOUNT
    with pytest.raises(CredentialsError):
        service(with_key, account_sid="AC" + "2" * 32)


def test_a_wrong_token_is_told_whose_it_is(emulator):
    with pytest.raises(ResponseError, match=rf"Sent as {ACCOUNT}") as refused:
        service(client(emulator, Credentials(ACCOUNT, ACCOUNT, "wrongtoken")))
    assert (refused.value.status, refused.value.code) == (401, 20003)


def order(emulator, **fault):
    emulator.exchange.faults.add(fault)


def test_too_many_requests_are_waited_out(emulator):
    order(emulator, status=429, code=20429, retry_after=3, count=2)
    waits = []
    created = service(client(emulator, sleep=waits.append))
    assert [seconds for seconds in waits if seconds] == [3, 3]
    assert created["unique_name"] == "one"


def test_a_create_that_may_have_happened_is_not_repeated(emulator, door):
    order(emulator, method="POST", drop="after", count=1)
    with pytest.raises(TransportError) as lost:
        service(door)
    assert lost.value.sent
    assert len(list(door.pages(LIST_SERVICES, Arguments(), "services"))) == 1


def test_a_fetch_is_repeated_whatever_happened(emulator, door):
    created = service(door)
    for fault in ({"drop": "before"}, {"drop": "after"}, {"truncate": 5}, {"status": 503}):
        order(emulator, method="GET", count=1, **fault)
        assert door.call(SERVICE["GET"], Arguments({"Sid": created["sid"]})).payload["sid"] == created["sid"]
