"""The account as an outsider sees it: plain HTTP to the emulator, by the catalogue's operations, with urllib.

It shares nothing with the client under test, so what it sees is what Twilio would really hold.
"""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.parse
import urllib.request
from functools import cached_property

from lifecycle.facts import PARAMETER, Attribute, Entry

CONTENT = {"form": "application/x-www-form-urlencoded", "json": "application/json"}
ORGANIZATIONS = "/preview-iam.twilio.com/"
APPS = "/iam.twilio.com/v1/Account/OAuthApps"


def new_account(url: str, account_sid: str, auth_token: str) -> dict:
    """The provider's arguments of an account that has made an OAuth app, whose token alone organizations take."""
    account = {"account_sid": account_sid, "auth_token": auth_token}
    asked = json.dumps({"type": "public", "friendly_name": "Terraform", "policy": {}}).encode()
    status, app = Remote(url, **account).send("POST", APPS, asked, "json")
    assert status == 201, app
    return account | {"client_id": app["sid"], "client_secret": app["secret"]}


class Remote:
    """One account of an emulator; where organizations are asked, with an OAuth app of it."""

    def __init__(self, url: str, account_sid: str, auth_token: str, client_id: str = "", client_secret: str = "") -> None:
        self.url = url
        self.account_sid = account_sid
        self.credentials = base64.b64encode(f"{account_sid}:{auth_token}".encode()).decode()
        self.app = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}

    def fetch(self, entry: Entry, state: dict) -> dict | None:
        """The object that the state describes, or None where there is none, or where nobody can know."""
        if "fetch" not in entry.verbs:
            return next((one for one in self.listed(entry, state) if _is_this(entry, one, state)), None)
        status, payload = self.call(entry, "fetch", state)
        return payload if status == 200 and not is_gone(entry, payload, state) else None

    def listed(self, entry: Entry, state: dict) -> list:
        if "list" not in entry.verbs:
            return []
        status, payload = self.call(entry, "list", state)
        return (payload[entry.items] if entry.items else payload) if status == 200 else []

    def update(self, entry: Entry, state: dict, one: Attribute, value: object) -> int:
        """Changes one property behind Terraform's back, with whatever every update must carry; the status."""
        carried = {other.name: state[other.name] for other in entry.arguments if other.update and _is_carried(entry, other)}
        values = {other.update: _as_body(entry, other, value if other is one else carried[other.name])
                  for other in entry.arguments if other is one or other.name in carried}
        return self.call(entry, "update", state, values)[0]

    def delete(self, entry: Entry, state: dict) -> int:
        """Removes the object behind Terraform's back."""
        if "delete" in entry.verbs:
            return self.call(entry, "delete", state)[0]
        return self.call(entry, "update", state, entry.delete_by_update)[0]

    def call(self, entry: Entry, verb: str, state: dict, values: dict | None = None) -> tuple:
        """Status and payload of one operation."""
        method, path, kind = entry.verbs[verb]
        target = f"/{entry.host}{PARAMETER.sub(lambda found: self._segment(entry, found[1], state), path)}"
        query = {one.query: state[one.name] for one in entry.attributes.values()
                 if one.query and verb in (one.sent_on or ()) and state.get(one.name) is not None}
        text = f"{target}?{urllib.parse.urlencode(query)}" if query else target
        return self.send(method, text, _body(values, kind) if values is not None else None, kind)

    def send(self, method: str, target: str, body: bytes | None = None, kind: str = "form") -> tuple:
        signed = f"Bearer {self.bearer}" if target.startswith(ORGANIZATIONS) else f"Basic {self.credentials}"
        return self._sent(method, target, body, {"Authorization": signed, "Content-Type": CONTENT[kind]})

    @cached_property
    def bearer(self) -> str:
        """A token of the app."""
        status, payload = self._sent("POST", f"{ORGANIZATIONS}v1/token", _body(self.app, "form"), {})
        assert status == 201, payload
        return payload["access_token"]

    def _sent(self, method: str, target: str, body: bytes | None, headers: dict) -> tuple:
        request = urllib.request.Request(self.url + target, data=body, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read() or b"{}")

    def _segment(self, entry: Entry, parameter: str, state: dict) -> str:
        if parameter == "AccountSid":
            return self.account_sid
        value = next(state[one.name] for one in entry.attributes.values() if one.path == parameter)
        return urllib.parse.quote(str(value), safe="")


def is_gone(entry: Entry, payload: dict, state: dict) -> bool:
    """Whether an answer describes something that Twilio keeps only as a memory."""
    if entry.member_of:
        return str(state[entry.id[-1]]) not in map(str, payload.get(entry.member_of) or [])
    return any(payload.get(name) in values for name, values in (entry.gone or {}).items())


def property_of(payload: dict, one: Attribute) -> object:
    """What the answer says for an attribute; `a.b` goes deeper, `a[].b` takes one of each."""
    value: object = payload
    for step in (one.response or "").split("."):
        value = _stepped(value, step)
    return value


def _stepped(value: object, step: str) -> object:
    if isinstance(value, list):
        return [element.get(step) for element in value]
    return value.get(step.removesuffix("[]")) if isinstance(value, dict) else None


def _is_this(entry: Entry, payload: dict, state: dict) -> bool:
    """The last part of the id, and the others that no path says."""
    parts = [entry.attributes[name] for name in entry.id if name == entry.id[-1] or not entry.attributes[name].path]
    return all(str(property_of(payload, one) if one.response else payload.get(one.path)) == str(state[one.name])
               for one in parts)


def _is_carried(entry: Entry, one: Attribute) -> bool:
    return bool(one.always) or entry.verbs["update"][0] == "PUT"


def _as_body(entry: Entry, one: Attribute, value: object) -> object:
    """In a JSON body, JSON text travels as what it says."""
    if entry.verbs["update"][2] == "json" and one.type == "json" and isinstance(value, str):
        return json.loads(value)
    return value


def _body(values: dict, kind: str) -> bytes:
    if kind == "json":
        return json.dumps({name: value for name, value in values.items() if value is not None}).encode()
    pairs = [(name, _text(element)) for name, value in values.items() if value is not None
             for element in (value if isinstance(value, list) else [value])]
    return urllib.parse.urlencode(pairs).encode()


def _text(value: object) -> str:
    if isinstance(value, bool | dict):
        return json.dumps(value)
    return str(value)
