"""The resources of the founding document live: created, fetched, updated, listed, deleted, gone."""

from __future__ import annotations

import pytest

from emulator.caller import V2010

FOUNDING = [
    ("proxy.twilio.com", "/v1/Services", "", {"UniqueName": "p", "DefaultTtl": "30"}, {"DefaultTtl": "60"},
     {"default_ttl": 60, "unique_name": "p"}, "services"),
    ("api.twilio.com", V2010 + "/Keys", ".json", {"FriendlyName": "k"}, {"FriendlyName": "l"},
     {"friendly_name": "l"}, "keys"),
    ("chat.twilio.com", "/v2/Services", "", {"FriendlyName": "c"}, {"Limits.UserChannels": "7"},
     {"friendly_name": "c", "limits": {"user_channels": 7, "channel_members": 100}}, "services"),
    ("flex-api.twilio.com", "/v1/FlexFlows", "",
     {"FriendlyName": "f", "ChatServiceSid": "IS" + "1" * 32, "ChannelType": "web", "Integration.RetryCount": "3"},
     {"Enabled": "true"}, {"enabled": True, "friendly_name": "f"}, "flex_flows"),
    ("api.twilio.com", V2010 + "/IncomingPhoneNumbers", ".json", {"PhoneNumber": "+15005550006"},
     {"VoiceUrl": "https://example.com"}, {"voice_url": "https://example.com", "phone_number": "+15005550006"},
     "incoming_phone_numbers"),
]


@pytest.mark.parametrize(("host", "collection", "suffix", "create", "update", "expected", "key"), FOUNDING,
                         ids=[case[1].rpartition("/")[2] + " of " + case[0] for case in FOUNDING])
def test_a_founding_resource_lives(caller, host, collection, suffix, create, update, expected, key):
    created = caller.post(host, collection + suffix, create)
    assert created.status == 201
    path = f"{collection}/{created['sid']}{suffix}"
    assert caller.post(host, path, update).status == 200
    fetched = caller.get(host, path)
    assert expected.items() <= fetched.body.items()
    assert caller.get(host, collection + suffix).body[key] == [fetched.body]
    assert caller.delete(host, path).status == 204
    assert caller.delete(host, path).status == 404
    assert caller.get(host, path).status == 404
    assert caller.get(host, collection + suffix).body[key] == []


@pytest.mark.parametrize("level", ["country", "area-code", "extended-area-code"])
def test_every_level_that_the_founding_document_names_is_taken(caller, level):
    created = caller.post("proxy.twilio.com", "/v1/Services", {"UniqueName": level, "GeoMatchLevel": level})
    assert (created.status, created["geo_match_level"]) == (201, level)
