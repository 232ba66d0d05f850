"""The one door to Twilio: addresses a call to an account, spells it, sends it, waits and tries again, reads the answer.

1. On the v2010 host the account is part of the path. On every other host the credentials decide it, so a call for
   another account is sent with that account's own token, fetched once from its parent.
   The organization's API takes an OAuth app's token instead; without an app it is asked with the account's credentials.
2. Only this module waits. `sleep(seconds)` raises Interrupted when the caller stops; `sleep(0)` asks, before each
   request.
3. The pieces are functions of values in their own modules; here stands the order in which they are called.
"""

from __future__ import annotations

import _thread
import time

from terraform_twilio.twilio import addressing, answers, encoding, hints, masking, oauth, paging, retries
from terraform_twilio.twilio.credentials import Credentials
from terraform_twilio.twilio.errors import (
    AccountMismatch,
    CredentialsError,
    ResponseError,
    TransportError,
    TwilioError,
    UnusableValue,
)
from terraform_twilio.twilio.journal import Journal
from terraform_twilio.twilio.messages import Request
from terraform_twilio.twilio.operations import Answer, Arguments, Operation
from terraform_twilio.twilio.sharing import Shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from terraform_twilio.twilio.transport import Transport

_ACCOUNT = Operation("GET", addressing.V2010_HOST, "/2010-04-01/Accounts/{Sid}.json")


