"""Accounts and their secrets. Source: twilio-semantics.md A1 (subaccounts are closed, never deleted; 21476, 21478)."""

from __future__ import annotations

from terraform_twilio.emulator.accounts import COLLECTION, HOST
from terraform_twilio.emulator.answers import Answer, Refusal
from terraform_twilio.emulator.places import Location
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ACCOUNTS = HOST + COLLECTION
KEYS = "iam.twilio.com/v1/Keys"


def open_subaccount(call: Call, resource: Resource) -> None:
    """A subaccount has a token of its own and belongs to the account that asked."""
    sid = call.world.sids.new("AC")
    resource.account = sid
    resource.properties.update(sid=sid, auth_token=call.world.sids.secret(), owner_account_sid=call.account,
                               status="active", type="Full")
    moment = call.date(call.kind, "date_created")
    resource.properties.setdefault("friendly_name", f"SubAccount Created at {moment}")


def change_status(call: Call, resource: Resource, before: dict) -> None:
    """A closed account stays closed, and a main account cannot change its own status."""
    status = call.parameters.get("Status")
    if status and before["status"] == "closed" and status != "closed":
        raise Refusal(400, 21476, "A closed account cannot be opened again")
    if status and status != "active" and before["owner_account_sid"] == resource.properties["sid"]:
        raise Refusal(400, 21478, "The status of a main account cannot be changed")


def own_accounts(call: Call, location: Location | None = None) -> list[Resource]:
    """The caller's account and its subaccounts."""
    return [account for account in call.world.store.across(HOST, COLLECTION)
            if call.caller in (account.properties["sid"], account.properties["owner_account_sid"])]


def give_secret(call: Call, resource: Resource) -> None:
    """A key's secret is made once; only the create answer declares it."""
    resource.properties["secret"] = call.world.sids.secret()
    resource.properties.setdefault("friendly_name", None)
    resource.properties["key_type"] = str(call.parameters.get("KeyType") or "standard")


def secondary_token(call: Call) -> Answer:
    """A second token that is valid beside the first, shown once."""
    account = call.world.store.at(HOST, call.account, f"{COLLECTION}/{call.account}")
    account.properties["secondary_auth_token"] = call.world.sids.secret()
    call.world.store.save(account)
    return Answer(201, token_body(call, "secondary_auth_token", account))


def forget_secondary_token(call: Call) -> Answer:
    account = call.world.store.at(HOST, call.account, f"{COLLECTION}/{call.account}")
    if not account.properties.pop("secondary_auth_token", None):
        raise Refusal(404, 20404, "The requested resource /AuthTokens/Secondary was not found")
    call.world.store.save(account)
    return Answer(204)


def promote_token(call: Call) -> Answer:
    """The second token becomes the first; the first is no longer valid."""
    account = call.world.store.at(HOST, call.account, f"{COLLECTION}/{call.account}")
    token = account.properties.pop("secondary_auth_token", None)
    if not token:
        raise Refusal(404, 20404, "The requested resource /AuthTokens/Promote was not found")
    account.properties["auth_token"] = token
    call.world.store.save(account)
    return Answer(200, token_body(call, "auth_token", account))


def token_body(call: Call, name: str, account: Resource) -> dict:
    moment = call.date(call.kind, "date_created")
    return {"account_sid": call.account, "date_created": moment, "date_updated": moment,
            name: account.properties[name], "url": f"https://{call.operation.host}{call.path}"}


CREATING = {ACCOUNTS: open_subaccount, KEYS: give_secret}
UPDATING = {ACCOUNTS: change_status}
LISTING = {ACCOUNTS: own_accounts}
ANSWERS = {
    "POST accounts.twilio.com/v1/AuthTokens/Secondary": secondary_token,
    "DELETE accounts.twilio.com/v1/AuthTokens/Secondary": forget_secondary_token,
    "POST accounts.twilio.com/v1/AuthTokens/Promote": promote_token,
}
