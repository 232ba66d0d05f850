"""Phone numbers: an inventory that never changes, buying, capabilities, moving to another account.

Source: twilio-semantics.md A7 (codes and magic numbers of Twilio's test credentials), recorded answers.
"""

from __future__ import annotations

import re

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.answers import Answer, Refusal, invalid
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.kinds import Kind
from terraform_twilio.emulator.paging import equal
from terraform_twilio.emulator.places import Location, absent
from terraform_twilio.emulator.quirks import patterns
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ROOT = "api.twilio.com/2010-04-01/Accounts/{}"
OWNED = ROOT + "/IncomingPhoneNumbers"
AVAILABLE = ROOT + "/AvailablePhoneNumbers"
VARIANTS = {"Local": "local", "Mobile": "mobile", "TollFree": "toll-free"}
TYPES = ("Local", "TollFree", "Mobile", "National", "Voip", "SharedCost", "MachineToMachine")
PREFIXES = {"US": "+1", "CA": "+1", "GB": "+44", "DE": "+49", "FR": "+33", "AU": "+61", "NL": "+31", "SE": "+46",
            "ES": "+34", "IT": "+39", "IE": "+353", "JP": "+81", "BR": "+55", "MX": "+52"}
NAMES = {"US": "United States", "CA": "Canada", "GB": "United Kingdom", "DE": "Germany", "FR": "France",
         "AU": "Australia", "NL": "Netherlands", "SE": "Sweden", "ES": "Spain", "IT": "Italy", "IE": "Ireland",
         "JP": "Japan", "BR": "Brazil", "MX": "Mexico"}
AREA_CODES = {"Local": "415", "Mobile": "7", "TollFree": "800", "National": "30", "Voip": "32", "SharedCost": "84",
              "MachineToMachine": "88"}
PLACES = {"region": "InRegion", "locality": "InLocality", "postal_code": "InPostalCode", "rate_center": "InRateCenter",
          "lata": "InLata"}
STOCK = 30
MAGIC = {"+15005550000": (21422, "PhoneNumber +15005550000 is not available"),
         "+15005550001": (21421, "PhoneNumber +15005550001 is invalid")}
MAGIC_AREAS = {"533": (21452, "No phone numbers found in area code 533")}
CAPABILITIES = {"voice": True, "sms": True, "mms": True, "fax": False}
OFFERED = {**CAPABILITIES, "SMS": True, "MMS": True}
"""What a number on sale shows: recorded answers spell two in capitals, the documents none."""


def inventory(country: str, kind: str, area: str = "") -> list[str]:
    """The numbers on sale: always the same ones."""
    prefix, code = PREFIXES[country], area or AREA_CODES[kind]
    return [f"{prefix}{code}{5550100 + step * 37:07d}"[:16] for step in range(STOCK)]


def national(number: str, prefix: str) -> str:
    """A number as it is shown to people."""
    digits = number.removeprefix(prefix)
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" if prefix == "+1" else digits


def on_sale(call: Call, location: Location) -> list[Resource]:
    """The inventory, without what somebody has bought."""
    country, kind = location.collection.split("/")[-2:]
    if country not in PREFIXES:
        raise absent(call)
    owned = {number.properties["phone_number"] for number in owned_by_anyone(call)}
    shown = [number for number in inventory(country, kind, area_asked(call)) if number not in owned]
    return [offer(call, location, country, number) for number in shown if fits(call, number)]


def area_asked(call: Call) -> str:
    return str(call.query.get("AreaCode") or "")


def fits(call: Call, number: str) -> bool:
    """`Contains`, and the capabilities asked for."""
    wanted = {name: call.query.get(f"{label}Enabled") for name, label in
              (("voice", "Voice"), ("sms", "Sms"), ("mms", "Mms"), ("fax", "Fax"))}
    return patterns.on_sale(str(call.query.get("Contains") or ""), number) and all(
        value is None or equal(CAPABILITIES[name], value) for name, value in wanted.items())


def offer(call: Call, location: Location, country: str, number: str) -> Resource:
    """One number on sale; it stands where it was looked for, as with an area code: there is a number everywhere."""
    prefix = PREFIXES[country]
    return Resource(call.account, location.host, location.collection, number, {
        "friendly_name": national(number, prefix), "phone_number": number, "lata": "722" if prefix == "+1" else None,
        "locality": "San Francisco" if country == "US" else None, "rate_center": None, "latitude": None,
        "longitude": None, "region": "CA" if country == "US" else None, "postal_code": None, "iso_country": country,
        "address_requirements": "none", "beta": False, "capabilities": OFFERED, **place_asked(call)}, call.now)


def place_asked(call: Call) -> dict[str, str]:
    """The places that the query names; a number stands for wherever that number is."""
    asked = {name: str(call.query.get(parameter) or "") for name, parameter in PLACES.items()}
    return {name: place for name, place in asked.items() if place and not place.startswith("+")}


def countries(call: Call, location: Location) -> list[Resource]:
    """The countries with an inventory."""
    return [country_at(call, location, code) for code in PREFIXES]


def country_at(call: Call, location: Location, code: str) -> Resource:
    country = Resource(call.account, location.host, location.collection, code, {}, call.now)
    describe_country(call, country)
    return country


def describe_country(call: Call, country: Resource) -> None:
    """A country and the addresses of its lists."""
    if country.name not in PREFIXES:
        raise absent(call)
    lists = {word: f"{country.path}/{segment}.json" for word, segment in
             (("local", "Local"), ("toll_free", "TollFree"), ("mobile", "Mobile"))}
    country.properties.update(
        country_code=country.name, country=NAMES[country.name], beta=False, subresource_uris=lists)


