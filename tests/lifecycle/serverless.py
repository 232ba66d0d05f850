"""A Serverless service in full, as one configuration: code, asset, build, environment, deployment."""

from __future__ import annotations

import itertools
import urllib.request

from core import Core, Reference
from lifecycle.life import Stage
from lifecycle.remote import Remote

NUMBERS = itertools.count(0x5E00000)
HOST = "/serverless.twilio.com/v1"
SERVICE = "twilio_serverless_service.all"
FUNCTION, ASSET = "twilio_serverless_function.hello", "twilio_serverless_asset.logo"
BUILD, ENVIRONMENT = "twilio_serverless_build.all", "twilio_serverless_environment.test"
DEPLOYMENT = "twilio_serverless_deployment.all"
BUILDS = "serverless.twilio.com/v1/Services/{}/Builds"


class Account:
    """An account of its own on the emulator: a working directory there, and an outsider."""

    def __init__(self, stage: Stage) -> None:
        number = next(NUMBERS)
        self.stage = stage
        self.credentials = {"account_sid": f"AC{number:032x}", "auth_token": f"{number:032x}"}
        self.remote = Remote(stage.emulator.url, **self.credentials)
        self.core = self.new_core()
        stage.emulator.exchange.world.pace[BUILDS] = ("reads", 1)

    def new_core(self) -> Core:
        core = Core(self.stage.schemas.new_provider(), self.stage.schemas)
        arguments = core.calls.provider.type_of_provider()[1]
        core.configure(dict.fromkeys(arguments) | self.credentials | {"endpoint": self.stage.emulator.url})
        return core

    def apply(self, configuration: dict) -> dict:
        """Applies, and leaves nothing to do; what was planned, by address."""
        plan = self.core.apply(configuration)
        assert self.core.plan(configuration).is_empty
        return plan.actions

    def writes(self, during: object) -> list[str]:
        """What is written while something is done: method, and the path's last collection."""
        before = self.stage.emulator.exchange.count
        during()
        return [f"{line['method']} {_collection(line['path'])}" for line in self.stage.emulator.exchange.requests
                if line["number"] > before and line["method"] != "GET"]

    def of(self, address: str) -> dict:
        return self.core.attributes(address)

    def get(self, address: str) -> dict:
        """What the outsider finds of a resource."""
        status, payload = self.remote.send("GET", HOST + self.of(address)["url"].partition("/v1")[2])
        assert status == 200
        return payload

    def upload(self, address: str, path: str, visibility: str) -> None:
        """Somebody else's version, whose content is `elsewhere`."""
        values = {"Path": path, "Visibility": visibility, "Content": "elsewhere"}
        parts = "".join(f'--xyz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                        for name, value in values.items())
        target = f"/serverless-upload.twilio.com/v1{self.of(address)['url'].partition('/v1')[2]}/Versions"
        request = urllib.request.Request(
            self.remote.url + target, data=(parts + "--xyz--\r\n").encode(), method="POST",
            headers={"Authorization": f"Basic {self.remote.credentials}",
                     "Content-Type": "multipart/form-data; boundary=xyz"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status == 201

    def list(self, path: str) -> list[str]:
        status, payload = self.remote.send("GET", f"{HOST}/Services/{self.of(SERVICE)['sid']}{path}")
        assert status == 200
        return [one["sid"] for one in payload[payload["meta"]["key"]]]


def _collection(path: str) -> str:
    segments = [segment for segment in path.split("/") if not segment[2:].isalnum() or len(segment) != 34]
    return segments[-1]


def service() -> dict:
    return {SERVICE: ("twilio_serverless_service", {"unique_name": "all", "friendly_name": "All"})}


def function(content: str = "exports.handler = 1", **changed: object) -> dict:
    arguments = {"service_sid": Reference(SERVICE, "sid"), "friendly_name": "hello", "path": "/hello",
                 "visibility": "public", "content": content}
    return {FUNCTION: ("twilio_serverless_function", arguments | changed)}


def asset(content: str = "<svg/>", **changed: object) -> dict:
    arguments = {"service_sid": Reference(SERVICE, "sid"), "friendly_name": "logo", "path": "/logo.svg",
                 "visibility": "public", "content": content}
    return {ASSET: ("twilio_serverless_asset", arguments | changed)}


def build(**changed: object) -> dict:
    arguments = {"service_sid": Reference(SERVICE, "sid"), "function_versions": [Reference(FUNCTION, "version_sid")],
                 "asset_versions": [Reference(ASSET, "version_sid")], "runtime": "node22"}
    return {BUILD: ("twilio_serverless_build", arguments | changed)}


def environment() -> dict:
    return {ENVIRONMENT: ("twilio_serverless_environment", {
        "service_sid": Reference(SERVICE, "sid"), "unique_name": "test", "domain_suffix": "test"})}


def deployment() -> dict:
    return {DEPLOYMENT: ("twilio_serverless_deployment", {
        "service_sid": Reference(SERVICE, "sid"), "environment_sid": Reference(ENVIRONMENT, "sid"),
        "build_sid": Reference(BUILD, "sid")})}


def everything(content: str = "exports.handler = 1", **of_build: object) -> dict:
    return service() | function(content) | asset() | build(**of_build) | environment() | deployment()
