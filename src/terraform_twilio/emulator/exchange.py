"""From a request to its answer: log, faults, route, credentials, validation, the operation; one at a time."""

from __future__ import annotations

import re
import threading
from collections import deque

from terraform_twilio.emulator import accounts
from terraform_twilio.emulator.answers import Answer, Refusal
from terraform_twilio.emulator.faults import Faults
from terraform_twilio.emulator.fidelity import fidelity
from terraform_twilio.emulator.limits import Limits
from terraform_twilio.emulator.resources import perform
from terraform_twilio.emulator.routes import Match
from terraform_twilio.emulator.uploads import uploaded_parameters
from terraform_twilio.emulator.validation import body_parameters, check_headers, query_parameters
from terraform_twilio.emulator.world import Call, World
from terraform_twilio.emulator.xml import noun_of

KEPT_REQUESTS = 10_000
CREDENTIALS = ("authorization", "proxy-authorization")
"""Headers that are never recorded."""

SECRETS = re.compile(r"(?i)((?:^|&)(?:client_?secret|refresh_?token)=)[^&]*")
"""Parameters of a form with which an OAuth app shows who it is: their values are never recorded."""


class Request:
    """What arrived: method, product host, path, query text, headers (lower-case names), body."""

    __slots__ = ("body", "headers", "host", "method", "path", "query")

    def __init__(self, method: str, host: str, path: str, query: str, headers: dict[str, str], body: bytes) -> None:
        self.method = method
        self.host = host
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Dropped(Exception):
    """A fault: the connection ends without an answer."""


class Exchange:
    """Answers requests against one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.lock = threading.RLock()
        self.faults = Faults(world.sids.seed)
        self.limits = Limits()
        self.requests: deque[dict] = deque(maxlen=KEPT_REQUESTS)
        self.used: dict[str, int] = {}
        self.count = 0

    def answer(self, request: Request) -> tuple[Answer, str, dict]:
        """The answer, the suffix that was asked for, and the fault to apply while sending."""
        with self.lock:
            self.count += 1
            entry = self.noted(request)
            who = entry["asker"]
            fault = self.faults.next(request.method, request.host, request.path, who) or {}
            entry["account"] = who if fault and accounts.ACCOUNT.fullmatch(who) else None
            if fault.get("drop") == "before":
                raise Dropped
            answer, suffix = self.stored(request, entry, fault)
            entry["status"] = answer.status
            entry["refusal"] = answer.body if answer.status >= 400 else None
            if fault.get("drop") == "after":
                raise Dropped
            return answer, suffix, fault

    def stored(self, request: Request, entry: dict, fault: dict) -> tuple[Answer, str]:
        """Performs the request in a transaction; a fault's status stands for the answer and nothing is stored."""
        if "status" in fault:
            return fault_answer(fault), ".json"
        suffix = ".json"
        try:
            match = self.world.routes.match(request.host, request.method, request.path)
            suffix = match.suffix if request.host == accounts.HOST else suffix
            return self.performed(request, match, entry), suffix
        except Refusal as refusal:
            return refusal.answer(), refusal_suffix(request)

    def performed(self, request: Request, match: Match, entry: dict) -> Answer:
        """The operation's answer."""
        self.used[match.operation.line] = self.used.get(match.operation.line, 0) + 1
        entry["operation"] = match.operation.line
        with self.world.store.transaction():
            account, caller = self.admitted(request, match)
        entry["account"] = account
        self.limits.admit(caller, self.world.clock.now())
        call = Call(self.world, match.operation, account, match.values, caller)
        call.path, call.query_text = request.path, request.query
        call.query = query_parameters(match.operation, request.query)
        call.headers = check_headers(match.operation, request.headers)
        call.parameters = read_body(request, match)
        with self.world.store.transaction():
            answer = perform(call)
            self.world.store.remember("sids", str(self.world.sids.used))
        answer.headers["X-Emulator-Fidelity"] = fidelity(call.kind, match.operation)
        answer.headers.update(self.limits.headers(match.operation.host, caller))
        answer.noun = noun_of(match.operation.path)
        return answer

    def admitted(self, request: Request, match: Match) -> tuple[str, str]:
        """The account a call is about and the account that asks; nobody for operations without credentials."""
        header = request.headers.get("authorization", "")
        if match.operation.security == "none":
            return "", ""
        if "Authorization" in match.operation.taken["header"] and not header.lower().startswith("basic "):
            caller = accounts.by_flex_token(self.world, header)
            return caller.account, caller.account
        if header.lower().startswith("bearer "):
            caller = accounts.by_bearer(self.world, header.split(" ", 1)[1])
        else:
            caller = accounts.authenticate(self.world, header)
            accounts.check_scheme(match)
        return accounts.account_of(self.world, caller, match), caller.account

    def noted(self, request: Request) -> dict:
        """A line of the request log; credentials never stand in it."""
        entry = {"number": self.count, "time": self.world.clock.now(), "method": request.method, "host": request.host,
                 "path": request.path, "query": request.query, "body": SECRETS.sub(r"\1***", request.text),
                 "headers": {name: value for name, value in request.headers.items() if name not in CREDENTIALS},
                 "status": None, "asker": accounts.named(self.world, request.headers.get("authorization", "")),
                 "account": None, "operation": None, "refusal": None}
        self.requests.append(entry)
        return entry


def read_body(request: Request, match: Match) -> dict:
    """The body's parameters, of a form, of JSON or of an upload."""
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        return uploaded_parameters(match.operation, content_type, request.body)
    return body_parameters(match.operation, content_type, request.text)


def refusal_suffix(request: Request) -> str:
    """Errors are XML where the path of v2010 asks for XML."""
    is_json = request.host != accounts.HOST or request.path.endswith(".json") or "2010-04-01" not in request.path
    return ".json" if is_json else ""


def fault_answer(fault: dict) -> Answer:
    """The refusal that a fault orders."""
    status = fault["status"]
    code = fault.get("code", {429: 20429, 404: 20404, 401: 20003}.get(status, 20000 + status))
    answer = Refusal(status, code, fault.get("message", "A fault was ordered for this request")).answer()
    if "retry_after" in fault:
        answer.headers["Retry-After"] = str(fault["retry_after"])
    return answer
