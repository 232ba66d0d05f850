"""Serverless: uploads, builds, deployments, domains."""

from __future__ import annotations

import pytest

HOST, UPLOAD = "serverless.twilio.com", "serverless-upload.twilio.com"


def multipart(**parts: str) -> dict:
    """A multipart request of text parts; `Content` goes as a file."""
    body = "".join(
        f'--xyz\r\nContent-Disposition: form-data; name="{name}"'
        + ('; filename="a.js"\r\nContent-Type: application/javascript' if name == "Content" else "")
        + f"\r\n\r\n{value}\r\n" for name, value in parts.items())
    return {"content": (body + "--xyz--\r\n").encode(), "headers": {"Content-Type": "multipart/form-data; boundary=xyz"}}


@pytest.fixture
def service(caller):
    made = caller.post(HOST, "/v1/Services", {"UniqueName": "u", "FriendlyName": "s"})
    assert made["domain_base"].startswith("u-")
    assert (made["include_credentials"], made["ui_editable"]) == (True, False)
    return f"/v1/Services/{made['sid']}"


def upload(caller, service, **changes):
    function = caller.post(HOST, service + "/Functions", {"FriendlyName": "f"})["sid"]
    parts = {"Path": "/p", "Visibility": "public", "Content": "exports.handler = 1", **changes}
    return caller.call("POST", UPLOAD, f"{service}/Functions/{function}/Versions", **multipart(**parts))


def test_a_version_is_uploaded_and_read_elsewhere(caller, service):
    version = upload(caller, service)
    assert (version.status, version["path"], version["visibility"]) == (201, "/p", "public")
    path = f"{service}/Functions/{version['function_sid']}/Versions/{version['sid']}"
    assert version["url"] == f"https://serverless.twilio.com{path}"
    assert caller.get(HOST, path).body == version.body
    assert caller.get(HOST, path + "/Content")["content"] == "exports.handler = 1"


def test_a_build_takes_sids_and_shows_objects_and_completes(caller, service):
    version = upload(caller, service)
    build = caller.post(HOST, service + "/Builds", {
        "FunctionVersions": [version["sid"]], "Dependencies": '[{"name": "twilio", "version": "5"}]'})
    assert (build.status, build["status"], build["asset_versions"]) == (201, "building", [])
    assert build["function_versions"][0]["sid"] == version["sid"]
    assert build["function_versions"][0]["path"] == "/p"
    assert build["dependencies"] == [{"name": "twilio", "version": "5"}]
    path = f"{service}/Builds/{build['sid']}"
    assert [caller.get(HOST, path)["status"] for _ in range(3)] == ["building", "completed", "completed"]
    assert caller.get(HOST, path + "/Status").body["status"] == "completed"


def test_an_environment_has_a_domain_and_shows_its_deployment(caller, service):
    environment = caller.post(HOST, service + "/Environments", {"UniqueName": "e", "DomainSuffix": "dev"})
    assert environment["domain_name"].endswith("-dev.twil.io")
    build = caller.post(HOST, service + "/Builds", {})["sid"]
    path = f"{service}/Environments/{environment['sid']}"
    assert caller.post(HOST, path + "/Deployments", {"BuildSid": build}).status == 201
    assert caller.get(HOST, path)["build_sid"] == build


def test_what_is_not_there_cannot_be_built_or_deployed(caller, service):
    assert caller.post(HOST, service + "/Builds", {"FunctionVersions": ["ZN" + "0" * 32]}).status == 400
    assert upload(caller, service, Visibility="secret").status == 400
    assert upload(caller, service, Nope="1").status == 400
