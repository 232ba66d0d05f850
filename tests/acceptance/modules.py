"""Many examples in one root module: each is a module of its own with an account of its own, so that none meets another."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from acceptance.project import Project
from lifecycle.remote import Remote, new_account
from terraform_twilio.emulator.server import Emulator

VARIABLE = re.compile(r'^variable "(\w+)"', re.MULTILINE)
# What the examples ask a practitioner for.
VARIABLES = {
    "aws_access_key_id": "AKIAIOSFODNN7EXAMPLE",
    "aws_secret_access_key": "an AWS secret",
    "campaign_verify_token": "cv|1.0|tcr|10dlc|a-token",
    "desk_phone_password": "Desk-Phone-0123",
    "fcm_secret": "a server key",
    "registration_code": "H3LL0W0RLD",
    "tls_certificate": "-----BEGIN CERTIFICATE-----",
}
# What an example finds in the account: a host's path, and the JSON that is sent there.
EXISTING = {
    "twilio_flex_flow": ("flex-api.twilio.com/v1/Configuration", {"chat_service_instance_sid": "IS" + "0" * 32}),
}


class Modules:
    """A project of `folders`, each the source of a module of that name."""

    def __init__(self, directory: Path, environ: dict, folders: list, emulator: Emulator) -> None:
        self.project = Project(directory, environ)
        self.emulator = emulator
        module: dict = {"provider": {"twilio": []}, "module": {}}
        for number, folder in enumerate(folders, 1):
            account = new_account(emulator.url, f"ACe{number:031x}", f"token{number:027x}")
            shutil.copytree(folder, directory / folder.name)
            self._prepare(folder.name, account)
            module["provider"]["twilio"].append({"alias": f"account_{number}", "endpoint": emulator.url, **account})
            module["module"][folder.name] = call_of(folder, f"twilio.account_{number}")
        self.project.write_json("main", module)
        self.project.init()

    def ids(self) -> dict:
        """Of every resource: `(module, address)` and its id."""
        return {place: attributes["id"] for place, attributes in self._resources().items()}

    def stored(self, module: str, address: str) -> dict:
        """A resource's attributes in the state."""
        return self._resources()[module, address]

    def _resources(self) -> dict:
        state = json.loads(self.project.state_file.read_text())
        return {(one["module"].removeprefix("module."), address(one, instance)): instance["attributes"]
                for one in state["resources"] if one["mode"] == "managed" for instance in one["instances"]}

    def _prepare(self, name: str, account: dict) -> None:
        if name not in EXISTING:
            return
        path, payload = EXISTING[name]
        body = json.dumps({"account_sid": account["account_sid"], **payload}).encode()
        status, answer = Remote(self.emulator.url, **account).send("POST", f"/{path}", body, "json")
        assert status < 300, answer


def call_of(folder: Path, provider: str) -> dict:
    """The module call with a value for each variable that has to be given."""
    asked = [name for path in folder.glob("*.tf") for name in VARIABLE.findall(path.read_text(encoding="utf-8"))]
    return {"source": f"./{folder.name}", "providers": {"twilio": provider}, **{name: VARIABLES[name] for name in asked}}


def address(resource: dict, instance: dict) -> str:
    key = instance.get("index_key")
    return f"{resource['type']}.{resource['name']}" + (f"[{json.dumps(key)}]" if key is not None else "")
