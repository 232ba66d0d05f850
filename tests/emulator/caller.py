"""A client of ten lines for the tests of the emulator: real HTTP, the product's host as the first path segment."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

ACCOUNT = "AC" + "0123456789abcdef" * 2
TOKEN = "token0123456789"
ORGANIZATIONS = "preview-iam.twilio.com"
APP = {"type": "public", "friendly_name": "app", "policy": {}}
V2010 = f"/2010-04-01/Accounts/{ACCOUNT}"
OPENER = build_opener(ProxyHandler({}))
"""Whatever the environment says of proxies, and said when urllib was first used."""


@dataclass
class Reply:
    """What came back."""

    status: int
    body: object
    headers: dict
    text: str = ""

    def __getitem__(self, name: str) -> object:
        return self.body[name]


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


class Caller:
    """Calls one emulator as one user."""

    def __init__(self, url: str, user: str = ACCOUNT, password: str = TOKEN) -> None:
        self.url = url
        self.headers = {"Authorization": basic(user, password)}

    def by_app(self) -> Caller:
        """The same account, by the token of an OAuth app that it makes: organizations take nothing else."""
        app = self.post("iam.twilio.com", "/v1/Account/OAuthApps", json_body=APP)
        token = self.post(ORGANIZATIONS, "/v1/token", {
            "grant_type": "client_credentials", "client_id": app["sid"], "client_secret": app["secret"]})["access_token"]
        other = Caller(self.url)
        other.headers = {"Authorization": f"Bearer {token}"}
        return other

    def call(self, method: str, host: str, path: str, form: dict | None = None, *, json_body: object = None,
             headers: dict | None = None, content: bytes | None = None) -> Reply:
        body, kind = content, {}
        if form is not None:
            body, kind = urlencode(form, doseq=True).encode(), {"Content-Type": "application/x-www-form-urlencoded"}
        elif json_body is not None:
            body, kind = json.dumps(json_body).encode(), {"Content-Type": "application/json"}
        prefix = f"/{host}" if host else ""
        request = Request(self.url + prefix + path, data=body, method=method,
                          headers={**self.headers, **kind, **(headers or {})})
        try:
            with OPENER.open(request, timeout=30) as reply:
                return _reply(reply.status, reply.read(), dict(reply.headers))
        except HTTPError as error:
            return _reply(error.code, error.read(), dict(error.headers))

    def get(self, host: str, path: str, **more) -> Reply:
        return self.call("GET", host, path, **more)

    def post(self, host: str, path: str, form: dict | None = None, **more) -> Reply:
        return self.call("POST", host, path, form if form is not None or more else {}, **more)

    def delete(self, host: str, path: str, **more) -> Reply:
        return self.call("DELETE", host, path, **more)

    def control(self, method: str, name: str, body: object = None, query: str = "") -> Reply:
        return self.call(method, "", f"/_emulator/{name}{query}", json_body=body)


def _reply(status: int, content: bytes, headers: dict) -> Reply:
    text = content.decode()
    is_json = "json" in headers.get("Content-Type", "")
    return Reply(status, json.loads(text) if text and is_json else None, headers, text)
