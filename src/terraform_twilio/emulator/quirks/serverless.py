"""Serverless: domains, versions, builds that take SIDs and show objects, deployments.

Source: twilio-semantics.md A7 (domain_base, domain_name, builds), recorded answers; Twilio's page "Function Version" (a
path without a slash gets one); twilio-labs/serverless-api issue 27 (409 for what is deployed already, an environment
without a build included); RJPearson94/terraform-provider-twilio issue 28 (a deployed build cannot be deleted) and
twilio-labs/serverless-toolkit issue 148 (nor a function whose version is deployed), both without the code.
"""

from __future__ import annotations

import hashlib
import json
import re

from terraform_twilio.emulator.answers import Refusal, invalid
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SERVICES = "serverless.twilio.com/v1/Services"
VERSIONS = {"function_versions": "Functions", "asset_versions": "Assets"}
NPM_NAME = re.compile(r"(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*")
"""What npm accepts as a package's name (its own documentation of `package.json`)."""
ALWAYS_BUILT_IN = {"twilio": "5.0.3", "@twilio/runtime-handler": "2.0.1"}
"""Source: Twilio's page "Dependencies" (both are part of every build, and of its answer). The versions are ours."""
KEPT = ("sid", "account_sid", "service_sid", "function_sid", "asset_sid", "date_created", "path", "visibility")


def name_domain(call: Call, service: Resource) -> None:
    """A service's domain: its unique name and four digits."""
    digits = int(hashlib.sha256(str(service.properties["sid"]).encode()).hexdigest(), 16) % 9000 + 1000
    service.properties["domain_base"] = f"{service.properties['unique_name']}-{digits}"


def name_environment(call: Call, environment: Resource) -> None:
    """An environment's domain: the service's, with its suffix."""
    service = near.parent(call, environment)
    base = service.properties["domain_base"] if service else environment.properties["unique_name"]
    suffix = environment.properties.get("domain_suffix")
    environment.properties["domain_name"] = f"{base}-{suffix}.twil.io" if suffix else f"{base}.twil.io"


def start_build(call: Call, build: Resource) -> None:
    """SIDs of versions become the versions; the dependencies' text becomes a list."""
    service = near.parent_path(build)
    if not any(build.properties.get(name) for name in VERSIONS):
        raise invalid("At least one Function Version or Asset Version is required for Build.")
    for name, collection in VERSIONS.items():
        sids = build.properties.get(name) or []
        build.properties[name] = [version_in(call, build, service, collection, sid) for sid in sids]
    build.properties["dependencies"] = completed(read_dependencies(call.parameters.get("Dependencies")))
    build.properties.setdefault("runtime", "node22")
    build.properties["status"] = "building"


def version_in(call: Call, build: Resource, service: str, collection: str, sid: object) -> dict:
    """A version of this service, as a build shows it."""
    found = near.foreign(call, sid, "/Versions")
    if found is None or not found.collection.startswith(f"{service}/{collection}/"):
        raise invalid(f"Invalid parameter: the service has no version {sid} in {collection}")
    shown = {name: found.properties[name] for name in KEPT if name in found.properties}
    return {**shown, "visibility": str(shown.get("visibility", "public"))}


def completed(dependencies: list) -> list:
    """Dependencies with those that every build has."""
    named = {one.get("name") for one in dependencies if isinstance(one, dict)}
    return dependencies + [{"name": name, "version": version} for name, version in ALWAYS_BUILT_IN.items() if name not in named]


def read_dependencies(text: object) -> list:
    try:
        dependencies = json.loads(str(text or "[]"))
    except ValueError:
        raise invalid("Invalid parameter Dependencies: it is not valid JSON") from None
    return dependencies if isinstance(dependencies, list) else []


def end_build(call: Call, build: Resource) -> None:
    """A build ends as failed when one of its packages cannot exist."""
    names = [str(one.get("name", "")) for one in build.properties.get("dependencies") or [] if isinstance(one, dict)]
    if build.properties["status"] == "completed" and not all(map(NPM_NAME.fullmatch, names)):
        build.properties["status"] = "failed"
        call.world.store.save(build)


def mirror_status(call: Call, status: Resource) -> None:
    """`/Status` of a build shows the build's own."""
    build = near.at(call, status, status.collection.removesuffix("/Status"))
    status.properties.update({"sid": build.sid, "status": build.properties["status"]} if build else {})


def mirror_content(call: Call, content: Resource) -> None:
    """`/Content` of a version shows what was uploaded."""
    version = near.at(call, content, content.collection.removesuffix("/Content"))
    if version:
        content.properties.update({name: version.properties.get(name) for name in KEPT if name in version.properties})
        content.properties["content"] = version.properties.get("uploaded", {}).get("content")


def name_upload(call: Call, version: Resource) -> None:
    """What was uploaded is kept beside the version."""
    content = version.properties.pop("content", None)
    version.properties["uploaded"] = content if isinstance(content, dict) else {"content": content}
    version.properties["path"] = "/" + str(version.properties["path"]).removeprefix("/")


def deploy(call: Call, deployment: Resource) -> None:
    """The environment shows the build that was deployed last; a deployment never changes, and has no date of a change."""
    deployment.properties["date_updated"] = None
    environment = near.parent(call, deployment)
    sid = deployment.properties.get("build_sid")
    build = near.foreign(call, sid, "/Builds") if sid else None
    if sid and (build is None or build.properties["status"] != "completed"):
        raise invalid(f"Invalid parameter BuildSid: the service has no completed build {sid}")
    if environment and environment.properties.get("build_sid") == sid:
        raise Refusal(409, 20409, "Environment already has requested deployment.")
    if environment:
        environment.properties["build_sid"] = sid
        call.world.store.save(environment)


def running(call: Call, resource: Resource, service: str) -> list[Resource]:
    """The builds that some environment of a service runs."""
    environments = call.world.store.children(resource.host, resource.account, f"{service}/Environments")
    builds = (near.at(call, resource, f"{service}/Builds/{one.properties.get('build_sid')}") for one in environments)
    return [build for build in builds if build]


def keep_build(call: Call, build: Resource) -> None:
    """What runs is not deleted."""
    if any(one.sid == build.sid for one in running(call, build, near.parent_path(build))):
        raise invalid("Cannot delete Build because it's part of an active Deployment.")


def keep_code(call: Call, code: Resource) -> None:
    """Nor is what it was built of."""
    versions = {version.sid for version in call.world.store.children(code.host, code.account, f"{code.path}/Versions")}
    for build in running(call, code, near.parent_path(code)):
        if any(version["sid"] in versions for name in VERSIONS for version in build.properties.get(name) or []):
            raise invalid(f"Cannot delete {code.sid} because one of its versions is part of an active Deployment.")


CREATING = {
    SERVICES: name_domain, SERVICES + "/{}/Environments": name_environment, SERVICES + "/{}/Builds": start_build,
    SERVICES + "/{}/Functions/{}/Versions": name_upload, SERVICES + "/{}/Assets/{}/Versions": name_upload,
    SERVICES + "/{}/Environments/{}/Deployments": deploy,
}
READING = {SERVICES + "/{}/Builds": end_build}
DELETING = {
    SERVICES + "/{}/Builds": keep_build, SERVICES + "/{}/Functions": keep_code, SERVICES + "/{}/Assets": keep_code,
}
STANDING = {
    SERVICES + "/{}/Builds/{}/Status": mirror_status, SERVICES + "/{}/Functions/{}/Versions/{}/Content": mirror_content,
}
