"""Every refusal has Twilio's shape: four keys, whole numbers, and the same number in `status` and in HTTP."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from emulator.caller import ACCOUNT, V2010, Caller

PROXY = "proxy.twilio.com"
API = "api.twilio.com"
MISSING = "KS" + "0" * 32


def refusals():
    """A line per case: name, call, HTTP status, Twilio's code, a word of the message."""
    return [
        ("unknown product path", lambda c: c.get(PROXY, "/v1/Nothing"), 404, 20404, "/Nothing was not found"),
        ("unknown v2010 path", lambda c: c.get(API, V2010 + "/Nothing.json"), 404, 20404, V2010 + "/Nothing.json"),
        ("missing resource", lambda c: c.get(PROXY, f"/v1/Services/{MISSING}"), 404, 20404,
         f"resource /Services/{MISSING}"),
        ("missing v2010 resource", lambda c: c.get(API, V2010 + "/Keys/SK1.json"), 404, 20404, "/Keys/SK1.json"),
        ("missing parent", lambda c: c.post(PROXY, f"/v1/Services/{MISSING}/Sessions", {}), 404, 20404, "Sessions"),
        ("update of nothing", lambda c: c.post(PROXY, f"/v1/Services/{MISSING}", {}), 404, 20404, "Services"),
        ("delete of nothing", lambda c: c.delete(PROXY, f"/v1/Services/{MISSING}"), 404, 20404, "Services"),
        ("wrong method", lambda c: c.call("PUT", PROXY, "/v1/Services"), 405, 20004, "Method"),
        ("missing parameter", lambda c: c.post(PROXY, "/v1/Services", {}), 400, 20001, "required parameter UniqueName"),
        ("empty required parameter", lambda c: c.post(PROXY, "/v1/Services", {"UniqueName": ""}), 400, 20001,
         "UniqueName"),
        ("unknown parameter", lambda c: c.post(PROXY, "/v1/Services", {"UniqueName": "u", "Nope": "1"}), 400, 20001,
         "Nope"),
        ("wrong enum", lambda c: c.post(PROXY, "/v1/Services", {"UniqueName": "u", "GeoMatchLevel": "x"}), 400, 20001,
         "GeoMatchLevel"),
        ("not an integer", lambda c: c.post(PROXY, "/v1/Services", {"UniqueName": "u", "DefaultTtl": "x"}), 400, 20001,
         "DefaultTtl"),
        ("not a boolean", lambda c: c.post("messaging.twilio.com", "/v1/Services",
                                           {"FriendlyName": "m", "StickySender": "perhaps"}), 400, 20001,
         "StickySender"),
        ("not a SID", lambda c: c.post("flex-api.twilio.com", "/v1/FlexFlows", {
            "FriendlyName": "f", "ChannelType": "web", "ChatServiceSid": "ISX"}), 400, 20001, "ChatServiceSid"),
        ("not JSON", lambda c: c.post("studio.twilio.com", "/v2/Flows", {
            "FriendlyName": "f", "Status": "draft", "Definition": "{"}), 400, 20001, "Definition"),
        ("unknown JSON property", lambda c: c.call("POST", "content.twilio.com", "/v1/Content", json_body={
            "language": "en", "types": {}, "nope": 1}), 400, 20001, "nope"),
        ("JSON of the wrong type", lambda c: c.call("POST", "content.twilio.com", "/v1/Content", json_body={
            "language": 1, "types": {}}), 400, 20001, "language"),
        ("page too large", lambda c: c.get(PROXY, "/v1/Services?PageSize=1001"), 400, 20007, "1000"),
        ("unknown query parameter", lambda c: c.get(PROXY, "/v1/Services?Nope=1"), 400, 20001, "Nope"),
        ("no credentials", lambda c: c.get(PROXY, "/v1/Services", headers={"Authorization": ""}), 401, 20003,
         "Authenticate"),
        ("wrong token", lambda c: Caller(c.url, password="other").get(PROXY, "/v1/Services"), 401, 20003,
         "Authenticate"),
        ("unknown key", lambda c: Caller(c.url, "SK" + "0" * 32, "x").get(PROXY, "/v1/Services"), 401, 20003,
         "Authenticate"),
        ("somebody else's account", lambda c: c.get(API, f"/2010-04-01/Accounts/AC{'f' * 32}/Keys.json"), 401, 20003,
         "Authenticate"),
        ("unavailable number", lambda c: c.post(API, V2010 + "/IncomingPhoneNumbers.json",
                                                {"PhoneNumber": "+15005550000"}), 400, 21422, "not available"),
        ("invalid number", lambda c: c.post(API, V2010 + "/IncomingPhoneNumbers.json", {"PhoneNumber": "+15005550001"}),
         400, 21421, "invalid"),
        ("empty area", lambda c: c.post(API, V2010 + "/IncomingPhoneNumbers.json", {"AreaCode": "533"}), 400, 21452,
         "533"),
    ]


@pytest.mark.parametrize(("call", "status", "code", "words"), [case[1:] for case in refusals()],
                         ids=[case[0] for case in refusals()])
def test_a_refusal_has_twilios_shape(caller, call, status, code, words):
    caller.get(PROXY, "/v1/Services")
    reply = call(caller)
    assert reply.status == status
    assert set(reply.body) == {"code", "message", "more_info", "status"}
    assert (reply["code"], reply["status"]) == (code, status)
    assert type(reply["code"]) is int
    assert type(reply["status"]) is int
    assert words in reply["message"]
    assert reply["more_info"] == f"https://www.twilio.com/docs/errors/{code}"


