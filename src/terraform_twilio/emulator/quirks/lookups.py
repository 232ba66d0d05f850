"""Lookups: what a number says by itself, and nothing of a package that was not asked for.

Source: the document's examples (each package null without `Fields`; TOO_SHORT and TOO_LONG with nothing known); of
version 1 the recorded answers (each package null without `Type`).
"""

from __future__ import annotations

import re

from terraform_twilio.emulator.quirks.phone_numbers import PREFIXES, national
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

NUMBERS = "lookups.twilio.com/v2/PhoneNumbers"
PACKAGES = ("caller_name", "sim_swap", "call_forwarding", "line_status", "line_type_intelligence", "identity_match",
            "reassigned_number", "sms_pumping_risk", "phone_number_quality_score", "pre_fill")
FIRST_PACKAGES = {
    "carrier": ("carrier", {"mobile_country_code": None, "mobile_network_code": None, "name": "", "type": "voip",
                            "error_code": None}),
    "caller-name": ("caller_name", {"caller_name": "", "caller_type": None, "error_code": None}),
}
NORTH_AMERICA = re.compile(r"\+1[0-9]{10}")
SHORTEST, LONGEST = 8, 15


def errors(number: str) -> list[str]:
    """What is wrong with a number."""
    digits = number.removeprefix("+")
    if not digits.isdigit():
        return ["NOT_A_NUMBER"]
    short, long = (11, 11) if digits.startswith("1") else (SHORTEST, LONGEST)
    return ["TOO_SHORT"] if len(digits) < short else ["TOO_LONG"] if len(digits) > long else []


def country_of(number: str) -> str | None:
    """The country whose prefix is the longest that fits; the first of those that share it."""
    fitting = [country for country, prefix in PREFIXES.items() if number.startswith(prefix)]
    return max(fitting, key=lambda country: len(PREFIXES[country]), default=None)


def show(call: Call, number: Resource) -> None:
    """The number as it is written, and the packages that were asked for."""
    text = str(number.properties["phone_number"])
    wrong, country = errors(text), country_of(text)
    is_known = not wrong and country is not None
    prefix = PREFIXES.get(country or "", "")
    asked = {name.strip() for name in str(call.query.get("Fields") or "").split(",")}
    number.properties.update(
        {name: None for name in PACKAGES if name not in asked}, valid=not wrong, validation_errors=wrong,
        country_code=country if is_known else None, calling_country_code=prefix.lstrip("+") if is_known else None,
        national_format=national(text, prefix) if is_known else None)
    if "sim_swap" in asked:
        number.properties["sim_swap"] = {"last_sim_swap": {
            "last_sim_swap_date": call.date(call.kind, "last_sim_swap_date"), "swapped_period": "", "swapped_in_period": False},
            "carrier_name": "", "mobile_country_code": "", "mobile_network_code": "", "error_code": 0}


def show_first(call: Call, number: Resource) -> None:
    """Version 1 of the same: a carrier and a caller's name where `Type` asks for them."""
    text = str(number.properties["phone_number"])
    country = None if errors(text) else country_of(text)
    asked = call.query.get("Type") or []
    number.properties.update(
        {name: dict(empty) if word in asked else None for word, (name, empty) in FIRST_PACKAGES.items()},
        country_code=country, national_format=national(text, PREFIXES[country]) if country else None)


def date_override(call: Call, override: Resource, before: dict | None = None) -> None:
    """An override says when it was made or changed."""
    override.properties["override_timestamp"] = call.date(call.kind, "override_timestamp")


OVERRIDES = NUMBERS + "/{}/Overrides"
READING = {NUMBERS: show, "lookups.twilio.com/v1/PhoneNumbers": show_first}
CREATING = {OVERRIDES: date_override}
UPDATING = {OVERRIDES: date_override}
