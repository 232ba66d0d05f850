"""Everything that can go wrong between a caller and Twilio, named by whose turn it was.

    TwilioError
      CredentialsError     nothing was sent: the credentials are missing, unknown yet, or may not do this
      Interrupted          nothing (more) was sent: the caller asked to stop
      TransportError       no answer. `sent` says whether Twilio may have acted on it
      ResponseError        an answer, and the answer was no
"""

from __future__ import annotations


class TwilioError(Exception):
    """The base; its text never holds a secret."""


class CredentialsError(TwilioError):
    """Nothing was sent, because the credentials cannot be used for this call; the text says why and what now."""


class Interrupted(TwilioError):
    """A wait was ended because the caller stops."""


class TransportError(TwilioError):
    """No answer came. `sent`: whether the request may have reached Twilio."""

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent


class ResponseError(TwilioError):
    """Twilio answered no: `status` is HTTP's, `code` Twilio's (or None), `message`, `more_info`, `details` and
    `request_id` are what it said, or None. `errors` lists RFC 9457's {detail, pointer} pairs."""

    def __init__(self, *, status: int, code: int | None, message: str, more_info: str | None = None,
                 details: object = None, request_id: str | None = None, errors: list | None = None) -> None:
        super().__init__(f"{message} (HTTP {status}, Twilio error {code if code is not None else 'unnumbered'})")
        self.status = status
        self.code = code
        self.message = message
        self.more_info = more_info
        self.details = details
        self.request_id = request_id
        self.errors = errors or []

    @property
    def is_not_found(self) -> bool:
        return self.status == 404 or self.status == 410
