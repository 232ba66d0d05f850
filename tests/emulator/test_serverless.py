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
    return {"content": (body + "--xyz--\r\n").encode(),
            "headers": {"Content-Type": "multipart/form-data; boundary=xyz"}}


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
    assert build["dependencies"][0] == {"name": "twilio", "version": "5"}
    assert [one["name"] for one in build["dependencies"]] == ["twilio", "@twilio/runtime-handler"]
    path = f"{service}/Builds/{build['sid']}"
    assert [caller.get(HOST, path)["status"] for _ in range(3)] == ["building", "completed", "completed"]
    assert caller.get(HOST, path + "/Status").body["status"] == "completed"


def completed_build(caller, service, **changes):
    version = upload(caller, service, **changes)["sid"]
    build = caller.post(HOST, service + "/Builds", {"FunctionVersions": [version]})["sid"]
    assert [caller.get(HOST, f"{service}/Builds/{build}")["status"] for _ in range(2)][-1] == "completed"
    return build


def test_a_build_with_an_impossible_package_fails(caller, service):
    build = caller.post(HOST, service + "/Builds", {
        "FunctionVersions": [upload(caller, service)["sid"]],
        "Dependencies": '[{"name": "No Such Package", "version": "1"}]'})
    path = f"{service}/Builds/{build['sid']}"
    assert [caller.get(HOST, path)["status"] for _ in range(3)] == ["building", "failed", "failed"]


@pytest.fixture
def environment(caller, service):
    made = caller.post(HOST, service + "/Environments", {"UniqueName": "e", "DomainSuffix": "dev"})
    assert made["domain_name"].endswith("-dev.twil.io")
    return f"{service}/Environments/{made['sid']}"


def test_an_environment_shows_its_deployment(caller, service, environment):
    build = completed_build(caller, service)
    deployment = caller.post(HOST, environment + "/Deployments", {"BuildSid": build})
    assert (deployment.status, deployment["date_updated"]) == (201, None)
    assert caller.get(HOST, environment)["build_sid"] == build
    assert caller.post(HOST, environment + "/Deployments", {}).status == 201
    assert caller.get(HOST, environment)["build_sid"] is None


def test_what_is_deployed_already_is_a_conflict(caller, service, environment):
    assert caller.post(HOST, environment + "/Deployments", {}).status == 409
    build = completed_build(caller, service)
    statuses = [caller.post(HOST, environment + "/Deployments", {"BuildSid": build}).status for _ in range(2)]
    assert statuses == [201, 409]


def test_what_is_deployed_cannot_be_deleted(caller, service, environment):
    build = completed_build(caller, service)
    function = caller.get(HOST, service + "/Functions")["functions"][0]["sid"]
    caller.post(HOST, environment + "/Deployments", {"BuildSid": build})
    assert caller.call("DELETE", HOST, f"{service}/Builds/{build}").status == 400
    assert caller.call("DELETE", HOST, f"{service}/Functions/{function}").status == 400
    caller.post(HOST, environment + "/Deployments", {})
    assert caller.call("DELETE", HOST, f"{service}/Builds/{build}").status == 204
    assert caller.call("DELETE", HOST, f"{service}/Functions/{function}").status == 204


def test_the_newest_version_and_deployment_come_first(caller, service, environment):
    version = upload(caller, service)
    function = f"{service}/Functions/{version['function_sid']}/Versions"
    again = caller.call("POST", UPLOAD, function, **multipart(Path="q", Visibility="public", Content="2"))
    assert [one["sid"] for one in caller.get(HOST, function)["function_versions"]] == [again["sid"], version["sid"]]
    assert again["path"] == "/q"
    made = [caller.post(HOST, environment + "/Deployments", {"BuildSid": completed_build(caller, service)})["sid"]
            for _ in range(2)]
    assert [one["sid"] for one in caller.get(HOST, environment + "/Deployments")["deployments"]] == made[::-1]


def test_what_is_not_there_cannot_be_built_or_deployed(caller, service):
    assert caller.post(HOST, service + "/Builds", {"FunctionVersions": ["ZN" + "0" * 32]}).status == 400
    assert caller.post(HOST, service + "/Builds", {}).status == 400
    assert upload(caller, service, Visibility="secret").status == 400
    assert upload(caller, service, Nope="1").status == 400


def test_an_uploaded_document_is_one_to_both_apis(caller):
    parts = multipart(FriendlyName="d", Type="passport", File="...")["content"].replace(
        b'name="File"', b'name="File"; filename="p.pdf"\r\nContent-Type: application/pdf')
    made = caller.call("POST", "numbers-upload.twilio.com", "/v2/RegulatoryCompliance/SupportingDocuments",
                       content=parts, headers={"Content-Type": "multipart/form-data; boundary=xyz"})
    assert (made.status, made["mime_type"]) == (201, "application/pdf")
    for host, path in (("numbers.twilio.com", "/v2/RegulatoryCompliance/"), ("trusthub.twilio.com", "/v1/")):
        found = caller.get(host, f"{path}SupportingDocuments/{made['sid']}")
        assert (found.status, found["friendly_name"], found["mime_type"]) == (200, "d", "application/pdf")
    caller.call("DELETE", "trusthub.twilio.com", f"/v1/SupportingDocuments/{made['sid']}")
    assert caller.get("numbers.twilio.com", f"/v2/RegulatoryCompliance/SupportingDocuments/{made['sid']}").status == 404