def owned_by_anyone(call: Call) -> list[Resource]:
    return [number for number in call.world.store.everything() if number.collection.endswith("/IncomingPhoneNumbers")]


def buy(call: Call, number: Resource) -> None:
    """A number by itself or by area code; taken, wrong and magic ones are refused with their codes."""
    wanted, area = call.parameters.get("PhoneNumber"), call.parameters.get("AreaCode")
    if not wanted and not area:
        raise Refusal(400, 21404, "Missing required parameter PhoneNumber or AreaCode in the post body")
    chosen = str(wanted) if wanted else first_in_area(call, str(area))
    check_number(call, chosen)
    number.properties["phone_number"] = chosen
    describe(call, number)


def first_in_area(call: Call, area: str) -> str:
    if area in MAGIC_AREAS:
        raise Refusal(400, *MAGIC_AREAS[area])
    if not re.fullmatch(r"\d{3}", area):
        raise Refusal(400, 21451, f"Invalid area code {area}")
    owned = {number.properties["phone_number"] for number in owned_by_anyone(call)}
    free = [number for number in inventory("US", "Local", area) if number not in owned]
    if not free:
        raise Refusal(400, 21452, f"No phone numbers found in area code {area}")
    return free[0]


def check_number(call: Call, number: str) -> None:
    if number in MAGIC:
        raise Refusal(400, *MAGIC[number])
    if not re.fullmatch(r"\+[1-9]\d{6,14}", number):
        raise Refusal(400, 21421, f"{number} is not a valid phone number")
    if number != "+15005550006" and any(number == owned.properties["phone_number"] for owned in owned_by_anyone(call)):
        raise Refusal(400, 21422, f"{number} is not available")


def describe(call: Call, number: Resource) -> None:
    """What every owned number shows."""
    phone_number = str(number.properties["phone_number"])
    number.properties["friendly_name"] = number.properties.get("friendly_name") or friendly(phone_number)
    for name, value in (("capabilities", CAPABILITIES), ("origin", "twilio"), ("status", "in-use"), ("type", "local"),
                        ("emergency_status", "Inactive"), ("emergency_address_status", "unregistered")):
        number.properties.setdefault(name, value)
    number.properties["iso_country"] = next(code for code, prefix in [*PREFIXES.items(), ("US", "+")]
                                            if phone_number.startswith(prefix))


def friendly(number: str) -> str:
    return national(number, "+1") if number.startswith("+1") and len(number) == 12 else number


def buy_variant(call: Call) -> Answer:
    """`/Local`, `/Mobile` and `/TollFree` buy like the collection above them."""
    variant = call.operation.path.removesuffix(".json").rpartition("/")[2]
    if call.parameters.pop("AreaCode", None):
        raise Refusal(400, 21457, f"A {variant} number cannot be bought by AreaCode, only by PhoneNumber")
    if not call.parameters.get("PhoneNumber"):
        raise invalid("Missing required parameter PhoneNumber in the post body")
    root = f"/2010-04-01/Accounts/{call.account}"
    account = Resource(call.account, "api.twilio.com", "/2010-04-01/Accounts", call.account, {}, call.now)
    kind = call.world.kinds.at("api.twilio.com", "/2010-04-01/Accounts/{}/IncomingPhoneNumbers")
    values = {name: value for name, value in bought(call, kind).items() if value is not None}
    values["type"] = VARIANTS[variant]
    number = child(call, account, "/IncomingPhoneNumbers", values, "/2010-04-01/Accounts")
    return Answer(201, properties.rendered(kind, call.operation.shape, number.properties, "api.twilio.com",
                                f"{root}/IncomingPhoneNumbers/{number.sid}"))


def bought(call: Call, kind: Kind) -> dict:
    """The properties of a number that is being bought."""
    number = Resource(call.account, "api.twilio.com", "", "", {}, call.now)
    properties.place(kind, number.properties, call.parameters)
    buy(call, number)
    return number.properties


def list_variant(call: Call, location: Location) -> list[Resource]:
    """The owned numbers of one type."""
    base, _, variant = location.collection.rpartition("/")
    owned = call.world.store.children(location.host, call.account, base)
    return [number for number in owned if number.properties.get("type") == VARIANTS[variant]]


def move(call: Call, number: Resource, before: dict) -> None:
    """`AccountSid` in an update moves the number to another account of the family."""
    target = call.parameters.get("AccountSid")
    if target and target != number.account:
        account = call.world.store.at("api.twilio.com", str(target), f"/2010-04-01/Accounts/{target}")
        if account is None or call.caller not in (target, account.properties["owner_account_sid"]):
            raise invalid(f"Invalid parameter AccountSid: {target} is no account of yours")
        number.account = str(target)
        number.collection = f"/2010-04-01/Accounts/{target}/IncomingPhoneNumbers"
        number.properties["account_sid"] = target


CREATING = {OWNED: buy}
UPDATING = {OWNED: move}
STANDING = {AVAILABLE: describe_country}
LISTING = {
    AVAILABLE: countries,
    **{f"{AVAILABLE}/{{}}/{kind}": on_sale for kind in TYPES},
    **{f"{OWNED}/{variant}": list_variant for variant in VARIANTS},
}
ANSWERS = {f"POST api.twilio.com/2010-04-01/Accounts/{{AccountSid}}/IncomingPhoneNumbers/{variant}.json": buy_variant
           for variant in VARIANTS}
