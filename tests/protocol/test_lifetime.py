"""How a plugin's process ends, and what cannot hold it up."""

import os
import signal
import subprocess
import sys

import grpc
import pytest

from protocol.conftest import COOKIE, ENTRY, Plugin, clean_environment
from protocol.grpc_client import dial, read
from terraform_twilio.terraform.plugin.lifetime import Lifetime


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM], ids=lambda it: it.name)
def test_what_reaches_the_whole_group_does_not_end_a_create(start, number):
    plugin = start()
    with dial(plugin) as client:
        client.call("GetMetadata")
        apply = client.create(text="x", seconds=0.3)
        plugin.process.send_signal(number)
        assert read(apply.result().new_state)["id"] == "x"


def test_a_termination_ends_it_with_the_last_connection_and_the_second_one_at_once(start):
    for end in (lambda plugin, client: client.channel.close(), lambda plugin, client: plugin.process.terminate()):
        plugin = start()
        with dial(plugin) as client:
            client.call("GetMetadata")
            plugin.process.terminate()
            client.call("GetMetadata")
            end(plugin, client)
            assert plugin.process.wait(10) == 0
        assert not os.path.exists(os.path.dirname(plugin.fields[3]))


@pytest.mark.parametrize(("arguments", "number"), [
    ((), signal.SIGTERM), (("-debug",), signal.SIGTERM), (("-debug",), signal.SIGHUP), (("-debug",), signal.SIGINT)])
def test_a_termination_removes_the_socket(start, tmp_path, arguments, number):
    plugin = start(*arguments)
    plugin.process.send_signal(number)
    assert plugin.process.wait(10) == 0
    assert os.listdir(tmp_path) == ["stderr"]


def test_under_nohup_a_developers_provider_survives_its_terminal(tmp_path):
    process = subprocess.Popen(
        ["nohup", sys.executable, "-ISE", ENTRY, "-debug"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=clean_environment(**COOKIE, TMPDIR=str(tmp_path)))
    with process.stdout:
        assert process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert os.listdir(tmp_path) == []


def test_nothing_is_left_where_nobody_reads_the_handshake(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb", buffering=0) as closed:
        done = subprocess.run([sys.executable, "-ISE", ENTRY], stdout=closed, stderr=subprocess.PIPE, text=True,
                              env=clean_environment(**COOKIE, TMPDIR=str(tmp_path)))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert os.listdir(tmp_path) == []


def test_stop_is_heard_at_once_however_many_applies_run_and_they_end_with_what_they_have(start):
    with dial(start()) as client:
        applies = [client.create(text=f"note {index}", seconds=600) for index in range(130)]
        assert client.call("StopProvider").Error == ""
        for index, apply in enumerate(applies):
            answer = apply.result()
            assert read(answer.new_state)["id"] == f"note {index}"
            assert answer.diagnostics[0].summary == "Stopped"


def test_stop_is_heard_while_a_plan_waits_for_somebody_else(start):
    with dial(start()) as client:
        plan = client.plan_a_wait(600)
        assert client.call("StopProvider").Error == ""
        assert read(plan.result().planned_state)["text"] == "x"


def test_shutdown_does_not_wait_for_an_apply(start):
    plugin = start()
    with dial(plugin) as client:
        apply = client.create(text="x", seconds=600)
        client.shut_down()
        assert plugin.process.wait(10) == 0
        with pytest.raises(grpc.RpcError):
            apply.result()


@pytest.mark.parametrize("is_connected", [False, True])
def test_when_its_parent_is_killed_it_goes_too(tmp_path, is_connected):
    program = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-ISE', {str(ENTRY)!r}]).wait()"
    parent = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(**COOKIE, TMPDIR=str(tmp_path)),
    )
    with parent.stdout, parent.stderr, dial(Plugin(parent)) as client:
        if is_connected:
            client.create(text="x", seconds=600)
            client.call("GetMetadata")
        parent.kill()
        assert parent.stderr.read() == b""  # ends when the last process that holds it has gone
    parent.wait()
    assert os.listdir(tmp_path) == []


class Left(Exception):
    pass


def leave(status):
    raise Left(status)


def test_it_is_over_when_the_parent_is_another_or_when_every_connection_has_been_closed_for_long():
    now, parent = [0.0], [1]
    lifetime = Lifetime(lambda: None, clock=lambda: now[0], parent=lambda: parent[0], leave=leave)
    now[0] = 1000.0
    assert not lifetime.is_over()
    lifetime.connection_began()
    lifetime.connection_began()
    lifetime.connection_ended()
    now[0] = 2000.0
    assert not lifetime.is_over()
    lifetime.connection_ended()
    assert not lifetime.is_over()
    now[0] = 2009.0
    assert not lifetime.is_over()
    now[0] = 2011.0
    assert lifetime.is_over()
    lifetime.connection_began()
    assert not lifetime.is_over()
    parent[0] = 2
    assert lifetime.is_over()


def test_the_end_cleans_up_first():
    order = []
    lifetime = Lifetime(lambda: order.append("removed"), leave=order.append)
    lifetime.end(0)
    assert order == ["removed", 0]
