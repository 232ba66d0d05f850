"""What of a call is written to the log: one line at debug, bodies at trace with secrets masked. Never a header."""

from __future__ import annotations

from terraform_twilio.twilio import masking
from terraform_twilio.twilio.proxies import percent_decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.twilio.messages import RawAnswer, Request

_FORM = "application/x-www-form-urlencoded"


class Journal:
    """`log` has `debug`, `trace` (message and fields) and `is_enabled(level)`, or is None: then nothing is written."""

    __slots__ = ("_dumps", "_loads", "_log")

    def __init__(self, log: object, loads: Callable[[str], object], dumps: Callable[[object], str]) -> None:
        self._log = log
        self._loads = loads
        self._dumps = dumps

    def sending(self, request: Request) -> None:
        if self._is_enabled("trace"):
            self._log.trace("Request", **self._shown_line(request), body=self._shown_request(request))

    def answered(self, request: Request, answer: RawAnswer, seconds: float, secrets: list[str]) -> None:
        """`secrets`: what the request held, which a refusal may repeat in its sentence."""
        if self._is_enabled("debug"):
            self._log.debug("Answer", **self._shown_line(request), status=answer.status,
                            request_id=answer.headers.get("twilio-request-id", ""), milliseconds=round(seconds * 1000))
        if self._is_enabled("trace"):
            self._log.trace("Answer body", **self._shown_line(request), body=self._shown(answer.body, secrets))

    def unanswered(self, request: Request, reason: str, seconds: float) -> None:
        if self._is_enabled("debug"):
            self._log.debug("No answer", **self._shown_line(request), reason=reason,
                            milliseconds=round(seconds * 1000))

    def repeating(self, request: Request, attempt: int, seconds: float) -> None:
        if self._is_enabled("debug"):
            self._log.debug("Waiting to try again", **self._shown_line(request), attempt=attempt,
                            seconds=round(seconds, 1))

    def _is_enabled(self, level: str) -> bool:
        return self._log is not None and self._log.is_enabled(level)

    def _shown_line(self, request: Request) -> dict:
        path, mark, query = request.target.partition("?")
        return {"method": request.method, "host": request.host, "path": path + mark + self._shown_form(query)}

    def _shown_request(self, request: Request) -> str:
        if request.headers.get("Content-Type") == _FORM:
            return self._shown_form(request.body.decode())
        return self._shown(request.body)

    def _shown_form(self, form: str) -> str:
        return "&".join([self._shown_pair(pair) for pair in form.split("&") if pair])

    def _shown_pair(self, pair: str) -> str:
        name, _, value = pair.partition("=")
        if masking.is_secret_name(percent_decode(name)) and value:
            value = masking.MASK
        elif value.startswith(("%7B", "%5B")):
            value = self._shown(percent_decode(value).encode())
        return f"{name}={value}" if value else pair

    def _shown(self, body: bytes, secrets: list[str] | tuple = ()) -> str:
        """A JSON body with its secrets masked; of any other body only its length."""
        try:
            return self._dumps(masking.redacted(masking.masked(self._loads(body.decode())), secrets)) if body else ""
        except ValueError:
            return f"{len(body)} bytes that are not JSON"
