"""What must be there before an operation can be called: made by other operations, or by Twilio itself."""

from __future__ import annotations

import json
from collections.abc import Callable

from emulator.caller import ACCOUNT, APP, V2010, Caller, Reply

MADE_BY_TWILIO = frozenset({
    "api.twilio.com/2010-04-01/Accounts/{}/AuthorizedConnectApps",
    "api.twilio.com/2010-04-01/Accounts/{}/Calls/{}/Notifications",
    "api.twilio.com/2010-04-01/Accounts/{}/Conferences",
    "api.twilio.com/2010-04-01/Accounts/{}/Conferences/{}/Recordings",
    "api.twilio.com/2010-04-01/Accounts/{}/IncomingPhoneNumbers/{}/AssignedAddOns/{}/Extensions",
    "api.twilio.com/2010-04-01/Accounts/{}/Messages/{}/Media",
    "api.twilio.com/2010-04-01/Accounts/{}/Notifications",
    "api.twilio.com/2010-04-01/Accounts/{}/OutgoingCallerIds",
    "api.twilio.com/2010-04-01/Accounts/{}/Queues/{}/Members",
    "api.twilio.com/2010-04-01/Accounts/{}/Recordings",
    "api.twilio.com/2010-04-01/Accounts/{}/Recordings/{}/AddOnResults",
    "api.twilio.com/2010-04-01/Accounts/{}/Recordings/{}/AddOnResults/{}/Payloads",
    "api.twilio.com/2010-04-01/Accounts/{}/Recordings/{}/Transcriptions",
    "api.twilio.com/2010-04-01/Accounts/{}/Transcriptions",
    "chat.twilio.com/v2/Services/{}/Bindings",
    "chat.twilio.com/v2/Services/{}/Users/{}/Bindings",
    "conversations.twilio.com/v1/Conversations/{}/Messages/{}/Receipts",
    "conversations.twilio.com/v1/Services/{}/Bindings",
    "conversations.twilio.com/v1/Services/{}/Conversations/{}/Messages/{}/Receipts",
    "insights.twilio.com/v1/Conferences/{}/Participants",
    "insights.twilio.com/v1/Video/Rooms/{}/Participants",
    "intelligence.twilio.com/v2/Transcripts/{}/OperatorResults",
    "ip-messaging.twilio.com/v2/Services/{}/Bindings",
    "ip-messaging.twilio.com/v2/Services/{}/Users/{}/Bindings",
    "marketplace.twilio.com/v1/AvailableAddOns/{}/Extensions",
    "monitor.twilio.com/v1/Alerts",
    "monitor.twilio.com/v1/Events",
    "preview.twilio.com/marketplace/AvailableAddOns/{}/Extensions",
    "proxy.twilio.com/v1/Services/{}/Sessions/{}/Interactions",
    "serverless.twilio.com/v1/Services/{}/Environments/{}/Logs",
    "studio.twilio.com/v1/Flows/{}/Engagements/{}/Steps",
    "studio.twilio.com/v1/Flows/{}/Executions/{}/Steps",
    "studio.twilio.com/v2/Flows/{}/Executions/{}/Steps",
    "taskrouter.twilio.com/v1/Workspaces/{}/Events",
    "taskrouter.twilio.com/v1/Workspaces/{}/Tasks/{}/Reservations",
    "taskrouter.twilio.com/v1/Workspaces/{}/Workers/{}/Reservations",
    "verify.twilio.com/v2/Attempts",
    "video.twilio.com/v1/Recordings",
    "video.twilio.com/v1/Rooms/{}/Participants",
    "video.twilio.com/v1/Rooms/{}/Participants/{}/PublishedTracks",
    "video.twilio.com/v1/Rooms/{}/Participants/{}/SubscribedTracks",
    "video.twilio.com/v1/Rooms/{}/Recordings",
})
"""Collections whose resources come into being with calls, conferences, messages and bookings: a seed puts one there."""


