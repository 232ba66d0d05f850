"""What only looks different: when two values of an attribute mean the same to Twilio (rules P1, R2, W3).

Null, "" , [] and {} are one value, "nothing": Twilio answers null for what was sent empty, and the other way round.
"""

from __future__ import annotations

from terraform_twilio.engine.sids import is_sid
from terraform_twilio.terraform.json_text import dumps, loads
from terraform_twilio.terraform.values import UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Attribute


def is_empty(value: object) -> bool:
    """Null, or the empty string, list or map; `false` and 0 are values."""
    return value is None or (value is not UNKNOWN and isinstance(value, (str, list, dict)) and not value)


def same(attribute: Attribute, left: object, right: object) -> bool:
    """Whether two known values of an attribute differ in spelling only."""
    if left is UNKNOWN or right is UNKNOWN:
        return left is right
    if is_empty(left) or is_empty(right):
        return is_empty(left) and is_empty(right)
    if identical(left, right):
        return True
    normaliser = _normaliser_of(attribute)
    return normaliser in NORMALISERS and _alike(NORMALISERS[normaliser], left, right, identical)


def same_as_answered(attribute: Attribute, value: object, answer: object) -> bool:
    """Whether an answer says what the state holds; where Twilio completes JSON (`PARTS`), it may say more, and
    where it takes a name and answers the SID (`sid_or_name`), or the other way round, the two cannot be compared."""
    if attribute.normaliser == "sid_or_name" and is_sid(str(value)) is not is_sid(str(answer)):
        return not is_empty(value) and not is_empty(answer)
    if attribute.normaliser in PARTS and not is_empty(value) and not is_empty(answer):
        return _alike(PARTS[attribute.normaliser], value, answer, is_part_of)
    return same(attribute, value, answer)


def identical(left: object, right: object) -> bool:
    """Equality that keeps `true` apart from 1, at any depth."""
    if isinstance(left, bool) is not isinstance(right, bool):
        return False
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(identical, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(identical(left[key], right[key]) for key in left)
    return left == right


def nfc(text: str) -> str:
    """Terraform sends NFC; so what Twilio answers is compared and stored as NFC (protocol, value encoding)."""
    if text.isascii():
        return text
    from unicodedata import normalize  # 0.4 ms, and most text is ASCII

    return normalize("NFC", text)


def _normaliser_of(attribute: Attribute) -> str | None:
    if attribute.normaliser is None and attribute.type in ("json", ["list", "json"]):
        return "json"
    return attribute.normaliser


def _alike(spelling: object, left: object, right: object, compared: object) -> bool:
    try:
        return compared(spelling(left), spelling(right))
    except (ValueError, TypeError, AttributeError):
        return False  # not of the form that the normaliser knows: then only equal text is equal


def _json(value: object) -> object:
    if isinstance(value, list):
        return [loads(element) for element in value]
    return loads(value)


def is_part_of(part: object, whole: object) -> bool:
    """Whether an answer only adds to what was written: keys that nobody set, with what Twilio takes for them."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_part_of(element, whole[key]) for key, element in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(is_part_of, part, whole))
    return identical(part, whole) or (is_empty(part) and is_empty(whole))


def as_written(attribute: Attribute, written: object, answered: object) -> object:
    """A changed answer as a state shows it: of a text whose keys are managed one by one, those keys alone."""
    if attribute.normaliser != "json_part" or not isinstance(written, str) or not isinstance(answered, str):
        return answered
    try:
        left, right = loads(written), loads(answered)
    except ValueError:
        return answered
    return dumps(_projected(left, right)) if isinstance(left, dict) and isinstance(right, dict) else answered


def _projected(written: dict, answered: dict) -> dict:
    return {key: _projected(element, answered[key]) if isinstance(element, dict) and isinstance(answered[key], dict)
            else answered[key] for key, element in written.items() if key in answered}


def _named(value: str) -> dict:
    """A JSON list of objects by their names: their order says nothing."""
    return {element.get("name"): element for element in loads(value)}


def _json_without_nothing(value: object) -> object:
    """JSON without the keys that hold nothing, which is how Twilio shows what was never set."""
    return _without_nothing(_json(value))


def _without_nothing(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nothing(element) for key, element in value.items() if not is_empty(element)}
    return [_without_nothing(element) for element in value] if isinstance(value, list) else value


def _url(value: str) -> str:
    scheme, separator, rest = value.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{separator}{host.lower()}{slash or '/'}{path}"


def _phone(value: str) -> str:
    return "".join(character for character in value if character.isalnum() or character in "+*#")


def _unordered(value: list) -> list:
    return sorted(value)


def _comma_unordered(value: str) -> list:
    return sorted(part.strip() for part in value.split(","))


def _iso8601(value: str) -> str:
    """The same instant in UTC spelled with or without a fraction of zeros and as Z or +00:00."""
    moment = value.upper().replace("+00:00", "Z").replace("+0000", "Z")
    whole, dot, fraction = moment.rstrip("Z").partition(".")
    return f"{whole}{dot}{fraction}".rstrip("0").rstrip(".") if dot else whole


NORMALISERS = {
    "json": _json,
    "json_part": _json_without_nothing,
    "named_part": _named,
    "url": _url,
    "http_method": str.upper,
    "case": str.casefold,
    "phone": _phone,
    "unordered": _unordered,
    "comma_unordered": _comma_unordered,
    "iso8601": _iso8601,
    "rfc2822": str.casefold,
}

PARTS = {"json_part": _json, "named_part": _named}
"""JSON that Twilio completes: with what it takes for keys that nobody set, with elements that nobody named."""
