"""What the client knows about a refusal beyond what Twilio says: whose credentials, which region, how often tried."""

from __future__ import annotations

from terraform_twilio.twilio import oauth, retries
from terraform_twilio.twilio.addressing import DEFAULT_REGION
from terraform_twilio.twilio.errors import ResponseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.twilio.credentials import Credentials
    from terraform_twilio.twilio.errors import TwilioError
    from terraform_twilio.twilio.operations import Operation

# What a standard API key may not touch: the last fixed word of the path.
_TOKEN_ONLY = frozenset(("Accounts", "Keys", "SigningKeys"))


def hint(error: TwilioError, operation: Operation, credentials: Credentials, region: str | None) -> str | None:
    """One or two sentences on a 401, a 403 or a 404 of somebody else's, or None."""
    if not isinstance(error, ResponseError):
        return None
    if error.status in (404, 410) and error.is_foreign:
        return "This is no answer of Twilio's: is the endpoint right, or a proxy in between?"
    if error.status not in (401, 403):
        return None
    if credentials.is_api_key and _last_word(operation.path) in _TOKEN_ONLY:
        return (f"Standard API keys may not read or change accounts and keys, and {credentials.user} is an API key: "
                "use account_sid and auth_token for this.")
    if operation.host == oauth.HOST and not isinstance(credentials, (oauth.App, oauth.Bearer)):
        return ("The organization's API takes the token of an OAuth app: set client_id and client_secret of the provider "
                "(environment: TWILIO_CLIENT_ID, TWILIO_CLIENT_SECRET).")
    if error.status == 403:
        return None
    return f"Sent as {credentials.user} ({credentials.origin or 'given directly'})." + _on_region(region)


def after_attempts(error: TwilioError, attempts: int, waited: float, now: float) -> str | None:
    """How often it was tried, and how long Twilio wants to be left alone, where that was too long to wait for."""
    tried = f"Tried {attempts} times, waiting {waited:.0f} seconds in between." if attempts > 1 else ""
    asked = retries.seconds_of(getattr(error, "retry_after", None), now)
    later = f"Twilio asks to be left alone for {asked:.0f} seconds: try again then." if asked else ""
    return " ".join([text for text in (tried, later) if text]) or None


def _on_region(region: str | None) -> str:
    if region in (None, DEFAULT_REGION):
        return ""
    return f" Tokens and keys belong to one region; these were used in {region}."


def _last_word(path: str) -> str:
    words = [word.partition(".")[0] for word in path.partition("?")[0].split("/") if "{" not in word]
    return words[-1]
