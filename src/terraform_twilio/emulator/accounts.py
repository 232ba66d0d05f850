"""Who asks, and for which account: basic authentication by account or API key, or an OAuth app's token (A1).

1. An account given on the command line has its token; when any is given, no other account exists.
2. Without any, the first token used with an account is its token from then on.
3. A parent's credentials reach its subaccounts on v2010 only; a subaccount's reach nobody else.
4. A standard key is refused on accounts and keys. A closed or suspended account is refused.
5. The organizations' API takes an OAuth app's token alone; no account's token and no key reach it.
6. An OAuth app's token is its account's, for an hour.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re

from terraform_twilio.emulator.answers import Refusal, not_authenticated
from terraform_twilio.emulator.clock import rfc2822
from terraform_twilio.emulator.routes import Match
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import World

HOST, COLLECTION = "api.twilio.com", "/2010-04-01/Accounts"
ACCOUNT = re.compile(r"AC[0-9a-fA-F]{32}")
KEY_COLLECTION = "/v1/Keys"
STANDARD = "standard"
LIFETIME = 3600
BEARERS_ONLY = "preview-iam.twilio.com"
"""Its document declares OAuth2 client credentials for all operations, and nothing else."""
REFUSED_TO_STANDARD = (
    re.compile(r"api\.twilio\.com/2010-04-01/Accounts(/\{[^}]+\})?\.json"),
    re.compile(r"api\.twilio\.com/2010-04-01/Accounts/\{[^}]+\}/Keys(/\{[^}]+\})?\.json"),
    re.compile(r"iam\.twilio\.com/v1/Keys(/.*)?"),
)


class Caller:
    """The account whose credentials were used, and whether by a standard API key."""

    __slots__ = ("account", "is_standard_key")

    def __init__(self, account: str, *, is_standard_key: bool = False) -> None:
        self.account = account
        self.is_standard_key = is_standard_key


def credentials(header: str) -> tuple[str, str]:
    """User and password of a Basic header."""
    scheme, _, encoded = header.partition(" ")
    try:
        user, colon, password = base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise not_authenticated() from None
    if scheme.lower() != "basic" or not colon or not user or not password:
        raise not_authenticated()
    return user, password


def authenticate(world: World, header: str) -> Caller:
    """Who asks; 401 for anything that is not a known account or key with its secret."""
    user, password = credentials(header)
    if user.startswith("SK"):
        return by_key(world, user, password)
    account = account_record(world, user) or first_seen(world, user, password)
    tokens = (account.properties["auth_token"], account.properties.get("secondary_auth_token"))
    if not any(token and same(token, password) for token in tokens):
        raise not_authenticated()
    return Caller(user)


def same(secret: str, given: str) -> bool:
    return hmac.compare_digest(secret.encode(), given.encode())


def by_key(world: World, sid: str, secret: str) -> Caller:
    """The caller behind an API key made in this emulator."""
    keys = [key for key in world.store.with_sid(sid) if key.collection == KEY_COLLECTION]
    if not keys or not same(keys[0].properties.get("secret", ""), secret):
        raise not_authenticated()
    return Caller(keys[0].account, is_standard_key=keys[0].properties.get("key_type", STANDARD) == STANDARD)


def by_flex_token(world: World, token: str) -> Caller:
    """The caller behind a Flex Insights session made here; a token from elsewhere is that of the only account there is."""
    known = world.store.fact(f"flex token {token}")
    mains = [account.name for account in world.store.across(HOST, COLLECTION)
             if account.properties["owner_account_sid"] == account.name]
    if not token or not (known or len(mains) == 1):
        raise not_authenticated("the token is of no session, and there is not one account that it could belong to")
    return Caller(known or mains[0])


def new_bearer(world: World, account: str) -> str:
    """A token with which an app of the account signs, until its hour ends."""
    token = world.sids.digits() + world.sids.digits()
    world.store.remember(f"bearer {token}", account)
    world.store.remember(f"end of bearer {token}", str(world.clock.now() + LIFETIME))
    return token


def by_bearer(world: World, token: str) -> Caller:
    """The caller behind an OAuth app's token made here, until it ends."""
    account, end = world.store.fact(f"bearer {token}"), world.store.fact(f"end of bearer {token}", "inf")
    if not account or world.clock.now() >= float(end):
        raise not_authenticated()
    return Caller(account)


def check_scheme(match: Match) -> None:
    """Refuses an account's own token where Twilio takes an app's."""
    if match.operation.host == BEARERS_ONLY:
        raise not_authenticated("organizations take the token of an OAuth app")


def named(world: World, header: str) -> str:
    """The SID in the credentials, right or wrong, or the account of an app's token; nobody's where there is neither."""
    scheme, _, token = header.partition(" ")
    if scheme.lower() == "bearer":
        return world.store.fact(f"bearer {token}")
    try:
        return credentials(header)[0]
    except Refusal:
        return ""


def account_record(world: World, sid: str) -> Resource | None:
    """The account of a SID."""
    return world.store.at(HOST, sid, f"{COLLECTION}/{sid}")


def first_seen(world: World, sid: str, token: str) -> Resource:
    """An account comes into being with the first token used, unless the command line named the accounts."""
    if not ACCOUNT.fullmatch(sid) or (world.accounts and sid not in world.accounts):
        raise not_authenticated()
    return add_account(world, sid, world.accounts.get(sid, token))


def add_account(world: World, sid: str, token: str, name: str = "Emulated account") -> Resource:
    """Stores a main account, its own owner."""
    moment = rfc2822(world.clock.now())
    account = account_record(world, sid) or Resource(sid, HOST, COLLECTION, sid, {
        "sid": sid, "auth_token": token, "friendly_name": name, "owner_account_sid": sid, "status": "active",
        "type": "Full", "date_created": moment, "date_updated": moment}, world.clock.now())
    account.properties["auth_token"] = token
    world.store.save(account)
    return account


def account_of(world: World, caller: Caller, match: Match) -> str:
    """The account that a call is about; 401 where the caller may not reach it."""
    if caller.is_standard_key and any(rule.fullmatch(match.operation.host + match.operation.path)
                                      for rule in REFUSED_TO_STANDARD):
        raise not_authenticated("a standard API key may not use accounts and keys")
    check_active(world, caller.account)
    if match.operation.host != HOST or "/{" not in match.operation.path:
        return caller.account
    if "{AccountSid}" not in match.operation.path:
        return match.values[0] if owns(world, caller, match.values[0]) else caller.account
    return reachable(world, caller, match.values[0])


def owns(world: World, caller: Caller, sid: str) -> bool:
    """Whether an account is the caller's or one of its subaccounts."""
    account = account_record(world, sid)
    return account is not None and caller.account in (sid, account.properties["owner_account_sid"])


def reachable(world: World, caller: Caller, sid: str) -> str:
    """The account in a v2010 path, when it is the caller's or one of its subaccounts."""
    if not owns(world, caller, sid):
        raise not_authenticated()
    check_active(world, sid)
    return sid


def check_active(world: World, sid: str) -> None:
    account = account_record(world, sid)
    if account and account.properties["status"] != "active":
        raise Refusal(403, 20005, f"Account {sid} is not active: Authenticate with an active account")
