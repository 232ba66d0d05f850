"""What `terraform providers schema` tells: every promised name, everything described, nothing lost since a release."""

import json

import pytest

from acceptance import released
from acceptance.project import Project
from architecture.sources import ROOT

pytestmark = pytest.mark.terraform

NAMES = ROOT / "catalogue" / "names.txt"
SECTIONS = {"resource": "resource_schemas", "alias": "resource_schemas", "singular": "data_source_schemas",
            "plural": "data_source_schemas"}


@pytest.fixture(scope="module")
def schemas(tmp_path_factory, installed):
    project = Project(tmp_path_factory.mktemp("schema"), installed, {})
    project.init()
    (told,) = json.loads(project.run("providers", "schema", "-json"))["provider_schemas"].values()
    return told


def described(place, block):
    """Every description inside a block, by its place; nested attributes included."""
    yield place, block
    for name, attribute in block.get("attributes", {}).items():
        yield from described(f"{place}.{name}", attribute)
    if "nested_type" in block:
        yield from ((inner, one) for inner, one in described(place, block["nested_type"]) if inner != place)


def all_described(schemas):
    yield from described("provider", schemas["provider"]["block"])
    for section in sorted(set(SECTIONS.values())):
        for name, schema in schemas[section].items():
            yield from described(f"{section}.{name}", schema["block"])


def test_every_promised_name_is_there_and_no_other(schemas):
    promised = {section: set() for section in SECTIONS.values()}
    for line in NAMES.read_text().splitlines():
        if not line.startswith("#"):
            kind, name, _ = line.split()
            promised[SECTIONS[kind]].add(name)
    assert {section: set(schemas[section]) for section in promised} == promised


def test_everything_has_a_description_in_markdown(schemas):
    bare = [place for place, one in all_described(schemas)
            if not one.get("description") or one.get("description_kind") != "markdown"]
    assert bare == []


def test_resource_types_have_a_version_above_the_published_provider(schemas):
    assert {one["version"] for one in schemas["resource_schemas"].values()} == {1}


def test_secrets_are_marked(schemas):
    def is_sensitive(section, name, attribute):
        return schemas[section][name]["block"]["attributes"][attribute].get("sensitive", False)

    assert is_sensitive("resource_schemas", "twilio_api_key", "secret")
    assert is_sensitive("resource_schemas", "twilio_api_account", "auth_token")
    assert is_sensitive("resource_schemas", "twilio_api_sip_credential", "password")
    assert schemas["provider"]["block"]["attributes"]["auth_token"]["sensitive"]
    assert schemas["provider"]["block"]["attributes"]["api_secret"]["sensitive"]


@pytest.mark.parametrize("path", sorted(released.FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_nothing_is_lost_that_a_release_had(schemas, path):
    """T26. What may go nevertheless goes with a new major version, and its file with it."""
    assert released.losses(released.read(path), released.described(schemas)) == []


@pytest.mark.parametrize(("before", "after", "loss"), [
    ({"a": "string/o"}, {}, "a is gone"),
    ({"a": "string/o"}, {"a": "number/o"}, "a was string and is number"),
    ({"a": "string/oc"}, {"a": "string/c"}, "a cannot be configured any more"),
    ({"a": "string/c"}, {"a": "string/o"}, "a is not computed any more"),
    ({"a": "string/os"}, {"a": "string/o"}, "a is not secret any more"),
    ({"a": "string/o"}, {"a": "string/r"}, "a is required now"),
    ({}, {"a": "string/r"}, "a is new and required"),
])
def test_what_counts_as_a_loss(before, after, loss):
    assert released.losses({"resource x 1": before}, {"resource x 1": after}) == [f"resource x.{loss}"]
    assert released.losses({"resource x 1": before}, {"resource x 2": before, "data_source y 0": after}) == []


def test_a_type_that_is_gone_is_a_loss():
    assert released.losses({"resource x 1": {}}, {}) == ["resource x 1 is gone"]
    assert released.losses({"resource x 1": {}}, {"resource x 0": {}}) == ["resource x 1 is gone"]
