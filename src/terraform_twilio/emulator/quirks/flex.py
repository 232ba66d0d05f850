"""Flex: the plugins of a configuration, what a release names, sessions of Insights. Source: twilio-api.md C.1, C.2."""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal, invalid
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SERVICE = "flex-api.twilio.com/v1/PluginService"
FLOWS = "flex-api.twilio.com/v1/FlexFlows"


def add_plugins(call: Call, configuration: Resource) -> None:
    """`Plugins` names versions; each becomes a configured plugin."""
    for wanted in call.parameters.get("Plugins") or []:
        sid = wanted.get("plugin_version") if isinstance(wanted, dict) else wanted
        version = near.foreign(call, sid, "/Versions")
        plugin = near.parent(call, version) if version else None
        if version is None or plugin is None:
            raise invalid(f"Invalid parameter Plugins: there is no plugin version {sid}")
        child(call, configuration, "/Plugins", configured(configuration, plugin, version, wanted), "")


def configured(configuration: Resource, plugin: Resource, version: Resource, wanted: object) -> dict:
    """A plugin as a configuration shows it."""
    return {"configuration_sid": configuration.sid, "plugin_sid": plugin.sid, "plugin_version_sid": version.sid,
            "phase": wanted.get("phase", 3) if isinstance(wanted, dict) else 3,
            "plugin_url": version.properties["plugin_url"],
            "unique_name": plugin.unique_name, "friendly_name": plugin.properties.get("friendly_name"),
            "description": plugin.properties.get("description"), "version": version.properties["version"],
            "changelog": version.properties.get("changelog"), "private": version.properties.get("private", False)}


def name_configuration(call: Call, release: Resource) -> None:
    """A release is of a configuration that exists."""
    sid = release.properties.get("configuration_sid")
    if near.foreign(call, sid, "/Configurations") is None:
        raise Refusal(404, 20404, f"The requested resource /PluginService/Configurations/{sid} was not found")


def name_plugin(call: Call, plugin: Resource) -> None:
    """A plugin is called by its unique name until it has another one."""
    plugin.properties.setdefault("friendly_name", plugin.properties["unique_name"])


def open_session(call: Call, session: Resource) -> None:
    """The session's id is good as the `Authorization` of Insights' own operations."""
    session.properties["session_id"] = call.world.sids.digits()
    call.world.store.remember(f"flex token {session.properties['session_id']}", call.account)


CREATING = {SERVICE + "/Releases": name_configuration, SERVICE + "/Plugins": name_plugin,
            "flex-api.twilio.com/v1/Insights/Session": open_session}
CREATED = {SERVICE + "/Configurations": add_plugins}
