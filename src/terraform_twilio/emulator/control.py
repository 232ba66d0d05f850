"""The emulator's own interface under `/_emulator/`; `CONTROLS` at the end lists it."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from terraform_twilio.emulator import seeding
from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.clock import moment_told, seconds_told
from terraform_twilio.emulator.exchange import KEPT_REQUESTS, Exchange, Request
from terraform_twilio.emulator.fidelity import fidelity
from terraform_twilio.emulator.quirks.states import MANUAL, READS, SECONDS, STATES, step
from terraform_twilio.emulator.store import Resource

PREFIX = "/_emulator/"
SECRETS = frozenset({"auth_token", "secondary_auth_token", "secret", "password", "client_secret"})


class Mistaken(Exception):
    """A request of the control interface that says something impossible."""


def answer(exchange: Exchange, request: Request) -> Answer:
    """The answer of the control interface; it never fails with anything but a sentence."""
    name = request.path.removeprefix(PREFIX).strip("/")
    controls = CONTROLS.get(name)
    if controls is None:
        return Answer(404, {"error": f"there is no /_emulator/{name}; there is {', '.join(sorted(CONTROLS))}"})
    if is_from_elsewhere(request.headers):
        return Answer(403, {"error": "a page of another site may not use the emulator"})
    if request.method not in controls:
        return Answer(405, {"error": f"/_emulator/{name} answers {', '.join(controls)}"})
    try:
        with exchange.lock:
            return controls[request.method](exchange, dict(parse_qsl(request.query)), body_of(request))
    except (Mistaken, ValueError, seeding.Unloadable) as mistake:
        return Answer(400, {"error": str(mistake)})


def is_from_elsewhere(headers: dict[str, str]) -> bool:
    """Whether a browser sends this for a page that is not the emulator's own."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def body_of(request: Request) -> dict:
    """The JSON object of a body; {} for none."""
    if not request.body.strip():
        return {}
    body = json.loads(request.text)
    if not isinstance(body, dict):
        raise Mistaken("the body must be a JSON object")
    return body


def health(exchange: Exchange, query: dict, body: dict) -> Answer:
    return Answer(200, {"status": "ok", "operations": len(exchange.world.operations), "requests": exchange.count})


def reset(exchange: Exchange, query: dict, body: dict) -> Answer:
    """Forgets everything that was made, ordered and set, or everything that an account made.

    Accounts of the command line come back with their tokens when they are used."""
    told = {**query, **body}
    account = told.get("account")
    if set(told) - {"account"} or not isinstance(account, str | None):
        raise Mistaken("a reset takes an account's SID, or nothing")
    with exchange.world.store.transaction():
        exchange.world.store.forget(account)
    if account is None:
        exchange.requests.clear()
        exchange.faults.clear()
        exchange.limits.clear()
        exchange.world.pace.clear()
        exchange.world.clock.reset()
        exchange.world.sids.used = 0
    return Answer(204)


def masked(properties: dict) -> dict:
    """Properties without secrets."""
    return {name: "(secret)" if name in SECRETS and value else value for name, value in properties.items()}


def state(exchange: Exchange, query: dict, body: dict) -> Answer:
    """What is stored: of all accounts, of one, of one SID, of a host, of a collection, below a path, the first of it."""
    found = exchange.world.store.each(account=query.get("account"), host=query.get("host"), sid=query.get("sid"),
                                      collection=query.get("collection"))
    shown = ({"account": resource.account, "host": resource.host, "path": resource.path, "sid": resource.sid,
              "revision": resource.revision, "properties": masked(resource.properties)} for resource in found
             if resource.path.startswith(query.get("path", "")))
    selected = (one for one in shown if is_said_in(one, query.get("text", "").lower()))
    return Answer(200, {"resources": list(islice(selected, int(query["limit"]) if "limit" in query else None))})


def is_said_in(shown: dict, text: str) -> bool:
    """Whether a text stands in a resource as it is shown: in its path, or in a value that is no secret."""
    return text in f"{shown['path']} {list(shown['properties'].values())}".lower()


def overview(exchange: Exchange, query: dict, body: dict) -> Answer:
    """Each account: its name, and how many resources of which kind it has."""
    store = exchange.world.store
    found: dict[str, list] = {}
    for account, host, collection, count in store.counts():
        found.setdefault(account, []).append({"host": host, "collection": collection, "count": count})
    names = {account: record.properties.get("friendly_name", "") for account in found
             for record in store.with_sid(account)[:1]}
    return Answer(200, {"requests": exchange.count, "accounts": [
        {"sid": account, "name": names.get(account, ""), "collections": collections}
        for account, collections in found.items()]})


