"""Voice geo permissions: countries are changed by one update of many.

Source: the document's text of `UpdateRequest` (a JSON array of objects with `iso_code` and three flags, written as
text). The countries are ISO 3166's that can be called; their flags are off until somebody sets them [mem].
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from terraform_twilio.emulator.answers import Answer, invalid
from terraform_twilio.emulator.places import Location, absent
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

HOST, COUNTRIES = "voice.twilio.com", "/v1/DialingPermissions/Countries"
FLAGS = ("low_risk_numbers_enabled", "high_risk_special_numbers_enabled", "high_risk_tollfraud_numbers_enabled")


@cache
def countries() -> dict[str, dict]:
    """What is known of each country, by its code."""
    lines = Path(__file__).parents[1].joinpath("countries.txt").read_text(encoding="utf-8").splitlines()
    split = (line.split(" ", 3) for line in lines)
    return {iso: {"iso_code": iso, "name": name, "country_codes": [code], "continent": continent}
            for iso, code, continent, name in split}


def update_countries(call: Call) -> Answer:
    """All elements are checked before any is stored."""
    given = call.parameters["UpdateRequest"]
    elements = [checked(element) for element in elements_of(given)]
    for element in elements:
        country = country_at(call, element["iso_code"])
        country.properties.update({name: value for name, value in element.items() if name in FLAGS})
        call.world.store.save(country)
    text = given if isinstance(given, str) else json.dumps(given)
    return Answer(201, {"update_count": len(elements), "update_request": text})


def elements_of(given: object) -> list:
    try:
        elements = json.loads(given) if isinstance(given, str) else given
    except ValueError:
        raise invalid("Invalid parameter UpdateRequest: it is not valid JSON") from None
    if not isinstance(elements, list) or not elements:
        raise invalid("Invalid parameter UpdateRequest: it is not a JSON array of update objects")
    return elements


def checked(element: object) -> dict:
    """An element with its flags as booleans."""
    if not isinstance(element, dict) or len(str(element.get("iso_code", ""))) != 2:
        raise invalid("Invalid parameter UpdateRequest: each object needs an iso_code")
    flags = {name: str(element[name]).lower() for name in FLAGS if name in element}
    if str(element["iso_code"]) not in countries():
        raise invalid(f"Invalid parameter UpdateRequest: there is no country {element['iso_code']}")
    if set(flags.values()) - {"true", "false"}:
        raise invalid("Invalid parameter UpdateRequest: a flag is true or false")
    return {"iso_code": str(element["iso_code"]), **{name: value == "true" for name, value in flags.items()}}


def country_at(call: Call, iso_code: str) -> Resource:
    """The stored country, or a new one: every country exists without having been created."""
    stored = call.world.store.at(HOST, call.account, f"{COUNTRIES}/{iso_code}")
    return stored or Resource(call.account, HOST, COUNTRIES, iso_code, {
        **countries()[iso_code], **dict.fromkeys(FLAGS, False)}, call.now)


def every_country(call: Call, location: Location) -> list[Resource]:
    """All of them by their codes, changed or not."""
    found = [country_at(call, iso_code) for iso_code in countries()]
    for country in found:
        country.number = None
    return found


def show_country(call: Call, shown: Resource) -> None:
    if shown.name not in countries():
        raise absent(call)
    shown.properties.update(countries()[shown.name])


LISTING = {HOST + COUNTRIES: every_country}
STANDING = {HOST + COUNTRIES: show_country}
ANSWERS = {"POST voice.twilio.com/v1/DialingPermissions/BulkCountryUpdates": update_countries}
