"""Everything that can go wrong between a caller and Twilio, named by whose turn it was.

    TwilioError
      CredentialsError     nothing was sent: the credentials are missing, unknown yet, or may not do this
      UnusableValue        nothing was sent: a value of the call, or the place it should go to, cannot be used
      Interrupted          nothing (more) was sent: the caller asked to stop
      TransportError       no answer. `sent` says whether Twilio may have acted on it
      ResponseError        an answer, and the answer was no
      AccountMismatch      an answer, and it speaks of another account than the one meant
"""

from __future__ import annotations

# Twilio's code for a call in an account that is suspended or closed.
ACCOUNT_NOT_ACTIVE = 20005


class TwilioError(Exception):
    """The base; its text never holds a secret."""


class CredentialsError(TwilioError):
    """Nothing was sent, because the credentials cannot be used for this call; the text says why and what now.

    `unknown`: the values are only not known yet, so there is nothing to complain about before they are needed."""

    def __init__(self, message: str, *, unknown: bool = False) -> None:
        super().__init__(message)
        self.unknown = unknown


class UnusableValue(TwilioError):
    """Nothing was sent, because a value, the endpoint, the region, the edge or a proxy cannot be used: see the text."""


class Interrupted(TwilioError):
    """A wait was ended because the caller stops."""


class TransportError(TwilioError):
    """No answer came. `sent`: whether the request may have reached Twilio. `lasting`: trying again changes nothing."""

    def __init__(self, message: str, *, sent: bool, lasting: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.lasting = lasting


class ResponseError(TwilioError):
    """Twilio answered no: `status` is HTTP's, `code` Twilio's (or None), `message`, `more_info`, `details` and
    `request_id` are what it said, or None. `errors` lists RFC 9457's {detail, pointer} pairs. `retry_after` is the
    header's text. `is_foreign`: nothing in it is Twilio's; something in between answered. The client adds to `message`
    what it knows beyond the answer: whose credentials, how often tried."""

    def __init__(self, *, status: int, code: int | None, message: str, more_info: str | None = None,
                 details: object = None, request_id: str | None = None, errors: list | None = None,
                 retry_after: str | None = None, is_foreign: bool = False) -> None:
        super().__init__(status, code)
        self.status = status
        self.code = code
        self.message = message
        self.more_info = more_info
        self.details = details
        self.request_id = request_id
        self.errors = errors or []
        self.retry_after = retry_after
        self.is_foreign = is_foreign

    def __str__(self) -> str:
        number = "unnumbered" if self.code is None else self.code
        return f"{self.message} (HTTP {self.status}, Twilio error {number})"

    @property
    def is_not_found(self) -> bool:
        """Twilio says that there is no such object. (A proxy's 404 says nothing about any.)"""
        return self.status in (404, 410) and not self.is_foreign


class AccountMismatch(TwilioError):
    """The answer names another account than the one the call was for; `answer` is that answer."""

    def __init__(self, message: str, answer: object) -> None:
        super().__init__(message)
        self.answer = answer
