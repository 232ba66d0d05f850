"""Which user name and password are used, decided once from what is configured and what the environment says.

1. An argument that is configured beats the environment.
2. The environment has two families, TWILIO_* and the founding ACCOUNT_SID and AUTH_TOKEN. What is configured may be
   completed by one of them, never by both.
3. An API key pair that is configured, in part at least, beats a token of the environment; a configured token beats a
   pair of the environment. Where neither is configured a complete API key pair comes first.
4. `username` and `password` are an API key pair when the name starts with SK, else account SID and token; beside them
   `account_sid` names the account addressed, as it does in the official provider.
5. A value that is not known yet makes the whole choice unknown: a CredentialsError whose `unknown` is true. So does an
   endpoint, region or edge: a call meant for the emulator must never reach the real Twilio.
"""

from __future__ import annotations

from binascii import b2a_base64

from terraform_twilio.twilio.errors import CredentialsError

UNKNOWN = "\0unknown"

_ARGUMENTS = ("account_sid", "auth_token", "api_key", "api_secret", "subaccount_sid", "username", "password")
_PLACES = ("endpoint", "region", "edge")
_TWILIO_NAMES = {argument: "TWILIO_" + argument.upper() for argument in _ARGUMENTS}
_FOUNDING_NAMES = {"account_sid": "ACCOUNT_SID", "auth_token": "AUTH_TOKEN"}
_FAMILIES = (_TWILIO_NAMES, _FOUNDING_NAMES)
_PAIRS = {"api_key": ("account_sid", "api_key", "api_secret"), "auth_token": ("account_sid", "auth_token")}
_PREFIXES = {"account_sid": "AC", "api_key": "SK", "subaccount_sid": "AC"}


class Credentials:
    """`user` and `password` as HTTP Basic takes them. `origin` says where they come from, for diagnostics."""

    __slots__ = ("account_sid", "origin", "password", "subaccount_sid", "user")

    def __init__(self, account_sid: str, user: str, password: str, subaccount_sid: str | None = None,
                 origin: str = "") -> None:
        self.account_sid = account_sid
        self.user = user
        self.password = password
        self.subaccount_sid = subaccount_sid
        self.origin = origin

    def __repr__(self) -> str:
        return f"Credentials({self.account_sid!r}, {self.user!r}, password hidden, {self.subaccount_sid!r})"

    @property
    def is_api_key(self) -> bool:
        return self.user != self.account_sid

    @property
    def authorization(self) -> str:
        """The value of the Authorization header."""
        return basic(self.user, self.password)

    @property
    def addressed(self) -> str:
        """The account that calls without one are for."""
        return self.subaccount_sid or self.account_sid


def basic(user: str, password: str) -> str:
    """User and password as HTTP Basic writes them."""
    return "Basic " + b2a_base64(f"{user}:{password}".encode(), newline=False).decode()


def choose(configured: dict, environ: dict) -> Credentials | CredentialsError:
    """The credentials to use, or the reason why there are none, both as values."""
    if UNKNOWN in [configured.get(name) for name in _PLACES]:
        return _not_known_yet()
    written = _translated(_present(configured, {argument: argument for argument in _ARGUMENTS}))
    if isinstance(written, CredentialsError):
        return written
    combinations = []
    for names in _FAMILIES:
        family = _translated(_present(environ, names))
        if isinstance(family, CredentialsError):
            return family
        combinations.append(({**family, **written}, names))
    return _first_complete(written, combinations)


def _first_complete(written: dict, combinations: list) -> Credentials | CredentialsError:
    wanted = [pair for pair, arguments in _PAIRS.items() if any(name in written for name in arguments[1:])]
    kinds = wanted[:1] or list(_PAIRS)
    for kind in kinds:
        for values, names in combinations:
            if all(argument in values for argument in _PAIRS[kind]):
                return _credentials(kind, values, _origin(_PAIRS[kind], written, names))
    if UNKNOWN in written.values():
        return _not_known_yet()
    return _missing(kinds, [values for values, _ in combinations])