def plant(caller: Caller, host: str, path: str) -> dict:
    """A resource that Twilio would have made, in an account that its first request makes."""
    caller.get("api.twilio.com", f"{V2010}.json")
    planted = caller.control("POST", "seed", {"resources": [{"exists": host + path, "account": ACCOUNT}]})
    assert planted.status == 201, planted.text
    return planted["resources"][0]


def posted(caller: Caller, host: str, path: str, form: dict | None = None, **more) -> Reply:
    """What a create answers that has to succeed."""
    made = caller.post(host, path, form, **more)
    assert made.status in (200, 201), made.text
    return made


def multipart(**parts: str) -> dict:
    """A multipart request of text parts; `Content` goes as a file."""
    body = "".join(
        f'--xyz\r\nContent-Disposition: form-data; name="{name}"'
        + ('; filename="a.js"\r\nContent-Type: application/javascript' if name == "Content" else "")
        + f"\r\n\r\n{value}\r\n" for name, value in parts.items())
    return {"content": (body + "--xyz--\r\n").encode(),
            "headers": {"Content-Type": "multipart/form-data; boundary=xyz"}}


def sip_list(name: str) -> Callable:
    """A credential or access list for a trunk."""
    def arguments(caller: Caller, path: str) -> dict:
        made = posted(caller, "api.twilio.com", f"{V2010}/SIP/{name}s.json", {"FriendlyName": "for a trunk"})
        return {f"{name}Sid": made["sid"]}
    return arguments


def own_number(caller: Caller, path: str) -> dict:
    return {"Sid": posted(caller, "api.twilio.com", V2010 + "/IncomingPhoneNumbers.json", {"AreaCode": "510"})["sid"]}


def released(caller: Caller, path: str) -> dict:
    """A configuration with a plugin."""
    return {"ConfigurationId": configured(caller, "released")["sid"]}


def configured(caller: Caller, name: str) -> Reply:
    host, root = "flex-api.twilio.com", "/v1/PluginService"
    posted(caller, host, root + "/Plugins", {"UniqueName": name})
    version = posted(caller, host, f"{root}/Plugins/{name}/Versions", {
        "Version": "1.0.0", "PluginUrl": "https://example.com/plugin.js"})["sid"]
    return posted(caller, host, root + "/Configurations", {
        "Name": name, "Plugins": [json.dumps({"plugin_version": version, "phase": 3})]})


def with_plugin(caller: Caller, path: str) -> dict:
    """A version of some plugin."""
    version = configured(caller, "configured")
    plugins = caller.get("flex-api.twilio.com", f"/v1/PluginService/Configurations/{version['sid']}/Plugins")
    return {"Plugins": json.dumps({"plugin_version": plugins["plugins"][0]["plugin_version_sid"], "phase": 3})}


def own_factor(caller: Caller, path: str) -> dict:
    made = posted(caller, "verify.twilio.com", path.rpartition("/")[0] + "/Factors", {
        "FriendlyName": "f", "FactorType": "totp"})
    return {"FactorSid": made["sid"]}


def pending_verification(caller: Caller, path: str) -> dict:
    made = posted(caller, "verify.twilio.com", path.rpartition("/")[0] + "/Verifications", {
        "To": "+15005550006", "Channel": "sms"})
    return {"VerificationSid": made["sid"], "Code": "123456"}


def uploaded(caller: Caller, service: str, collection: str) -> Reply:
    """A version of a new function or asset."""
    holder = posted(caller, "serverless.twilio.com", f"{service}/{collection}", {"FriendlyName": "f"})["sid"]
    return upload(caller, "serverless-upload.twilio.com", f"{service}/{collection}/{holder}/Versions")


def holder(caller: Caller, host: str, path: str) -> Reply:
    """A function or asset without a version."""
    return posted(caller, "serverless.twilio.com", path, {"FriendlyName": "f"})


def upload(caller: Caller, host: str, path: str) -> Reply:
    return posted(caller, "serverless-upload.twilio.com", path,
                  **multipart(Path="/p", Visibility="public", Content="exports.handler = 1"))


