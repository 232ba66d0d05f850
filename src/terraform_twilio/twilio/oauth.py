"""OAuth client credentials, which the organization's API takes in place of an account's (security oAuth2ClientCredentials).

An app's `client_id` and `client_secret` buy a token; the token signs the calls until shortly before it ends.
"""

from __future__ import annotations

from terraform_twilio.twilio.credentials import UNKNOWN
from terraform_twilio.twilio.errors import CredentialsError
from terraform_twilio.twilio.operations import FORM, Arguments, Operation

HOST = "preview-iam.twilio.com"
TOKEN = Operation("POST", HOST, "/v1/token", FORM)
# A token that ends sooner than this, in seconds, is not used any more; and what a token lasts where Twilio does not say.
MARGIN = 60
LIFETIME = 3600
_NAMES = {"client_id": "TWILIO_CLIENT_ID", "client_secret": "TWILIO_CLIENT_SECRET"}


class App:
    """An OAuth app. Asking for a token it signs with no header: its pair is in the body."""

    __slots__ = ("origin", "password", "user")

    is_api_key = False
    authorization = None

    def __init__(self, client_id: str, client_secret: str, origin: str = "") -> None:
        self.user = client_id
        self.password = client_secret
        self.origin = origin

    def __repr__(self) -> str:
        return f"App({self.user!r}, secret hidden)"

    @property
    def question(self) -> Arguments:
        """What a token is asked for with."""
        return Arguments(parameters={"grant_type": "client_credentials", "client_id": self.user,
                                     "client_secret": self.password})


class Bearer:
    """A token of an app; `ends`: when it should not be used any more, on the clock that `bearer` was given."""

    __slots__ = ("ends", "origin", "password", "user")

    is_api_key = False

    def __init__(self, app: App, token: str, ends: float) -> None:
        self.user = app.user
        self.origin = app.origin
        self.password = token
        self.ends = ends

    @property
    def authorization(self) -> str:
        return f"Bearer {self.password}"


def choose(configured: dict, environ: dict) -> App | CredentialsError | None:
    """The app that is configured, else the environment's; None where neither names one, an error where half of it is
    missing or not known yet."""
    values = {name: configured.get(name) or environ.get(variable) for name, variable in _NAMES.items()}
    missing = [name for name, value in values.items() if not value]
    if len(missing) == len(values):
        return None
    if UNKNOWN in values.values():
        return CredentialsError("client_id or client_secret is only known after an apply.", unknown=True)
    if missing:
        given = next(name for name in values if name not in missing)
        return CredentialsError(f"`{given}` is given without `{missing[0]}` (environment: {_NAMES[missing[0]]}).")
    sources = [f"{name} from {'the configuration' if configured.get(name) else variable}" for name, variable in _NAMES.items()]
    return App(values["client_id"].strip(), values["client_secret"].strip(), ", ".join(sources))


def bearer(app: App, payload: object, now: float) -> Bearer:
    """The token in an answer of TOKEN; raises CredentialsError."""
    token = payload.get("access_token") if isinstance(payload, dict) else None
    if not isinstance(token, str) or not token:
        raise CredentialsError(f"Twilio gives the OAuth app {app.user} no access token.")
    seconds = payload.get("expires_in")
    lasts = seconds if isinstance(seconds, int) and seconds > MARGIN else LIFETIME
    return Bearer(app, token, now + lasts - MARGIN)