class Client:
    """Thread-safe. `credentials` may be a CredentialsError, which is then raised by every call.

    So is the UnusableValue for an endpoint, region or edge that is no part of a URL. `app`: the OAuth app for the
    organization's API, the CredentialsError why there is none, or None. `log`: see `journal`. `loads`,
    `dumps`: the JSON to use. `transport`: has `exchange(origin, request, *, repeatable)` and `close()`."""

    def __init__(self, credentials: Credentials | CredentialsError, *, endpoint: str | None = None,
                 region: str | None = None, edge: str | None = None, user_agent: str = "",
                 sleep: Callable[[float], None] = time.sleep, log: object = None, environ: dict | None = None,
                 loads: Callable | None = None, dumps: Callable | None = None, transport: Transport | None = None,
                 clock: Callable[[], float] = time.monotonic, now: Callable[[], float] = time.time,
                 draw: Callable[[], float] | None = None,
                 app: oauth.App | CredentialsError | None = None) -> None:
        self._environ = _environ() if environ is None else environ
        self._place_or_error = _placed(endpoint, region, edge, self._environ)
        self._choice = credentials
        self._user_agent = user_agent
        self._sleep = sleep
        self._loads = loads or _json().loads
        self._dumps = dumps or _json().dumps
        self._journal = Journal(log, self._loads, self._dumps)
        self._transport = transport
        self._clock = clock
        self._now = now
        self._draw = draw or _draw
        self._transport_lock = _thread.allocate_lock()
        self._app = app
        self._logins = Shared()

    @property
    def account_sid(self) -> str:
        """The account that calls without one address; raises CredentialsError."""
        return self._credentials.addressed

    def call(self, operation: Operation, arguments: Arguments, *, account_sid: str | None = None) -> Answer:
        """The answer to one call; raises TwilioError."""
        account_sid = account_sid or self.account_sid
        login = self._login(operation, account_sid)
        request = self._spelled(operation, arguments, account_sid)
        answer = self._deliver(operation, request, login, masking.secret_values(arguments.parameters))
        _check_account(operation, arguments, login, account_sid, answer)
        return answer

    def pages(self, operation: Operation, arguments: Arguments, items: str, *,
              account_sid: str | None = None) -> Iterator[dict]:
        """Every item of every page of a list, `items` being the key of its array ("" for the answer itself)."""
        account_sid = account_sid or self.account_sid
        login = self._login(operation, account_sid)
        request = self._spelled(operation, arguments, account_sid)
        seen: set[str] = set()
        target: str | None = request.target
        while target is not None:
            seen.add(target)
            page = Request(request.method, request.host, target, request.headers, request.body)
            answer = self._deliver(operation, page, login, [])
            yield from _items(answer, items)
            target = paging.next_target(answer.payload, target, operation.host, encoding.percent_encode)
            if target in seen:
                raise _unusable(answer, "the list never ends: it names a page again that was read before")

    def hang_up(self) -> None:
        """Nobody waits for an answer to a GET any more. (What was sent to change something is waited for.)"""
        if self._transport is not None:
            self._transport.hang_up()

    def close(self) -> None:
        """Closes the connections that no call uses. (A call that comes after all opens one.)"""
        if self._transport is not None:
            self._transport.close()

    @property
    def _credentials(self) -> Credentials:
        if isinstance(self._choice, CredentialsError):
            raise self._choice
        return self._choice

    @property
    def _place(self) -> addressing.Place:
        if isinstance(self._place_or_error, UnusableValue):
            raise self._place_or_error
        return self._place_or_error

    def _spelled(self, operation: Operation, arguments: Arguments, account_sid: str) -> Request:
        request = encoding.spell(operation, _addressed(operation, arguments, account_sid), self._dumps)
        if self._user_agent:
            request.headers["User-Agent"] = self._user_agent
        return request

    def _login(self, operation: Operation, account_sid: str) -> Credentials | oauth.Bearer:
        """The credentials that make a call on this host one of this account (rule 1)."""
        own = self._credentials
        if operation.host == oauth.HOST and self._app is not None:
            return self._token()
        if operation.host == addressing.V2010_HOST or account_sid == own.account_sid:
            return own
        if own.is_api_key:
            raise CredentialsError(
                f"On {operation.host} an API key works in its own account only, so it cannot be used there for the "
                f"subaccount {account_sid}. Use account_sid and auth_token of the parent account, or an API key of the "
                "subaccount with account_sid set to the subaccount.")
        return self._logins.get(account_sid, lambda: self._subaccount(own, account_sid))

    def status_of(self, account_sid: str) -> str | None:
        """`active`, `suspended` or `closed`, as the account of the credentials is told; raises TwilioError."""
        return self._account(self._credentials, account_sid).get("status")

    def _account(self, own: Credentials, account_sid: str) -> dict:
        request = self._spelled(_ACCOUNT, Arguments({"Sid": account_sid}), own.account_sid)
        return self._deliver(_ACCOUNT, request, own, []).payload

    def _subaccount(self, own: Credentials, account_sid: str) -> Credentials:
        """The subaccount's own credentials, as its parent is told them."""
        try:
            token = self._account(own, account_sid).get("auth_token")
        except ResponseError as error:
            raise CredentialsError(f"The token of the subaccount {account_sid} could not be read as "
                                   f"{own.account_sid}: {error}") from error
        if not isinstance(token, str) or not token:
            raise CredentialsError(f"Twilio does not tell {own.account_sid} the token of the subaccount {account_sid}.")
        return Credentials(account_sid, account_sid, token, None, f"the token that {own.account_sid} was told for it")

    def _token(self) -> oauth.Bearer:
        """The OAuth app's token: bought once, and again when it ends."""
        if isinstance(self._app, CredentialsError):
            raise self._app
        return self._logins.get(self._app.user, self._bought_token, lambda bearer: bearer.ends > self._clock())

    def _bought_token(self) -> oauth.Bearer:
        request = self._spelled(oauth.TOKEN, self._app.question, "")
        answer = self._deliver(oauth.TOKEN, request, self._app, [])
        return oauth.bearer(self._app, answer.payload, self._clock())

    def _deliver(self, operation: Operation, request: Request, login: Credentials, secrets: list[str]) -> Answer:
        """The answer, after as many attempts as `retries` allows."""
        attempt, waited = 1, 0.0
        while True:
            outcome = self._attempt(operation, request, login, secrets)
            if isinstance(outcome, Answer):
                return outcome
            seconds = retries.pause(outcome, repeatable=operation.repeatable, attempt=attempt, waited=waited,
                                    now=self._now(), draw=self._draw)
            if seconds is None:
                hint = hints.hint(outcome, operation, login, self._place.region)
                tried = hints.after_attempts(outcome, attempt, waited, self._now())
                raise _told(outcome, " ".join([text for text in (hint, tried) if text]), [login.password, *secrets])
            self._journal.repeating(request, attempt + 1, seconds)
            self._sleep(seconds)
            attempt, waited = attempt + 1, waited + seconds

    def _attempt(self, operation: Operation, request: Request, login: Credentials,
                 secrets: list[str]) -> Answer | TwilioError:
        """The outcome of sending once, as a value; raises Interrupted, UnusableValue."""
        self._sleep(0)
        signed = {"Authorization": login.authorization, **request.headers} if login.authorization else request.headers
        message = Request(request.method, request.host, request.target, signed, request.body)
        self._journal.sending(request)
        started = self._clock()
        try:
            origin = self._place.origin_of(request.host)
            raw = self._transporter().exchange(origin, message, repeatable=operation.repeatable)
        except TransportError as error:
            self._journal.unanswered(request, str(error), self._clock() - started)
            if request.method == "GET":
                self._sleep(0)  # called off, perhaps: then that is the reason
            return error
        self._journal.answered(request, raw, self._clock() - started, secrets)
        return answers.outcome(raw, self._loads)

    def _transporter(self) -> Transport:
        from terraform_twilio.twilio.transport import Transport  # 4 ms that a launch without a call does not pay

        with self._transport_lock:
            if self._transport is None:
                self._transport = Transport(self._environ)
            return self._transport