def test_details_are_an_object(caller):
    reply = caller.post("studio.twilio.com", "/v2/Flows", {"FriendlyName": "f", "Status": "draft", "Definition": "{}"})
    assert reply.status == 400
    assert reply["details"] == {"errors": [{"message": "is required", "property_path": "#/states"}]}


def test_v2010_without_json_is_xml(caller):
    missing = caller.get(API, V2010 + "/Keys/SK1")
    assert missing.status == 404
    assert "<TwilioResponse><RestException><Status>404</Status><Message>" in missing.text
    assert "<Code>20404</Code><MoreInfo>" in missing.text
    caller.post(API, V2010 + "/Queues.json", {"FriendlyName": "a<b"})
    listed = caller.get(API, V2010 + "/Queues")
    assert listed.headers["Content-Type"] == "application/xml"
    assert "<FriendlyName>a&lt;b</FriendlyName>" in listed.text
    assert ACCOUNT in listed.text


def test_xml_calls_a_resource_and_a_page_by_their_names(caller):
    made = caller.post(API, V2010 + "/Queues", {"FriendlyName": "q"})
    queue = ElementTree.fromstring(made.text)[0]
    assert (made.status, queue.tag, queue.findtext("FriendlyName")) == (201, "Queue", "q")
    page = ElementTree.fromstring(caller.get(API, V2010 + "/Queues?PageSize=1").text)[0]
    assert (page.tag, page.get("page"), page.get("pagesize"), [one.tag for one in page]) == ("Queues", "0", "1", ["Queue"])
    assert page.get("uri").startswith(V2010 + "/Queues?")
    address = ElementTree.fromstring(caller.get(API, V2010 + "/Addresses").text)[0]
    assert (address.tag, list(address)) == ("Addresses", [])


def test_what_is_not_modelled_is_no_lie(caller):
    """Twilio has lists as CSV, too; nobody here knows how they look."""
    assert caller.get(API, V2010 + "/Queues.csv").status == 404


def test_who_is_not_authenticated_is_told_how(emulator):
    headers = Caller(emulator.url, "nobody", "x").get(PROXY, "/v1/Services").headers
    assert headers["WWW-Authenticate"] == 'Basic realm="Twilio API"'


def test_nobody_is_a_member_twice(caller):
    chat, talk = "chat.twilio.com", "conversations.twilio.com"
    service = "/v2/Services/" + caller.post(chat, "/v2/Services", {"FriendlyName": "c"})["sid"]
    channel = caller.post(chat, service + "/Channels", {})["sid"]
    conversation = caller.post(talk, "/v1/Conversations", {})["sid"]
    for host, path, status, code in (
            (chat, service + "/Users", 409, 50201), (chat, f"{service}/Channels/{channel}/Members", 409, 50404),
            (talk, "/v1/Users", 409, 50201), (talk, f"/v1/Conversations/{conversation}/Participants", 409, 50433)):
        assert caller.post(host, path, {"Identity": "bob"}).status == 201
        again = caller.post(host, path, {"Identity": "bob"})
        assert (again.status, again["code"]) == (status, code)
        assert caller.post(host, path, {"Identity": "alice"}).status == 201


def test_a_pair_of_addresses_is_in_one_open_conversation(caller):
    talk, pair = "conversations.twilio.com", {"MessagingBinding.Address": "+14155550100",
                                              "MessagingBinding.ProxyAddress": "+15005550006"}
    first, second = (caller.post(talk, "/v1/Conversations", {})["sid"] for _ in range(2))
    assert caller.post(talk, f"/v1/Conversations/{first}/Participants", pair).status == 201
    again = caller.post(talk, f"/v1/Conversations/{second}/Participants", pair)
    assert (again.status, again["code"]) == (409, 50416)
    caller.post(talk, f"/v1/Conversations/{first}", {"State": "closed"})
    assert caller.post(talk, f"/v1/Conversations/{second}/Participants", pair).status == 201


@pytest.mark.parametrize(("host", "collection", "code"), [
    ("sync.twilio.com", "/v1/Services/{}/Documents", 54302), ("chat.twilio.com", "/v2/Services/{}/Channels", 50306),
    ("conversations.twilio.com", "/v1/Services/{}/Conversations", 50390)])
def test_a_unique_name_does_not_look_like_a_sid(caller, host, collection, code):
    services = collection.partition("/{}")[0]
    service = caller.post(host, services, {"FriendlyName": "s"})["sid"]
    refused = caller.post(host, collection.format(service), {"UniqueName": "CH" + "0" * 32})
    assert (refused.status, refused["code"]) == (400, code)


def test_a_stale_if_match_is_412(caller):
    service = caller.post("sync.twilio.com", "/v1/Services", {})["sid"]
    document = caller.post("sync.twilio.com", f"/v1/Services/{service}/Documents", {"Data": "{}"})
    path = f"/v1/Services/{service}/Documents/{document['sid']}"
    assert document.headers["ETag"] == '"0"'
    changed = caller.post("sync.twilio.com", path, {"Data": '{"a": 1}'}, headers={"If-Match": '"0"'})
    assert (changed.status, changed["revision"], changed.headers["ETag"]) == (200, "1", '"1"')
    stale = caller.post("sync.twilio.com", path, {"Data": "{}"}, headers={"If-Match": '"0"'})
    assert (stale.status, stale["code"]) == (412, 54103)


def test_a_unique_name_is_unique_with_the_products_code(caller):
    for host, path, form, status, code in (
            (PROXY, "/v1/Services", {"UniqueName": "u"}, 400, 80602),
            ("supersim.twilio.com", "/v1/NetworkAccessProfiles", {"UniqueName": "u"}, 409, 83011)):
        assert caller.post(host, path, form).status == 201
        again = caller.post(host, path, form)
        assert (again.status, again["code"]) == (status, code)
