"""Filters that are patterns: parts of numbers, wildcards, regular expressions, and what `Contains` asks of numbers on sale."""

from __future__ import annotations

import json

import pytest

from emulator.caller import ACCOUNT, V2010
from terraform_twilio.emulator.quirks.patterns import on_sale

API, CONTENT, VIDEO = "api.twilio.com", "content.twilio.com", "video.twilio.com"
ON_SALE = V2010 + "/AvailablePhoneNumbers/US/Local.json"


@pytest.mark.parametrize(("asked", "found"), [
    ("%2B14155550100", 1), ("14155550100", 1), ("415555", 2), ("41555501*0", 2), ("4155550*0", 1), ("*55501**", 2), ("999", 0),
    ("4155550.00", 0)])
def test_owned_numbers_are_found_by_a_part_and_any_digit(caller, asked, found):
    for number in ("+14155550100", "+14155550110"):
        caller.post(API, V2010 + "/IncomingPhoneNumbers.json", {"PhoneNumber": number})
    page = caller.get(API, f"{V2010}/IncomingPhoneNumbers.json?PhoneNumber={asked}")
    assert len(page["incoming_phone_numbers"]) == found


def test_short_codes_are_found_by_a_part(caller):
    path = V2010 + "/SMS/ShortCodes.json"
    assert caller.get(API, path)["short_codes"] == []
    for code in ("55501", "66601"):
        caller.control("POST", "seed", {"resources": [{
            "exists": API + path, "account": ACCOUNT, "properties": {"short_code": code}}]})
    found = caller.get(API, path + "?ShortCode=5*5")["short_codes"]
    assert [one["short_code"] for one in found] == ["55501"]


def test_composition_hooks_are_found_by_a_name_in_any_case_with_wildcards(caller):
    for name in ("Nightly mix", "nightly.grid", "Weekly"):
        caller.post(VIDEO, "/v1/CompositionHooks", {"FriendlyName": name, "AudioSources": "*"})

    def found(asked):
        hooks = caller.get(VIDEO, f"/v1/CompositionHooks?FriendlyName={asked}")["composition_hooks"]
        return [hook["friendly_name"] for hook in hooks]
    assert found("NIGHTLY*") == ["Nightly mix", "nightly.grid"]
    assert (found("nightly"), found("weekly")) == ([], ["Weekly"])


def test_templates_are_found_by_a_regular_expression(caller):
    for name, text in (("order_1", "Your order"), ("login", "Your code")):
        caller.call("POST", CONTENT, "/v1/Content", json_body={
            "friendly_name": name, "language": "en", "types": {"twilio/text": {"body": text}}})

    def found(query):
        return [one["friendly_name"] for one in caller.get(CONTENT, f"/v2/Content?{query}")["contents"]]
    assert (found("ContentName=%5Eorder_%5Cd%24"), found("Content=code"), found("ContentName=.")) == (
        ["order_1"], ["login"], ["order_1", "login"])
    assert caller.get(CONTENT, "/v2/Content?ContentName=%28").status == 400


@pytest.mark.parametrize(("asked", "fits"), [
    ("", True), ("415", True), ("+1415", True), ("+415", False), ("0100$", True), ("0100", True), ("5550$", False),
    ("1*15555", True), ("1415%100", True), ("1415%101$", False), ("JKL", True), ("jkm9", False), ("415555****", True)])
def test_contains(asked, fits):
    assert on_sale(asked, "+14155550100") is fits


def test_a_number_is_on_sale_wherever_one_is_looked_for(caller):
    numbers = caller.get(API, ON_SALE + "?InRegion=NY&InPostalCode=10001&InLocality=New%20York&PageSize=1")
    first = numbers["available_phone_numbers"][0]
    assert (first["region"], first["postal_code"], first["locality"]) == ("NY", "10001", "New York")
    plain = caller.get(API, ON_SALE + "?InRegion=%2B14155550100")["available_phone_numbers"][0]
    assert json.dumps(plain["region"]) == '"CA"'


def test_what_a_number_on_sale_can_do_is_spelled_as_recorded(caller):
    can = caller.get(API, ON_SALE)["available_phone_numbers"][0]["capabilities"]
    assert {"voice", "SMS", "MMS", "fax"} <= set(can)
