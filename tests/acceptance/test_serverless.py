"""The Serverless example on the real terraform: made, changed without a gap, imported, destroyed."""

from __future__ import annotations

import base64
import json
import re
import shutil
import urllib.request

import pytest

from acceptance.workspace import Workspace
from architecture.sources import ROOT
from terraform_twilio.emulator.server import Emulator

EXAMPLE = ROOT.parent.parent / "examples" / "serverless"
PLANNED = re.compile(r"# (\S+) will be (\S+)")

pytestmark = pytest.mark.terraform


class Example(Workspace):
    """The example in a folder of its own, on an emulator."""

    def __init__(self, directory, emulator) -> None:
        super().__init__(directory)
        self.emulator = emulator
        self.environ["TWILIO_ENDPOINT"] = emulator.url
        shutil.copytree(EXAMPLE, directory, dirs_exist_ok=True)
        self.terraform("init", "-input=false")

    def apply(self, *arguments) -> str:
        """Applies, and finds nothing to do afterwards."""
        said = self.terraform("apply", "-auto-approve", "-input=false", "-no-color", *arguments)
        self.terraform("plan", "-detailed-exitcode", "-input=false")
        return said

    def planned(self) -> dict:
        return dict(PLANNED.findall(self.terraform("plan", "-input=false", "-no-color")))

    def attributes(self, address) -> dict:
        resources = json.loads(self.terraform("show", "-json"))["values"]["root_module"]["resources"]
        return next(one["values"] for one in resources if one["address"] == address)

    def asked(self, path) -> dict:
        """What Twilio says."""
        login = f"{self.environ['TWILIO_ACCOUNT_SID']}:{self.environ['TWILIO_AUTH_TOKEN']}".encode()
        request = urllib.request.Request(f"{self.emulator.url}/serverless.twilio.com/v1{path}", headers={
            "Authorization": f"Basic {base64.b64encode(login).decode()}"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def deployed(self) -> str | None:
        environment = self.attributes("twilio_serverless_environment.test")
        return self.asked(f"/Services/{environment['service_sid']}/Environments/{environment['sid']}")["build_sid"]

    def writes(self, since) -> list:
        return [f"{line['method']} {line['path'].rpartition('/')[2]}" for line in self.emulator.exchange.requests
                if line["number"] > since and line["method"] != "GET"]


@pytest.fixture
def example(tmp_path):
    with Emulator(seed="example") as emulator:
        yield Example(tmp_path, emulator)


def test_the_whole_life_of_a_service(example):
    assert "7 added, 0 changed, 0 destroyed" in example.apply()
    build = example.attributes("twilio_serverless_build.hello")
    assert example.deployed() == build["sid"]

    hello = example.directory / "functions" / "hello.js"
    hello.write_text(hello.read_text().replace("message(", "message('Hello: ' + "))
    assert example.planned() == {f"twilio_serverless_{name}": "updated" for name in (
        "function.hello", "build.hello", "deployment.test")}
    before = example.emulator.exchange.count
    assert "0 added, 3 changed, 0 destroyed" in example.apply()
    assert example.writes(before) == ["POST Versions", "POST Builds", "POST Deployments"]
    assert example.deployed() == example.attributes("twilio_serverless_build.hello")["sid"] != build["sid"]

    imported = {address: example.attributes(address)["id"] for address in (
        "twilio_serverless_function.hello", "twilio_serverless_build.hello", "twilio_serverless_deployment.test")}
    example.terraform("state", "rm", *imported)
    for address, id_ in imported.items():
        example.terraform("import", "-input=false", address, id_)
    example.terraform("plan", "-detailed-exitcode", "-input=false")

    service = build["service_sid"]
    example.terraform("destroy", "-auto-approve", "-input=false")
    assert example.asked("/Services")["services"] == []
    assert service not in example.terraform("show", "-json")


def test_an_asset_leaves_the_build_and_the_account_in_one_apply(example):
    """Its block says create_before_destroy, so core deletes it after what held it is made anew."""
    example.apply()
    service = example.attributes("twilio_serverless_service.hello")["sid"]
    main = example.directory / "main.tf"
    text = re.sub(r'resource "twilio_serverless_asset".*?\n}\n', "", main.read_text(), flags=re.DOTALL)
    main.write_text(re.sub(r"\n *asset_versions .*", "", text))
    assert "0 added, 2 changed, 1 destroyed" in example.apply()
    assert example.asked(f"/Services/{service}/Assets")["assets"] == []
