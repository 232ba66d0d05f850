"""The provider's own arguments (`provider "twilio" { … }`)."""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.sids import is_placeholder, what_belongs
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio import oauth
from terraform_twilio.twilio.credentials import UNKNOWN as UNKNOWN_TEXT
from terraform_twilio.twilio.credentials import choose
from terraform_twilio.twilio.errors import CredentialsError, UnusableValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.diagnostics import Diagnostic

# name: (sensitive, description)
ARGUMENTS = {
    "account_sid": (False, "SID of the account to manage. Also `TWILIO_ACCOUNT_SID`, then `ACCOUNT_SID`."),
    "api_key": (False, "SID of an API key, used with `api_secret` instead of the auth token. Also `TWILIO_API_KEY`."),
    "api_secret": (True, "Secret of `api_key`. Also `TWILIO_API_SECRET`."),
    "auth_token": (True, "Auth token of `account_sid`. Also `TWILIO_AUTH_TOKEN`, then `AUTH_TOKEN`."),
    "client_id": (False, "Client id of an OAuth app, which the organization's API takes instead of an account's "
                         "credentials. Also `TWILIO_CLIENT_ID`."),
    "client_secret": (True, "Secret of `client_id`. Also `TWILIO_CLIENT_SECRET`."),
    "edge": (False, "Edge location that requests enter by, such as `dublin`. Also `TWILIO_EDGE`."),
    "endpoint": (False, "One base URL for every request, for the emulator or a proxy. Also `TWILIO_ENDPOINT`."),
    "password": (True, "The official provider's name for an auth token or an API key's secret. Also "
                       "`TWILIO_PASSWORD`."),
    "region": (False, "Region that data is processed in, such as `ie1`. Also `TWILIO_REGION`."),
    "subaccount_sid": (False, "SID of a subaccount to manage with its parent's credentials. Also `TWILIO_SUBACCOUNT_SID`."),
    "username": (False, "The official provider's name for an account's or an API key's SID. Also "
                        "`TWILIO_USERNAME`."),
}

_PLACES = ("endpoint", "region", "edge")
_SIDS = {"account_sid": ["AC"], "subaccount_sid": ["AC"], "api_key": ["SK"], "username": ["AC", "SK"]}


def validate_provider(config: dict) -> list[Diagnostic]:
    """Only what is certainly wrong: a placeholder of the documentation left in place (W2), a place that is no part of a URL."""
    said = [diagnose.placeholder(name, what_belongs(prefixes), (name,)) for name, prefixes in _SIDS.items()
            if isinstance(config.get(name), str) and is_placeholder(config[name])]
    places = {name: config[name] for name in _PLACES if isinstance(config.get(name), str) and config[name]}
    return said + (_unusable(places) if places else [])


def _unusable(places: dict) -> list[Diagnostic]:
    from terraform_twilio.twilio import addressing  # 0.3 ms, and few configurations say where

    said = []
    for name, text in places.items():
        try:
            addressing.place(**{**dict.fromkeys(_PLACES), name: text}, environ={})
        except UnusableValue as problem:
            said.append(diagnose.unusable_argument(name, problem))
    return said


def unusable(config: dict, environ: dict) -> list[Diagnostic]:
    """What certainly fails, fails once, here: credentials (Z2: unknown ones fail when they are first used), and a place
    that the environment names (`validate_provider` has seen the configuration's)."""
    named = {name: text for name, text in reach(config, environ).items() if text and _known(config.get(name)) is None}
    said = _unusable(named) if named else []
    return said + [diagnose.credentials(chosen) for chosen in (credentials(config, environ), app(config, environ))
                   if isinstance(chosen, CredentialsError) and not chosen.unknown]


def credentials(config: dict, environ: dict) -> object:
    """What the client calls with; a CredentialsError is kept and raised at the first call."""
    return choose(_for_choice(config), environ)


def app(config: dict, environ: dict) -> object:
    """The OAuth app for the organization's API, the CredentialsError why it cannot be used, or None."""
    return oauth.choose(_for_choice(config), environ)


def reach(config: dict, environ: dict) -> dict:
    """Where requests go: `endpoint`, `region`, `edge`, each from the configuration, else from TWILIO_*."""
    return {name: _known(config.get(name)) or environ.get(f"TWILIO_{name.upper()}") or None
            for name in _PLACES}


def secrets(config: dict, environ: dict) -> list:
    """Every secret that the configuration or the environment holds, known or not used."""
    names = [name for name, (sensitive, _) in ARGUMENTS.items() if sensitive]
    return [*(config.get(name) for name in names), environ.get("AUTH_TOKEN"),
            *(environ.get(f"TWILIO_{name.upper()}") for name in names)]


def _known(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _for_choice(config: dict) -> dict:
    return {name: UNKNOWN_TEXT if value is UNKNOWN else value for name, value in config.items()}
