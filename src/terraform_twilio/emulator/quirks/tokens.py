"""OAuth tokens for the operations that take a Bearer header. Source: twilio-api.md §8."""

from __future__ import annotations

from terraform_twilio.emulator.accounts import LIFETIME, new_bearer, not_authenticated, same
from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

APPS = "iam.twilio.com/v1/Account/OAuthApps"


def issue(call: Call) -> Answer:
    """A token for an OAuth app made here, against its secret."""
    given = {name.replace("_", "").lower(): str(value) for name, value in call.parameters.items()}
    known = call.world.store.with_sid(given.get("clientid", ""))
    apps = [app for app in known if app.collection.endswith("/OAuthApps")]
    if not apps or not same(str(apps[0].properties["secret"]), given.get("clientsecret", "")):
        raise not_authenticated("the client is unknown or its secret is wrong")
    return Answer(call.operation.status, {
        "access_token": new_bearer(call.world, apps[0].account), "refresh_token": None, "id_token": None,
        "token_type": "Bearer", "expires_in": LIFETIME})


def start_app(call: Call, app: Resource) -> None:
    """An app's secret is shown at its creation."""
    app.properties.update(sid=call.world.sids.new("OQ"), secret=call.world.sids.secret(), status="active")


CREATING = {APPS: start_app}
ANSWERS = dict.fromkeys((
    "POST iam.twilio.com/v1/token", "POST preview-iam.twilio.com/v1/token", "POST oauth.twilio.com/v1/token",
    "POST oauth.twilio.com/v2/token"), issue)
