"""Organizations: users with SCIM's metadata and patches, and the accounts that belong to one.

Source: RFC 7643, RFC 7644. An organization exists under every SID, and its accounts are the caller's own [mem].
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.clock import iso8601
from terraform_twilio.emulator.places import Location, absent
from terraform_twilio.emulator.properties import rendered
from terraform_twilio.emulator.quirks.accounts import own_accounts
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ORGANIZATIONS = "preview-iam.twilio.com/Organizations"
USERS = f"{ORGANIZATIONS}/{{}}/scim/Users"
SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"


def start(call: Call, user: Resource) -> None:
    user.properties.setdefault("schemas", [SCHEMA])
    user.properties.setdefault("active", True)


def patch(call: Call, user: Resource, before: dict) -> None:
    """`Operations` replace what their path names; without a path, what their value holds."""
    for operation in user.properties.pop("Operations", None) or []:
        if isinstance(operation, dict):
            apply(user.properties, operation)


def apply(properties: dict, operation: dict) -> None:
    path, value = operation.get("path"), operation.get("value")
    if isinstance(path, str) and str(operation.get("op", "")).lower() == "remove":
        properties.pop(path, None)
    elif isinstance(path, str):
        properties[path] = value
    elif isinstance(value, dict):
        properties.update(value)


def show(call: Call, user: Resource) -> None:
    user.properties["meta"] = {"resourceType": "User", "created": iso8601(user.created),
                               "lastModified": iso8601(user.updated), "version": str(user.revision)}


def as_member(call: Call, account: Resource) -> Resource:
    """An account as an organization shows it; its owner is invented, for accounts are made by nobody here."""
    member = Resource(account.account, call.operation.host, "", account.name, {
        "account_sid": account.name, "friendly_name": account.properties["friendly_name"],
        "status": account.properties["status"], "owner_sid": "US" + account.name[2:],
        "date_created": iso8601(account.created)}, account.created)
    member.number = account.number
    return member


def members(call: Call, location: Location | None = None) -> list[Resource]:
    """The caller's accounts, and what a seed says is the organization's, too."""
    seeded = call.world.store.children(call.operation.host, call.account, f"/Organizations/{call.values[0]}/Accounts")
    return [*(as_member(call, account) for account in own_accounts(call)), *seeded]


def fetch_member(call: Call) -> Answer:
    found = next((one for one in members(call) if one.name == call.values[-1]), None)
    if found is None:
        raise absent(call)
    return Answer(200, rendered(call.kind, call.operation.shape, found.properties, call.operation.host, call.path))


CREATING = {USERS: start}
UPDATING = {USERS: patch}
READING = {USERS: show}
LISTING = {f"{ORGANIZATIONS}/{{}}/Accounts": members}
ANSWERS = {f"GET {ORGANIZATIONS}/{{OrganizationSid}}/Accounts/{{AccountSid}}": fetch_member}