def _credentials(kind: str, values: dict, origin: str) -> Credentials | CredentialsError:
    used = {argument: values[argument] for argument in (*_PAIRS[kind], "subaccount_sid") if argument in values}
    if UNKNOWN in used.values():
        return _not_known_yet()
    problem = next((problem for problem in (_misplaced(*fact) for fact in used.items()) if problem), None)
    if problem is not None:
        return CredentialsError(problem)
    account_sid = used["account_sid"]
    user = account_sid if kind == "auth_token" else used["api_key"]
    subaccount_sid = used.get("subaccount_sid")
    password = used[_PAIRS[kind][-1]]
    return Credentials(account_sid, user, password, None if subaccount_sid == account_sid else subaccount_sid, origin)


def _present(values: dict, names: dict) -> dict:
    """What is there, without the line break that a file or a shell left at its end; empty is absent."""
    texts = {argument: values.get(name) for argument, name in names.items()}
    stripped = {argument: text if text == UNKNOWN else text.strip() for argument, text in texts.items() if text}
    return {argument: text for argument, text in stripped.items() if text}


def _translated(values: dict) -> dict | CredentialsError:
    """`username` and `password` under the names they stand for."""
    rest = {argument: text for argument, text in values.items() if argument not in ("username", "password")}
    if UNKNOWN in (values.get("username"), values.get("password")):
        return _not_known_yet()
    if "username" not in values:
        return CredentialsError("`password` is given without `username`.") if "password" in values else rest
    named = _named(values["username"], values.get("password"))
    clash = next((name for name in named if name != "account_sid" and rest.get(name, named[name]) != named[name]), None)
    if clash is not None:
        return CredentialsError(f"`username` and `password` stand for the same as `{clash}`: give one of them.")
    return {**_with_official_account(rest, named), **named}


def _named(username: str, password: str | None) -> dict:
    names = ("api_key", "api_secret") if username.startswith("SK") else ("account_sid", "auth_token")
    return {name: text for name, text in zip(names, (username, password), strict=True) if text}


def _with_official_account(rest: dict, named: dict) -> dict:
    account_sid = rest.get("account_sid")
    if "account_sid" not in named or account_sid in (None, named["account_sid"]):
        return rest
    return {"subaccount_sid": account_sid, **rest}


def _misplaced(argument: str, text: str) -> str | None:
    prefix = _PREFIXES.get(argument)
    if prefix is None or text.startswith(prefix):
        return None
    shown = text[:2] if text[:2].isalpha() else "something else"
    return f"`{argument}` must start with {prefix}, and this one starts with {shown}."


def _origin(arguments: tuple, written: dict, names: dict) -> str:
    """Where each value comes from. (`username` and `password` go by the names they stand for.)"""
    return ", ".join([f"{name} from {'the configuration' if name in written else names.get(name, 'TWILIO_USERNAME')}"
                      for name in arguments])


def _not_known_yet() -> CredentialsError:
    return CredentialsError("The credentials are not known yet: a value they come from is only known after an apply. Apply "
                            "that alone first, with -target; to destroy what depends on it, use -refresh=false.",
                            unknown=True)


def _missing(kinds: list, combinations: list) -> CredentialsError:
    """Names what is missing from the choice that came closest."""
    gaps = [[name for name in _PAIRS[kind] if name not in values] for kind in kinds for values in combinations]
    nearest = min(gaps, key=len)
    told = " and ".join([f"`{name}` (environment: {_TWILIO_NAMES[name]})" for name in nearest])
    if kinds == list(_PAIRS) and nearest != ["account_sid"]:
        told += ", or an API key pair `api_key` and `api_secret`" if "auth_token" in nearest else ""
    return CredentialsError(f"The credentials are incomplete: {told} missing.")
