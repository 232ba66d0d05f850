"""The registry's pages: what stands on one, and that the committed ones are what would be written now."""

import re
from pathlib import Path

import pytest

from terraform_twilio.catalogue.read import frozen_names
from terraform_twilio.documentation import arguments
from terraform_twilio.documentation.__main__ import stale, write
from terraform_twilio.documentation.pages import minimal_example
from terraform_twilio.documentation.site import pages
from terraform_twilio.terraform.schema import LIST, Attribute, Nested, Schema

ROOT = Path(__file__).parents[2]
# The registry's own limits.
LARGEST, MOST = 500_000, 1_000
FRONT_MATTER = re.compile(r'---\npage_title: "[^"\n]+"\nsubcategory: "[^"\n]*"\ndescription: \|-\n  \S[^\n]+\n---\n\n# ')
HEADINGS = {"resources": ["## Example Usage", "## Schema", "## Import"], "data-sources": ["## Example Usage", "## Schema"]}


@pytest.fixture(scope="module")
def written():
    return pages(ROOT / "examples")


def test_the_committed_pages_are_what_is_written_now(written):
    """`make docs` mends it."""
    assert stale(ROOT / "docs", written) == []


def test_the_registry_takes_them(written):
    assert len(written) < MOST
    assert [name for name, text in written.items() if len(text.encode()) > LARGEST] == []


def test_every_page_begins_with_what_the_registry_reads(written):
    assert [name for name, text in written.items() if not FRONT_MATTER.match(text)] == []


def test_every_page_has_its_sections_and_closes_its_fences(written):
    for name, text in written.items():
        folder = name.partition("/")[0]
        found = [line for line in text.splitlines() if line.startswith("## ")]
        assert found == HEADINGS.get(folder, ["## Example Usage", "## Schema"]), name
        assert text.count("```") % 2 == 0, name


def test_what_a_page_links_to_stands_on_it(written):
    for name, text in written.items():
        anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) == anchors, name


def test_a_data_source_says_nothing_of_changing(written):
    wrong = ("replaces the resource", "Removing it", "estroying the resource")
    read = {name: text for name, text in written.items() if name.startswith("data-sources/")}
    assert [name for name, text in read.items() if any(one in text for one in wrong)] == []


GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_begins_as_a_page_and_names_what_exists(guide, written):
    text = guide.read_text(encoding="utf-8")
    assert FRONT_MATTER.match(text)
    assert text.count("```") % 2 == 0
    known = {line.split()[1] for line in frozen_names()}
    assert set(re.findall(r"twilio_[a-z0-9_]+(?=[`.])", text)) <= known


def test_stale_pages_are_named_and_mended(tmp_path):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "gone.md").write_text("of a type that is gone")
    (tmp_path / "architecture.md").write_text("written by hand")
    page = {"index.md": "one", "resources/thing.md": "two"}
    assert stale(tmp_path, page) == ["index.md", "resources/gone.md", "resources/thing.md"]
    write(tmp_path, page)
    assert stale(tmp_path, page) == []
    assert sorted(path.name for path in tmp_path.rglob("*.md")) == ["architecture.md", "index.md", "thing.md"]


def test_the_schema_is_told_by_what_one_does_with_it():
    inner = Nested([Attribute("name", "string", required=True, description="Its name.")], LIST)
    text = arguments.section([
        Attribute("sid", "string", computed=True, description="Its SID."),
        Attribute("token", "string", optional=True, sensitive=True, description="A secret."),
        Attribute("parts", nested=inner, optional=True, description="Its parts."),
        Attribute("numbers", ["list", "number"], required=True, description="Some numbers.")])
    assert text.splitlines() == [
        "## Schema", "", "### Required", "", "- `numbers` (List of Number) Some numbers.", "", "### Optional", "",
        "- `parts` (Attributes List) Its parts. (see [below for nested schema](#nestedatt--parts))",
        "- `token` (String, Sensitive) A secret.", "", "### Read-Only", "", "- `sid` (String) Its SID.", "",
        '<a id="nestedatt--parts"></a>', "### Nested Schema for `parts`", "", "Required:", "", "- `name` (String) Its name."]


def test_a_type_without_an_example_shows_what_is_required():
    schema = Schema([Attribute("sid", "string", required=True), Attribute("service_sid", "string", required=True),
                     Attribute("note", "string", optional=True)])
    assert minimal_example("data", "twilio_thing", schema).text == (
        'data "twilio_thing" "example" {\n  service_sid = var.service_sid\n  sid         = var.sid\n}')
