"""Makes the resources that a JSON text names, through every client's door: what Twilio would refuse is refused.

What no client can make, for Twilio does (`planting.py`), a seed puts there by hand.

    {"accounts": {"AC…": "token"},
     "resources": [
       {"create": "proxy.twilio.com/v1/Services", "parameters": {"UniqueName": "support"}, "as": "support"},
       {"create": "proxy.twilio.com/v1/Services/{support}/Sessions", "account": "AC…", "parameters": {}},
       {"exists": "monitor.twilio.com/v1/Alerts", "properties": {"log_level": "error"}}]}

1. `create` is the host and the path of a POST, `exists` those of a collection; `{AccountSid}` in it is the account,
   `{name}` an earlier resource's SID; a parameter or property that is nothing but such a name is replaced, too.
2. `account` is the first of `accounts` unless it is named; one that exists needs no token.
3. All or nothing: after a refusal everything is as it was.
"""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from urllib.parse import urlencode

from terraform_twilio.emulator.accounts import ACCOUNT, BEARERS_ONLY, account_record, add_account, new_bearer
from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.exchange import Exchange, Request
from terraform_twilio.emulator.planting import Unplantable, plant

WAYS = {"create": "parameters", "exists": "properties"}
"""How a resource comes to be, and what holds its values."""

APPS, APP = "iam.twilio.com/v1/Account/OAuthApps", {"type": "public", "policy": {}}
FACTS = ("account", "as")
REFERENCE = re.compile(r"\{(\w+)\}")


class Unloadable(Exception):
    """A seed that cannot be carried out; the text says which part and why."""


def load_file(exchange: Exchange, path: Path) -> None:
    """Makes what a file names, unless resources are stored already (beside accounts)."""
    if all(resource.collection.endswith("/Accounts") for resource in exchange.world.store.everything()):
        try:
            load(exchange, json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, Unloadable) as reason:
            raise Unloadable(f"{path}: {reason}") from None


def load(exchange: Exchange, seed: object) -> list[dict]:
    """Makes everything a seed names; the answers, in order. Unloadable says what was refused, and nothing is made."""
    accounts, resources = checked(seed)
    store = exchange.world.store
    before = store.everything(), store.facts()
    try:
        with store.transaction():
            for sid, token in accounts.items():
                add_account(exchange.world, sid, token)
        return made(exchange, next(iter(accounts), None), resources)
    except Unloadable:
        with store.transaction():
            store.put_back(*before)
        raise


def new_app(exchange: Exchange, account: str) -> dict[str, str]:
    """The variables by which this project's provider knows an OAuth app, which the account has made."""
    app, = made(exchange, account, [{"create": APPS, "parameters": {"friendly_name": "Terraform", **APP}}])
    return {"TWILIO_CLIENT_ID": app["sid"], "TWILIO_CLIENT_SECRET": app["secret"]}


def checked(seed: object) -> tuple[dict[str, str], list[dict]]:
    """The accounts and resources of a seed that has the right form."""
    if not isinstance(seed, dict) or set(seed) - {"accounts", "resources"}:
        raise Unloadable("a seed is a JSON object of accounts and resources")
    accounts, resources = seed.get("accounts", {}), seed.get("resources", [])
    if not isinstance(accounts, dict) or not isinstance(resources, list):
        raise Unloadable("accounts are an object of tokens by SID, resources a list")
    for sid, token in accounts.items():
        if not ACCOUNT.fullmatch(sid) or not isinstance(token, str) or not token:
            raise Unloadable(f"{sid} is no account SID with a token")
    for number, resource in enumerate(resources, 1):
        check_resource(number, resource)
    return accounts, resources


def check_resource(number: int, resource: object) -> None:
    way = way_of(resource)
    if way is None or set(resource) - {way, WAYS[way], *FACTS}:
        raise Unloadable(f"resource {number} is no object of create and parameters, or exists and properties, with a "
                         f"host and a path, and perhaps {' and '.join(FACTS)}")
    if not isinstance(resource.get(WAYS[way], {}), dict):
        raise Unloadable(f"the {WAYS[way]} of resource {number} are no object")