def seed(exchange: Exchange, query: dict, body: dict) -> Answer:
    """Makes what a JSON text names (`seeding.py`)."""
    return Answer(201, {"resources": seeding.load(exchange, body)})


COLUMNS = ("account", "host", "collection", "name", "created", "updated", "revision", "reads", "properties")


KINDS_OF_COLUMNS = {**dict.fromkeys(("account", "host", "collection", "name"), (str,)), "properties": (dict,),
                    **dict.fromkeys(("created", "updated"), (int, float)), **dict.fromkeys(("revision", "reads"), (int,))}


def snapshot(exchange: Exchange, query: dict, body: dict) -> Answer:
    """Everything that is stored, secrets included: it is meant to be put back."""
    return Answer(200, {"resources": [{column: getattr(resource, column) for column in COLUMNS}
                                      for resource in exchange.world.store.everything(query.get("account"))],
                        "facts": exchange.world.store.facts(query.get("account")), "sids": exchange.world.sids.used})


def restore(exchange: Exchange, query: dict, body: dict) -> Answer:
    """Puts a snapshot in place of what is stored."""
    if not isinstance(body.get("resources"), list) or not isinstance(body.get("facts", {}), dict):
        raise Mistaken("a snapshot has resources, a list, and facts")
    resources = [restored(facts) for facts in body["resources"]]
    sids = seconds_told(body.get("sids", 0))
    with exchange.world.store.transaction():
        facts = {name: str(value) for name, value in body.get("facts", {}).items()}
        exchange.world.store.put_back(resources, facts, query.get("account"))
        exchange.world.sids.used = max(exchange.world.sids.used, int(sids))
    return Answer(200, {"resources": len(resources)})


def restored(facts: object) -> Resource:
    """One resource of a snapshot."""
    if not isinstance(facts, dict) or set(facts) != set(COLUMNS) or not all(
            type(facts[name]) in kinds for name, kinds in KINDS_OF_COLUMNS.items()):
        raise Mistaken(f"each resource of a snapshot has exactly {', '.join(COLUMNS)}")
    resource = Resource(facts["account"], facts["host"], facts["collection"], facts["name"], facts["properties"], 0)
    for column in ("created", "updated", "revision", "reads"):
        setattr(resource, column, facts[column])
    return resource


def requests(exchange: Exchange, query: dict, body: dict) -> Answer:
    """The request log, filtered by the facts of its lines; `path` is its start, `since` a number, `limit` a count."""
    since, path, limit = int(query.pop("since", 0)), query.pop("path", ""), int(query.pop("limit", KEPT_REQUESTS))
    unknown = set(query) - {"method", "host", "status", "account", "operation"}
    if unknown:
        raise Mistaken(f"the log cannot be filtered by {', '.join(sorted(unknown))}")
    lines = [line for line in exchange.requests if line["number"] > since and line["path"].startswith(path)
             and all(str(line[name]) == value for name, value in query.items())]
    return Answer(200, {"requests": lines[-limit:] if limit > 0 else []})


def forget_requests(exchange: Exchange, query: dict, body: dict) -> Answer:
    exchange.requests.clear()
    return Answer(204)


def faults(exchange: Exchange, query: dict, body: dict) -> Answer:
    return Answer(200, {"faults": [fault.described() for fault in exchange.faults.orders]})


def add_fault(exchange: Exchange, query: dict, body: dict) -> Answer:
    return Answer(201, exchange.faults.add(body).described())


def switch_fault(exchange: Exchange, query: dict, body: dict) -> Answer:
    return Answer(200, exchange.faults.switch(int(query.get("id", 0)), body).described())


def clear_faults(exchange: Exchange, query: dict, body: dict) -> Answer:
    exchange.faults.clear(int(query["id"]) if "id" in query else None)
    return Answer(204)


def limits(exchange: Exchange, query: dict, body: dict) -> Answer:
    return Answer(200, {"limits": exchange.limits.described()})


def set_limit(exchange: Exchange, query: dict, body: dict) -> Answer:
    """So many `requests` in `seconds` for an `account`, or for each that has no limit of its own."""
    exchange.limits.set(body)
    return limits(exchange, query, body)


def clear_limits(exchange: Exchange, query: dict, body: dict) -> Answer:
    exchange.limits.clear(query.get("account"))
    return Answer(204)


def clock(exchange: Exchange, query: dict, body: dict) -> Answer:
    now = exchange.world.clock
    return Answer(200, {"now": now.now(), "frozen": now.frozen is not None})


