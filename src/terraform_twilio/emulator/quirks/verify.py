"""Verify: issuers, entities and factors, codes.

Source: recorded answers; the code that is always right is ours: 123456.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Answer, Refusal
from terraform_twilio.emulator.properties import rendered
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SERVICES = "verify.twilio.com/v2/Services"
CODE = "123456"


def start_service(call: Call, service: Resource) -> None:
    """The service's name stands in authenticator apps unless an issuer is given."""
    totp = service.properties.setdefault("totp", {})
    totp.setdefault("issuer", service.properties["friendly_name"])
    split_origins(call, service)


def split_origins(call: Call, service: Resource, before: dict | None = None) -> None:
    """Origins are given with commas and shown as a list (twilio-api.md 3.4)."""
    party = (service.properties.get("passkeys") or {}).get("relying_party") or {}
    if isinstance(party.get("origins"), str):
        party["origins"] = [origin.strip() for origin in party["origins"].split(",")]


def with_entity(call: Call, resource: Resource) -> None:
    entity = near.parent(call, resource)
    resource.properties["entity_sid"] = entity.sid if entity else None


def start_factor(call: Call, factor: Resource) -> None:
    """A TOTP factor shows its seed once."""
    with_entity(call, factor)
    factor.properties["status"] = "unverified"
    if factor.properties.get("factor_type") == "totp":
        seed = call.world.sids.secret().upper()
        factor.properties["binding"] = {
            "secret": seed, "uri": f"otpauth://totp/{factor.properties['identity']}?secret={seed}"}


def verify_factor(call: Call, factor: Resource, before: dict) -> None:
    """The right code makes a factor usable."""
    if call.parameters.get("AuthPayload"):
        if call.parameters["AuthPayload"] != CODE and factor.properties.get("factor_type") == "totp":
            raise Refusal(400, 60310, "The code is wrong")
        factor.properties["status"] = "verified"


def start_challenge(call: Call, challenge: Resource) -> None:
    with_entity(call, challenge)
    factor = near.sibling(call, challenge, "Factors", challenge.properties.get("factor_sid"))
    if factor is None:
        raise Refusal(404, 20404, f"The requested resource {challenge.properties.get('factor_sid')} was not found")
    is_right = call.parameters.get("AuthPayload") == CODE
    challenge.properties.update(factor_type=factor.properties.get("factor_type"),
                                status="approved" if is_right else "pending")


def send_code(call: Call, verification: Resource) -> None:
    """A channel that is left to Twilio is a text message."""
    moment = call.date(call.kind, "date_created")
    if verification.properties.get("channel") == "auto":
        verification.properties["channel"] = "sms"
    verification.properties.update(status="pending", valid=False, send_code_attempts=[{
        "channel": verification.properties.get("channel"), "time": moment}])


def check_code(call: Call) -> Answer:
    """Approves the pending verification of a number when the code is right."""
    service = call.values[0]
    stored = call.world.store.children("verify.twilio.com", call.account, f"/v2/Services/{service}/Verifications")
    asked = (call.parameters.get("VerificationSid"), call.parameters.get("To"))
    pending = [one for one in stored if one.properties["status"] == "pending"
               and (asked[0] == one.sid or asked[1] == one.properties["to"])]
    if not pending:
        raise Refusal(404, 20404, f"The requested resource /Services/{service}/VerificationCheck was not found")
    verification = pending[-1]
    if call.parameters.get("Code") == (verification.properties.get("custom_code") or CODE):
        verification.properties.update(status="approved", valid=True)
        call.world.store.save(verification)
    shape, known = call.operation.shape, verification.properties
    return Answer(200, rendered(call.kind, shape, known, "verify.twilio.com", call.path))


def issue_token(call: Call, token: Resource) -> None:
    token.properties["token"] = f"emulated.{call.world.sids.digits()}.token"


CREATING = {
    SERVICES: start_service, SERVICES + "/{}/Entities/{}/Factors": start_factor,
    SERVICES + "/{}/Entities/{}/Challenges": start_challenge, SERVICES + "/{}/Verifications": send_code,
    SERVICES + "/{}/AccessTokens": issue_token,
}
UPDATING = {SERVICES: split_origins, SERVICES + "/{}/Entities/{}/Factors": verify_factor}
ANSWERS = {"POST verify.twilio.com/v2/Services/{ServiceSid}/VerificationCheck": check_code}