def built_of(caller: Caller, path: str) -> dict:
    service = path.rpartition("/")[0]
    return {"FunctionVersions": uploaded(caller, service, "Functions")["sid"],
            "AssetVersions": uploaded(caller, service, "Assets")["sid"],
            "Dependencies": '[{"name": "twilio", "version": "5.0.0"}]'}


def completed_build(caller: Caller, path: str) -> dict:
    service = path.partition("/Environments")[0]
    version = uploaded(caller, service, "Functions")["sid"]
    build = posted(caller, "serverless.twilio.com", service + "/Builds", {"FunctionVersions": version})["sid"]
    statuses = [caller.get("serverless.twilio.com", f"{service}/Builds/{build}")["status"] for _ in range(2)]
    assert statuses[-1] == "completed"
    return {"BuildSid": build}


def own_app(caller: Caller, path: str) -> dict:
    """An OAuth app's credentials."""
    app = posted(caller, "iam.twilio.com", "/v1/Account/OAuthApps", json_body=APP)
    return {"client_id": app["sid"], "client_secret": app["secret"]}


def own_app_in_words(caller: Caller, path: str) -> dict:
    """The same, as the first version spells it."""
    app = own_app(caller, path)
    return {"ClientId": app["client_id"], "ClientSecret": app["client_secret"]}


def second_token(caller: Caller, path: str) -> dict:
    posted(caller, "accounts.twilio.com", "/v1/AuthTokens/Secondary")
    return {}


ARGUMENTS: dict[str, Callable[[Caller, str], dict]] = {
    "DELETE accounts.twilio.com/v1/AuthTokens/Secondary": second_token,
    "POST flex-api.twilio.com/v1/PluginService/Configurations": with_plugin,
    "POST flex-api.twilio.com/v1/PluginService/Releases": released,
    "POST iam.twilio.com/v1/token": own_app,
    "POST oauth.twilio.com/v1/token": own_app_in_words,
    "POST oauth.twilio.com/v2/token": own_app,
    "POST preview-iam.twilio.com/v1/token": own_app,
    "POST proxy.twilio.com/v1/Services/{ServiceSid}/PhoneNumbers": own_number,
    "POST serverless.twilio.com/v1/Services/{ServiceSid}/Builds": built_of,
    "POST serverless.twilio.com/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Deployments": completed_build,
    "POST trunking.twilio.com/v1/Trunks/{TrunkSid}/CredentialLists": sip_list("CredentialList"),
    "POST trunking.twilio.com/v1/Trunks/{TrunkSid}/IpAccessControlLists": sip_list("IpAccessControlList"),
    "POST verify.twilio.com/v2/Services/{ServiceSid}/Entities/{Identity}/Challenges": own_factor,
    "POST verify.twilio.com/v2/Services/{ServiceSid}/VerificationCheck": pending_verification,
}
"""Arguments that name what must be made first, by operation: the caller and the path lead to them."""

def made_at(host: str, path: str, form: dict) -> Callable:
    """An object of another product, by which this one is found."""
    def made(caller: Caller, *place: str) -> Reply:
        return posted(caller, host, path, form)
    return made


def planted_at(host: str, path: str) -> Callable:
    def planted(caller: Caller, *place: str) -> dict:
        return plant(caller, host, path)
    return planted


def tied_service(caller: Caller, host: str, path: str) -> dict:
    """A messaging service with a domain for short links."""
    posted(caller, host, f"/v1/LinkShortening/Domains/DN{'1' * 32}/MessagingServices/MG{'1' * 32}")
    return {"sid": "MG" + "1" * 32}


def chat_channel(caller: Caller, host: str, path: str) -> Reply:
    """A channel as the newest version finds it."""
    return posted(caller, host, path.replace("/v3/", "/v2/"), {})


def granted(caller: Caller, host: str, path: str) -> Reply:
    """Rights of somebody, which an update makes."""
    return posted(caller, host, path + "/value", {"Read": "true", "Write": "true", "Manage": "true"})


