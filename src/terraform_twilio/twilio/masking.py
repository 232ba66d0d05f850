"""What may be shown of what travels: secrets replaced, by name and by value."""

from __future__ import annotations

MASK = "***"
# Parts of names, without case and separators; whole names where the part alone would hide too much.
_PARTS = ("token", "secret", "password", "apikey", "accesskey", "privatekey", "certificate", "tlscert", "authpayload",
          "binding", "registrationcode", "sinkconfiguration", "losingcarrier", "segmentcredential")
_WHOLE = frozenset(("value", "credentials", "authorization", "pin", "code"))
_SHORTEST = 6


def is_secret_name(name: str) -> bool:
    """Whether a parameter or property of this name may hold a secret."""
    plain = "".join([character for character in name.lower() if character.isalnum()])
    return plain in _WHOLE or any(part in plain for part in _PARTS)


def masked(value: object) -> object:
    """`value` with what stands under a secret's name replaced, at any depth."""
    if isinstance(value, dict):
        return {name: MASK if _hides(name, inner) else masked(inner) for name, inner in value.items()}
    return [masked(element) for element in value] if isinstance(value, list) else value


def secret_values(value: object, hidden: bool = False) -> list[str]:
    """The texts inside `value` that must not be repeated anywhere."""
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in secret_values(inner, hidden or is_secret_name(name))]
    if isinstance(value, list):
        return [text for element in value for text in secret_values(element, hidden)]
    return [value] if hidden and isinstance(value, str) else []


def redacted(value: object, secrets: list[str]) -> object:
    """`value`, a text or anything of texts, without these secrets. (Shorter ones than six characters would take words
    apart.)"""
    if isinstance(value, dict):
        return {name: redacted(inner, secrets) for name, inner in value.items()}
    if isinstance(value, list):
        return [redacted(element, secrets) for element in value]
    return _without(value, secrets) if isinstance(value, str) else value


def _without(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, MASK)
    return text


def _hides(name: str, value: object) -> bool:
    """Numbers stay: Twilio's error `code` is one. So does what is empty: that it is empty is no secret."""
    return bool(value) and isinstance(value, (str, dict, list)) and is_secret_name(name)
