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


def wait_for(condition):
    """Until it holds; the test's own patience is half a minute."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)


SLOW = "".join(f'resource "thing_note" "n{index}" {{\n  text = "{index}"\n  seconds = 600\n}}\n' for index in range(3))


@pytest.fixture
def slow_apply(terraform):
    """An apply of three notes that take ten minutes each, in a process group of its own, when all three have begun."""
    terraform.write(SLOW)
    terraform.run("init")
    process = subprocess.Popen(
        ["terraform", "apply", "-auto-approve", "-no-color"],
        cwd=terraform.folder,
        text=True,
        env=terraform.environment,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    begun = 0
    while begun < 3:
        begun += "Creating..." in process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_an_interrupt_stops_every_apply_and_loses_none(terraform, slow_apply, number):
    os.killpg(slow_apply.pid, number)
    output = slow_apply.stdout.read()
    assert slow_apply.wait(30) == 1
    assert output.count("Error: Stopped") == 3
    assert sorted(note["id"] for note in terraform.state().values()) == ["0", "1", "2"]
    wait_for(lambda: os.listdir(terraform.environment["TMPDIR"]) == [])


@pytest.mark.parametrize("kill", [lambda pid: os.kill(pid, signal.SIGKILL), lambda pid: os.killpg(pid, signal.SIGHUP)],
                         ids=["killed", "hung up"])
def test_when_terraform_is_killed_the_provider_goes_and_leaves_nothing(terraform, slow_apply, kill):
    assert os.listdir(terraform.environment["TMPDIR"]) != []
    kill(slow_apply.pid)
    wait_for(lambda: os.listdir(terraform.environment["TMPDIR"]) == [])


def test_a_failure_keeps_what_there_was_and_is_told_with_its_attribute(terraform):
    terraform.write('resource "thing_note" "one" {\n  text = "a"\n}\n')
    terraform.run("init")
    terraform.run("apply", "-auto-approve")
    terraform.write('resource "thing_note" "one" {\n  text = "a"\n  failure = "apply"\n  secret = "hush-hush"\n}\n')
    output = terraform.run("apply", "-auto-approve", "-no-color", status=1)
    assert "The provider failed in ApplyResourceChange" in output
    assert "hush-hush" not in output
    assert terraform.state()["thing_note.one"]["failure"] is None
    terraform.write('resource "thing_note" "one" {\n  text = "forbidden"\n}\n')
    assert re.search(r'text = "forbidden"', terraform.run("validate", "-no-color", status=1))


def test_import_move_and_generated_configuration(terraform):
    terraform.write('import {\n  to = thing_note.one\n  id = "abc"\n}\n')
    terraform.run("init")
    terraform.run("plan", "-generate-config-out=generated.tf")
    assert re.search(r'text += "abc"', (terraform.folder / "generated.tf").read_text())
    terraform.run("apply", "-auto-approve")
    (terraform.folder / "generated.tf").unlink()
    terraform.write('resource "terraform_data" "old" {}\nresource "thing_note" "one" {\n  text = "abc"\n}\n')
    terraform.run("apply", "-auto-approve")
    terraform.write(
        "moved {\n  from = terraform_data.old\n  to = thing_note.new\n}\n"
        'resource "thing_note" "new" {\n  text = "moved"\n}\n'
        'resource "thing_note" "one" {\n  text = "abc"\n}\n'
    )
    assert "0 added, 0 changed, 0 destroyed" in terraform.run("apply", "-auto-approve", "-no-color")


def test_in_plaintext_too(terraform):
    terraform.write('resource "thing_note" "one" {\n  text = "a"\n}\n')
    terraform.run("init")
    terraform.run("apply", "-auto-approve", TF_DISABLE_PLUGIN_TLS="1")
    assert terraform.state()["thing_note.one"]["id"] == "a"


ALIASES = """
provider "thing" { prefix = "first-" }
provider "thing" {
  alias  = "second"
  prefix = "second-"
}
resource "thing_note" "one" {
  text    = "a"
  seconds = 0.3
}
resource "thing_note" "two" {
  provider = thing.second
  text     = "a"
  seconds  = 0.3
}
"""


def test_reattached_each_provider_configuration_has_a_provider_of_its_own(terraform, start):
    plugin = start("-debug", TF_PLUGIN_MAGIC_COOKIE="")
    assert plugin.line.startswith(b"#")
    variable = plugin.process.stdout.readline().decode()
    attach = json.loads(re.fullmatch(r"export TF_REATTACH_PROVIDERS='(.*)'\n", variable)[1])
    assert attach["registry.terraform.io/example/thing"]["Pid"] == plugin.process.pid
    terraform.write(ALIASES)
    environment = {"TF_REATTACH_PROVIDERS": json.dumps(attach)}
    for _ in range(2):
        terraform.run("apply", "-auto-approve", **environment)
        notes = terraform.state(**environment)
        assert (notes["thing_note.one"]["id"], notes["thing_note.two"]["id"]) == ("first-a", "second-a")
        terraform.run("destroy", "-auto-approve", **environment)
    assert plugin.process.poll() is None
    plugin.process.send_signal(signal.SIGINT)
    assert plugin.process.wait(10) == 0
