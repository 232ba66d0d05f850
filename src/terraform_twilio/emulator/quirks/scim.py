"""SCIM users of an organization: metadata, and patches that name what they change. Source: RFC 7643, RFC 7644."""

from __future__ import annotations

from terraform_twilio.emulator.clock import iso8601
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

USERS = "preview-iam.twilio.com/Organizations/{}/scim/Users"
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


CREATING = {USERS: start}
UPDATING = {USERS: patch}
READING = {USERS: show}
