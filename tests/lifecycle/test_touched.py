"""What a working tree changes is let live by `make test`, whatever the seed says."""

from __future__ import annotations

import json
import subprocess

import pytest

from lifecycle.touched import DATA, MODULES, names_of

ENTRY = {"resource": "twilio_a", "singular": "twilio_a", "plural": "twilio_as", "descriptions": {"": "An a."}}
FILES = {f"{DATA}p_v1/a.json": json.dumps(ENTRY), f"{DATA}p_v1/b.json": json.dumps({"resource": "twilio_b"}),
         f"{MODULES}strange.py": "", "examples/resources/twilio_b/resource.tf": ""}


@pytest.fixture
def tree(tmp_path):
    """A repository with one commit."""
    for path, text in FILES.items():
        write(tmp_path, path, text)
    for words in (["init", "-q"], ["add", "."],
                  ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "First"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    return tmp_path


def write(tree, path, text):
    (tree / path).parent.mkdir(parents=True, exist_ok=True)
    (tree / path).write_text(text)


def touched(tree):
    return names_of(tree, "HEAD", {"p_v1/b": "strange"})


def test_nothing_is_touched_where_nothing_changed(tree):
    assert touched(tree) == set()


def test_another_fact_touches_the_type_and_its_data_sources(tree):
    write(tree, f"{DATA}p_v1/a.json", json.dumps(ENTRY | {"class": "crud"}))
    assert touched(tree) == {"twilio_a", "twilio_as"}


def test_other_words_touch_nothing(tree):
    write(tree, f"{DATA}p_v1/a.json", json.dumps(ENTRY | {"descriptions": {"": "An A."}}))
    assert touched(tree) == set()


def test_a_new_entry_is_touched_before_git_knows_it(tree):
    write(tree, f"{DATA}p_v1/c.json", json.dumps({"plural": "twilio_cs"}))
    assert touched(tree) == {"twilio_cs"}


@pytest.mark.parametrize("path", [f"{MODULES}strange.py", "examples/resources/twilio_b/resource.tf"])
def test_an_example_and_a_behaviour_touch_their_type(tree, path):
    write(tree, path, "# changed")
    assert touched(tree) == {"twilio_b"}


def test_what_is_no_repository_touches_nothing(tmp_path):
    assert names_of(tmp_path, "HEAD") == set()