def _placed(endpoint: str | None, region: str | None, edge: str | None,
            environ: dict) -> addressing.Place | UnusableValue:
    try:
        return addressing.place(endpoint, region, edge, environ)
    except UnusableValue as error:
        return error


def _addressed(operation: Operation, arguments: Arguments, account_sid: str) -> Arguments:
    """The arguments with the account in the path, where the path has a place for it that is still empty."""
    if "{AccountSid}" not in operation.path or arguments.path.get("AccountSid"):
        return arguments
    path = {**arguments.path, "AccountSid": account_sid}
    return Arguments(path, arguments.parameters, arguments.query, arguments.headers)


def _check_account(operation: Operation, arguments: Arguments, login: Credentials, account_sid: str,
                   answer: Answer) -> None:
    """Refuses an answer about another account: a key of that account was used, or a path was mixed up.

    A token's account is certain on product hosts, and it may see what belongs to its subaccounts. A call that names
    an account among its parameters decides for itself (transfers)."""
    named = answer.payload.get("account_sid") if isinstance(answer.payload, dict) else None
    is_certain = "{AccountSid}" not in operation.path and not login.is_api_key
    if not isinstance(named, str) or is_certain or _names_account({**arguments.parameters, **arguments.query}):
        return
    meant = arguments.path.get("AccountSid") or account_sid
    if named != meant:
        raise AccountMismatch(f"Twilio answered for the account {named}, and the call was meant for {meant}"
                              f"{_sid_of(answer.payload)}: the credentials belong to another account.", answer)


def _names_account(values: dict) -> bool:
    return any(name.lower().replace("_", "").endswith("accountsid") for name in values)


def _sid_of(payload: dict) -> str:
    return f" (sid {payload['sid']})" if isinstance(payload.get("sid"), str) else ""


def _items(answer: Answer, items: str) -> list:
    found = paging.items_of(answer.payload, items)
    if found is None:
        raise _unusable(answer, f"the list has no {items!r}" if items else "the answer is not a list")
    return found


def _unusable(answer: Answer, message: str) -> ResponseError:
    return ResponseError(status=answer.status, code=None, message=message,
                         request_id=answer.headers.get("twilio-request-id"))


def _told(error: TwilioError, hint: str, secrets: list[str]) -> TwilioError:
    """The error with what the client knows beyond it, and without secrets that Twilio repeated."""
    if isinstance(error, ResponseError):
        message = f"{error.message.rstrip('.')}. {hint}" if hint else error.message
        error.message = masking.redacted(message, secrets)
        error.details = masking.redacted(error.details, secrets)
        error.errors = masking.redacted(error.errors, secrets)
    elif hint:
        error.args = (f"{error}. {hint}".rstrip("."),)
    return error


def _draw() -> float:
    """A number in [0, 1). (random would load hashlib and a dozen more, 5 ms.)"""
    from os import urandom  # os: 1 ms, only when something is tried again

    return int.from_bytes(urandom(4), "big") / 2**32


def _environ() -> dict:
    from os import environ  # os: 1 ms that a caller with an environment of its own does not pay

    return dict(environ)


def _json() -> object:
    import json  # 7 ms that a caller with JSON functions of its own does not pay

    return json