def said(caller: Caller, host: str, path: str) -> dict:
    """A message to an assistant, which opens a session."""
    made = caller.call("POST", host, "/v1/Assistants", json_body={"name": "a"})
    said = caller.call("POST", host, f"/v1/Assistants/{made['id']}/Messages", json_body={"identity": "i", "body": "b"})
    return {"id": said["session_id"], "sid": said["session_id"]}


def joined(caller: Caller, host: str, path: str) -> Reply:
    """A user's channel, which an update makes."""
    return posted(caller, host, f"{path}/CH{'0' * 32}", {"NotificationLevel": "default"})


def first(items: str) -> Callable:
    """The first of what another create made in a collection."""
    def found(caller: Caller, host: str, path: str) -> dict:
        return caller.get(host, path)[items][0]
    return found


MAKERS: dict[str, Callable[[Caller, str, str], object]] = {
    **dict.fromkeys(MADE_BY_TWILIO, plant),
    "bulkexports.twilio.com/v1/Exports/Jobs": made_at("bulkexports.twilio.com", "/v1/Exports/Messages/Jobs", {
        "StartDay": "2026-01-01", "EndDay": "2026-01-02", "FriendlyName": "j"}),
    "assistants.twilio.com/v1/Sessions": said,
    "chat.twilio.com/v2/Services/{}/Users/{}/Channels": joined,
    "conversations.twilio.com/v1/Services/{}/Users/{}/Conversations": joined,
    "conversations.twilio.com/v1/Users/{}/Conversations": joined,
    "ip-messaging.twilio.com/v2/Services/{}/Users/{}/Channels": joined,
    **{f"sync.twilio.com/v1/Services/{{}}/{name}/{{}}/Permissions": granted for name in ("Documents", "Lists", "Maps")},
    "chat.twilio.com/v3/Services": made_at("chat.twilio.com", "/v2/Services", {"FriendlyName": "c"}),
    "chat.twilio.com/v3/Services/{}/Channels": chat_channel,
    "flex-api.twilio.com/v1/Interactions/{}/Channels": first("channels"),
    "flex-api.twilio.com/v1/PluginService/Configurations/{}/Plugins": first("plugins"),
    "insights.twilio.com/v1/Conferences": planted_at("api.twilio.com", f"{V2010}/Conferences"),
    "insights.twilio.com/v1/Video/Rooms": made_at("video.twilio.com", "/v1/Rooms", {}),
    "insights.twilio.com/v1/Voice": made_at("api.twilio.com", f"{V2010}/Calls.json", {
        "From": "+15005550006", "To": "+15005550006", "Url": "https://example.com"}),
    "intelligence.twilio.com/v2/Operators": planted_at("intelligence.twilio.com", "/v2/Operators/PreBuilt"),
    "messaging.twilio.com/v1/LinkShortening/MessagingService": tied_service,
    "messaging.twilio.com/v1/LinkShortening/MessagingServices": tied_service,
    "numbers.twilio.com/v1/Porting/PortIn/{}/PhoneNumber": plant,
    "serverless.twilio.com/v1/Services/{}/Assets/{}/Versions": upload,
    "serverless.twilio.com/v1/Services/{}/Functions/{}/Versions": upload,
    "serverless-upload.twilio.com/v1/Services": made_at("serverless.twilio.com", "/v1/Services", {
        "UniqueName": "uploads", "FriendlyName": "u"}),
    **{f"serverless-upload.twilio.com/v1/Services/{{}}/{name}": holder for name in ("Functions", "Assets")},
    "studio.twilio.com/v1/Flows": made_at("studio.twilio.com", "/v2/Flows", {
        "FriendlyName": "f", "Status": "draft",
        "Definition": '{"states": [{"name": "Trigger"}], "initial_state": "Trigger"}'}),
    "taskrouter.twilio.com/v1/Workspaces/{}/Workers/{}/Channels": first("channels"),
}
"""Where a resource comes from that no create of its own collection makes: the caller, the host and the path lead to it."""
