"""Ctrl-C, a killed terraform: the state tells the truth, and no provider stays behind."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from acceptance.project import APPLY, PLAN, TERRAFORM
from unit.twilio.servers import SILENCE, Server

pytestmark = pytest.mark.terraform

THREE = '''
resource "twilio_proxy_service" "one" {
  unique_name = "one"
}

resource "twilio_proxy_service" "two" {
  unique_name = "two-${twilio_proxy_service.one.unique_name}"
  depends_on  = [twilio_proxy_service.one]
}

resource "twilio_proxy_service" "three" {
  unique_name = "three"
  depends_on  = [twilio_proxy_service.two]
}
'''
LIMIT = 30


class Applying:
    """A command in a process group of its own, as a shell would start it."""

    def __init__(self, project, command=APPLY) -> None:
        self.process = subprocess.Popen([TERRAFORM, *command], cwd=project.directory, env=project.environ, text=True,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        start_new_session=True)

    def providers(self) -> set:
        """The processes in its group that are not terraform itself."""
        return {pid for pid in map(int, filter(str.isdigit, os.listdir("/proc")))
                if pid != self.process.pid and group_of(pid) == self.process.pid}

    def ended(self) -> str:
        """What it said, and its exit code in `process`."""
        return self.process.communicate(timeout=LIMIT)[0]


def group_of(pid):
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else int(fields[2])


def wait_for(what):
    """Until something is true; the limit is there to fail, not to be met."""
    for _ in range(LIMIT * 50):
        if found := what():
            return found
        time.sleep(0.02)
    raise AssertionError("it never happened")


@pytest.fixture
def slow(project, account):
    """The second service takes long to come into being."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked for in /proc")
    project.init()
    project.write_text(THREE)
    return project


def posts(account):
    return len(account.requests("POST", "/v1/Services"))


def test_ctrl_c_keeps_what_was_begun_and_begins_nothing_else(slow, account):
    account.fault(method="POST", path="/v1/Services$", delay=2)
    applying = Applying(slow)
    wait_for(lambda: posts(account) == 2)
    os.killpg(applying.process.pid, signal.SIGINT)
    said = applying.ended()
    assert "Interrupt received" in said
    assert applying.process.returncode == 1, said
    wait_for(lambda: not applying.providers())
    account.emulator.exchange.faults.clear()
    assert account.proxy_services() == ["one", "two-one"]
    kept = {one["unique_name"] for one in slow.state().values()}
    assert "one" in kept
    assert "two-one" in kept or "may have been created" in " ".join(said.replace("│", " ").split()), said
    slow.apply()
    slow.assert_settled()
    assert account.proxy_services() == ["one", "three", "two-one"]


def test_ctrl_c_waits_for_no_answer_to_a_question(slow, account):
    slow.write_text('data "twilio_proxy_service" "one" {\n  sid = "KS%s"\n}\n' % ("a" * 32))
    with Server(lambda received: SILENCE) as silent:
        slow.write_json("provider", {"provider": {"twilio": account.settings | {"endpoint": silent.url}}})
        planning = Applying(slow, PLAN)
        wait_for(lambda: silent.received)
        os.killpg(planning.process.pid, signal.SIGINT)
        said = planning.ended()
    assert "Interrupt received" in said
    assert "asked to stop" in " ".join(said.replace("│", " ").split())
    assert planning.process.returncode == 1
    wait_for(lambda: not planning.providers())


def test_a_killed_terraform_takes_its_providers_along(slow, account):
    account.fault(method="POST", path="/v1/Services$", delay=5)
    applying = Applying(slow)
    wait_for(lambda: posts(account) == 1)
    assert applying.providers()
    applying.process.kill()
    applying.ended()
    wait_for(lambda: not applying.providers())
