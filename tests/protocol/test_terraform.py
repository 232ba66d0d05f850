"""The runtime under the real terraform."""

import json
import os
import re
import signal
import subprocess
import time

import pytest

pytestmark = pytest.mark.terraform

NOTE = """
provider "thing" { prefix = "p-" }
resource "thing_note" "one" {
  text   = "e\u0301t\u00e9"
  amount = 12345678901234567890123
  tags   = { a = "" }
  words  = []
  parts  = [{ name = "x", size = 0.1 }]
}
data "thing_shout" "it" { text = "hello" }
output "loud" { value = data.thing_shout.it.loud }
"""


def test_plan_apply_read_change_and_destroy(terraform):
    terraform.write(NOTE)
    terraform.run("init")
    terraform.run("validate")
    terraform.run("apply", "-auto-approve")
    note = terraform.state()["thing_note.one"]
    assert (note["id"], note["text"], note["tags"], note["words"]) == ("p-été", "été", {"a": ""}, [])
    assert note["parts"] == [{"name": "x", "size": 0.1}]
    assert "12345678901234567890123" in (terraform.folder / "terraform.tfstate").read_text()
    assert "No changes" in terraform.run("plan")
    terraform.write(NOTE.replace("0.1", "0.30000000000000000004"))
    assert "0 to add, 1 to change" in terraform.run("plan")
    terraform.write(NOTE.replace("e\u0301", "a"))
    assert "forces replacement" in terraform.run("apply", "-auto-approve")
    assert terraform.run("output", "loud").strip() == '"HELLO"'
    terraform.run("destroy", "-auto-approve")
    assert terraform.state() == {}
    assert os.listdir(terraform.environment["TMPDIR"]) == []