def way_of(resource: object) -> str | None:
    """The one way in which a resource comes to be."""
    found = [way for way in WAYS if isinstance(resource, dict) and isinstance(resource.get(way), str)]
    return found[0] if len(found) == 1 else None


def made(exchange: Exchange, account: str | None, resources: list[dict]) -> list[dict]:
    """Creates one after the other; each may refer to those before it."""
    answers, known = [], {}
    for number, resource in enumerate(resources, 1):
        owner = resource.get("account", account)
        if owner is None or not account_record(exchange.world, owner):
            raise Unloadable(f"resource {number} belongs to the account {owner}, which does not exist")
        way = way_of(resource)
        address, values = resolved(resource, way, {**known, "AccountSid": owner}, number)
        body = (created if way == "create" else planted)(exchange, owner, address, values, number)
        if "as" in resource:
            known[resource["as"]] = body.get("sid") or body.get("id") or ""
        answers.append(body)
    return answers


def resolved(resource: dict, way: str, known: dict[str, str], number: int) -> tuple[str, dict]:
    """A resource's address and values with the SIDs that they refer to."""
    def sid(reference: re.Match) -> str:
        if reference[1] not in known:
            raise Unloadable(f"resource {number} refers to {reference[1]}, which nothing before it is called")
        return known[reference[1]]

    values = {name: REFERENCE.sub(sid, value) if isinstance(value, str) and REFERENCE.fullmatch(value) else value
              for name, value in resource.get(WAYS[way], {}).items()}
    return REFERENCE.sub(sid, resource[way]), values


def created(exchange: Exchange, account: str, address: str, parameters: dict, number: int) -> dict:
    """The answer to one create, as the account itself."""
    host, slash, path = address.partition("/")
    is_json = takes_json(exchange, host, slash + path)
    kind = "application/json" if is_json else "application/x-www-form-urlencoded"
    request = Request("POST", host, slash + path, "", {
        "authorization": authorization(exchange, account, host), "content-type": kind}, encoded(parameters, is_json=is_json))
    answer, _ = exchange.stored(request, {}, {})
    if answer.status >= 300 or not isinstance(answer.body, dict):
        said = answer.body["message"] if isinstance(answer.body, dict) else answer.status
        raise Unloadable(f"resource {number} ({address}) is refused: {said}")
    return answer.body


def authorization(exchange: Exchange, account: str, host: str) -> str:
    """The account's own credentials, or the token of an app of it where nothing else is taken."""
    if host == BEARERS_ONLY:
        with exchange.world.store.transaction():
            return f"Bearer {new_bearer(exchange.world, account)}"
    token = account_record(exchange.world, account).properties["auth_token"]
    return "Basic " + base64.b64encode(f"{account}:{token}".encode()).decode()


def planted(exchange: Exchange, account: str, address: str, properties: dict, number: int) -> dict:
    """What Twilio would have made by itself."""
    try:
        with exchange.world.store.transaction():
            return plant(exchange.world, account, address, properties)
    except Unplantable as reason:
        raise Unloadable(f"resource {number} ({address}) cannot exist: {reason}") from None


def takes_json(exchange: Exchange, host: str, path: str) -> bool:
    """Whether a create reads JSON; what no operation is, is refused later."""
    try:
        return exchange.world.routes.match(host, "POST", path).operation.body == "json"
    except Refusal:
        return False


def encoded(parameters: dict, *, is_json: bool) -> bytes:
    """A body: JSON, or a form in which lists repeat their key and objects are JSON text."""
    if is_json:
        return json.dumps(parameters).encode()
    return urlencode({name: [text_of(one) for one in (value if isinstance(value, list) else [value])]
                      for name, value in parameters.items()}, doseq=True).encode()


def text_of(value: object) -> str:
    if isinstance(value, bool | dict | list):
        return json.dumps(value)
    return "" if value is None else str(value)