def set_clock(exchange: Exchange, query: dict, body: dict) -> Answer:
    """`freeze` (true, or a moment), `advance` (seconds), `run` (true); all or nothing."""
    told = exchange.world.clock
    changes: dict[str, tuple[Callable, Callable]] = {
        "freeze": (lambda value: None if value is True else moment_told(value), told.freeze),
        "advance": (seconds_told, told.advance), "run": (always, lambda _: told.run()),
    }
    if set(body) - set(changes):
        raise Mistaken(f"the clock takes {', '.join(changes)}")
    values = {name: changes[name][0](value) for name, value in body.items()}
    for name, value in values.items():
        changes[name][1](value)
    return clock(exchange, query, body)


def always(value: object) -> bool:
    """What can only be true."""
    if value is not True:
        raise Mistaken("run is true, or not said")
    return value


def transitions(exchange: Exchange, query: dict, body: dict) -> Answer:
    """What changes by itself, and how fast."""
    pace = exchange.world.pace
    return Answer(200, {"transitions": [
        {"kind": kind, "property": name, "states": list(states), "by": pace.get(kind, (by, 0))[0],
         "after": pace.get(kind, (by, limit))[1]} for kind, (name, states, (by, limit)) in STATES.items()]})


def set_transition(exchange: Exchange, query: dict, body: dict) -> Answer:
    """With `kind`, `by` and `after` sets a pace; with `sid` takes one step, or goes to `state`."""
    if "sid" in body:
        return move(exchange, str(body["sid"]), body.get("state"))
    if str(body.get("kind")) not in STATES or body.get("by") not in (READS, SECONDS, MANUAL):
        raise Mistaken("give a kind that GET lists, by (reads, seconds or manual) and after, or a sid")
    after = seconds_told(body.get("after", 1))
    if after < 0 or (body["by"] == READS and after != int(after)):
        raise Mistaken("after is a number of reads or of seconds, and not negative")
    exchange.world.pace[body["kind"]] = (body["by"], after)
    return transitions(exchange, query, body)


def move(exchange: Exchange, sid: str, state: object) -> Answer:
    """One resource's next state, or the state asked for; what has no SID is called by its key."""
    store = exchange.world.store
    for resource in store.with_sid(sid) or [one for one in store.everything() if one.name == sid]:
        kind = exchange.world.kinds.at(resource.host, wiped_collection(exchange, resource))
        rule = STATES.get(kind.line) if kind else None
        if rule is None:
            continue
        target = state or step(rule[1], resource.properties.get(rule[0]))
        if target is None:
            raise Mistaken(f"{sid} is in its last state")
        known = kind.shape.get(rule[0], {}).get("enum", [target])
        if not isinstance(target, str) or target not in [*known, *rule[1]]:
            raise Mistaken(f"{sid} is never {target}; its {rule[0]} is one of {', '.join(known)}")
        resource.properties[rule[0]] = target
        resource.reads, resource.updated = 0, exchange.world.clock.now()
        with store.transaction():
            store.save(resource)
        return Answer(200, {"sid": sid, rule[0]: target})
    raise Mistaken(f"nothing with the SID {sid} changes by itself")


def wiped_collection(exchange: Exchange, resource: Resource) -> str:
    """The wiped path of a stored resource's kind."""
    segments = resource.collection.strip("/").split("/")
    known = (kind for (host, path), kind in exchange.world.kinds.by_path.items() if host == resource.host)
    for kind in known:
        pattern = kind.path.strip("/").split("/")
        if len(pattern) == len(segments) and all(a in ("{}", b) for a, b in zip(pattern, segments, strict=True)):
            return kind.path
    return ""


def coverage(exchange: Exchange, query: dict, body: dict) -> Answer:
    """Every operation: how far it can be trusted, and how often it was called."""
    lines = [{"operation": operation.line, "name": operation.name, "calls": exchange.used.get(operation.line, 0),
              "fidelity": fidelity(exchange.world.kinds.of(operation), operation)}
             for operation in exchange.world.operations]
    curated = sum(line["fidelity"] == "curated" for line in lines)
    return Answer(200, {"operations": lines, "curated": curated, "generic": len(lines) - curated})


CONTROLS: dict[str, dict[str, Callable[[Exchange, dict, dict], Answer]]] = {
    "health": {"GET": health},
    "reset": {"POST": reset},
    "seed": {"POST": seed},
    "overview": {"GET": overview},
    "state": {"GET": state},
    "snapshot": {"GET": snapshot, "POST": restore},
    "requests": {"GET": requests, "DELETE": forget_requests},
    "faults": {"GET": faults, "POST": add_fault, "PATCH": switch_fault, "DELETE": clear_faults},
    "limits": {"GET": limits, "POST": set_limit, "DELETE": clear_limits},
    "clock": {"GET": clock, "POST": set_clock},
    "transitions": {"GET": transitions, "POST": set_transition},
    "coverage": {"GET": coverage},
}
