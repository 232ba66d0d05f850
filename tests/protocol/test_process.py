"""The plugin as a process: handshake, addresses, encryption, calls of grpcio's client."""

import base64
import contextlib
import json
import os
import resource
import socket
import stat
import subprocess
import sys

import grpc
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from acceptance.interpreters import interpreters
from protocol.certificate_authority import client_certificate
from protocol.conftest import COOKIE, ENTRY, clean_environment
from protocol.grpc_client import dial, read

WAYS = [(), ("--tcp",), ("--public",), ("--public", "--tcp")]


@pytest.mark.parametrize("arguments", WAYS)
@pytest.mark.parametrize("is_encrypted", [False, True])
def test_a_note_is_created_whatever_the_way_and_the_process_goes_after_shutdown(
    start, tmp_path, arguments, is_encrypted
):
    certificate = client_certificate() if is_encrypted else None
    plugin = start(*arguments, **({"PLUGIN_CLIENT_CERT": certificate[0].decode()} if is_encrypted else {}))
    with dial(plugin, certificate) as client:
        assert "thing_note" in client.call("GetProviderSchema").resource_schemas
        client.configure("p-")
        assert read(client.create(text="hi").result().new_state)["id"] == "p-hi"
        client.shut_down()
        assert plugin.process.wait(10) == 0
    assert plugin.process.stdout.read() == b""
    assert sorted(os.listdir(tmp_path)) == ["stderr"]
    assert (tmp_path / "stderr").read_text() == ""


@pytest.mark.parametrize("python", interpreters().values(), ids=interpreters())
@pytest.mark.parametrize("arguments", [(), ("--public",)])
def test_every_supported_python_serves(start, tmp_path, python, arguments):
    certificate = client_certificate()
    plugin = start(*arguments, python=python, PLUGIN_CLIENT_CERT=certificate[0].decode())
    with dial(plugin, certificate) as client:
        assert "thing_note" in client.call("GetProviderSchema").resource_schemas
        assert read(client.create(text="x" * 1_000_000).result().new_state)["id"] == "x" * 1_000_000
        client.shut_down()
        assert plugin.process.wait(10) == 0
    assert (tmp_path / "stderr").read_text() == ""


def test_the_handshake_line_says_where_and_how(start):
    certificate = client_certificate(ec.SECP521R1)
    plugin = start(PLUGIN_CLIENT_CERT=certificate[0].decode())
    assert plugin.line.endswith(b"\n")
    assert plugin.fields[:3] == ["1", "6", "unix"]
    assert plugin.fields[4] == "grpc"
    assert "=" not in plugin.fields[5]
    assert len(base64.b64decode(plugin.fields[5] + "==")) > 300
    assert len(plugin.fields) == 6
    assert stat.S_IMODE(os.stat(plugin.fields[3]).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(plugin.fields[3])).st_mode) == 0o700


def test_in_the_clear_the_certificate_is_empty_and_a_host_may_ask_about_multiplexing(start):
    assert start().fields[5] == ""
    assert start(PLUGIN_MULTIPLEX_GRPC="true").fields[6] == "false"


def test_the_socket_is_where_the_host_wants_it(start, tmp_path):
    place = tmp_path / "here"
    place.mkdir()
    assert start(PLUGIN_UNIX_SOCKET_DIR=str(place)).fields[3].startswith(f"{place}/")
    plugin = start(PLUGIN_UNIX_SOCKET_DIR=str(place), PLUGIN_UNIX_SOCKET_GROUP=str(os.getgid()))
    assert stat.S_IMODE(os.stat(plugin.fields[3]).st_mode) == 0o660


def test_the_socket_can_be_used_whatever_the_umask(start):
    before = os.umask(0o777)
    try:
        plugin = start()
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat(os.path.dirname(plugin.fields[3])).st_mode) == 0o700
    with dial(plugin) as client:
        assert client.call("GetMetadata").resources


@pytest.mark.parametrize("name", ["x" * 100, "a|b", "a\nb"])
def test_a_directory_that_no_socket_or_no_handshake_can_name_is_not_used(start, tmp_path, name):
    unfit = tmp_path / name
    unfit.mkdir()
    plugin = start(TMPDIR=str(unfit))
    assert len(plugin.fields) == 6
    assert not plugin.fields[3].startswith(str(unfit))
    with dial(plugin) as client:
        assert client.call("GetMetadata").resources


def test_a_port_lies_in_the_range_that_the_host_gives(start):
    first = start("--tcp", PLUGIN_MIN_PORT="21000", PLUGIN_MAX_PORT="21050")
    second = start("--tcp", PLUGIN_MIN_PORT="21000", PLUGIN_MAX_PORT="21050")
    ports = [int(plugin.fields[3].removeprefix("127.0.0.1:")) for plugin in (first, second)]
    assert all(21_000 <= port <= 21_050 for port in ports)
    assert ports[0] != ports[1]


def run_by_hand(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-ISE", ENTRY, *arguments],
        capture_output=True,
        text=True,
        env=clean_environment(**environment),
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("environment", [{}, {"TF_PLUGIN_MAGIC_COOKIE": "wrong"}])
def test_started_by_hand_it_says_what_it_is(environment):
    done = run_by_hand(**environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert "not started by hand" in done.stderr


def test_a_client_certificate_that_is_none_is_said_so(tmp_path):
    done = run_by_hand(**COOKIE, PLUGIN_CLIENT_CERT="nonsense", TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert "PLUGIN_CLIENT_CERT" in done.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("arguments", "environment", "said"), [
    ((), {"PLUGIN_UNIX_SOCKET_GROUP": "no such group"}, "no such group"),
    (("--tcp",), {"PLUGIN_MIN_PORT": "21050", "PLUGIN_MAX_PORT": "21049"}, "no port between 21050 and 21049")])
def test_where_it_cannot_listen_it_says_why_and_leaves_nothing(tmp_path, arguments, environment, said):
    done = run_by_hand(*arguments, **COOKIE, **environment, TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, done.stderr, 1)
    assert said in done.stderr
    assert os.listdir(tmp_path) == []


def test_only_the_client_that_the_host_named_is_served(start):
    certificate = client_certificate()
    plugin = start(PLUGIN_CLIENT_CERT=certificate[0].decode())
    for foreign in (client_certificate(), (None, None)):
        with dial(plugin, foreign) as client, pytest.raises(grpc.RpcError):
            client.raw("/tfplugin6.Provider/GetProviderSchema")
    with dial(plugin, certificate) as client:
        assert client.call("GetMetadata").resources
        assert os.listdir(os.path.dirname(plugin.fields[3])) == ["provider"]


def test_terraforms_own_kind_of_certificate_is_verified_by_openssl(start, tmp_path):
    certificate, key = client_certificate(ec.SECP521R1)
    plugin = start(PLUGIN_CLIENT_CERT=certificate.decode())
    (tmp_path / "client.pem").write_bytes(certificate + key)
    done = subprocess.run(
        [
            "openssl",
            "s_client",
            "-unix",
            plugin.fields[3],
            "-cert",
            tmp_path / "client.pem",
            "-alpn",
            "h2",
            "-ign_eof",
            "-brief",
        ],
        input=b"GET / HTTP/1.1\r\n\r\n",
        capture_output=True,
        timeout=30,
    )
    assert b"TLSv1.3" in done.stderr
    assert b"does not begin as HTTP/2 does" in done.stdout


def test_a_client_without_h2_or_with_an_old_tls_is_not_served(start, tmp_path):
    certificate, key = client_certificate()
    plugin = start(PLUGIN_CLIENT_CERT=certificate.decode())
    (tmp_path / "client.pem").write_bytes(certificate + key)
    for options in (["-alpn", "http/1.1"], ["-alpn", "h2", "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"]):
        done = subprocess.run(
            ["openssl", "s_client", "-unix", plugin.fields[3], "-cert", tmp_path / "client.pem", "-ign_eof", *options],
            input=b"hello",
            capture_output=True,
            timeout=30,
        )
        assert b"does not begin as HTTP/2" not in done.stdout
    with dial(plugin, (certificate, key)) as client:
        assert client.call("GetMetadata").resources


def test_fifty_calls_run_at_once(start):
    with dial(start()) as client:
        calls = [client.create(text=f"note {index}", seconds=1) for index in range(50)]
        assert [read(call.result().new_state)["id"] for call in calls] == [f"note {index}" for index in range(50)]


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_messages_of_six_megabytes_travel_both_ways_several_at_once(start, is_encrypted):
    certificate = client_certificate() if is_encrypted else None
    plugin = start(**({"PLUGIN_CLIENT_CERT": certificate[0].decode()} if is_encrypted else {}))
    with dial(plugin, certificate) as client:
        texts = [letter * 6_000_000 for letter in "abc"]
        calls = [client.create(text=text) for text in texts]
        assert [read(call.result().new_state)["text"] for call in calls] == texts


def test_connections_beyond_the_limit_are_closed_and_leave_room_again(start):
    plugin = start()
    with contextlib.ExitStack() as open_connections:
        for _ in range(64):
            connection = open_connections.enter_context(socket.socket(socket.AF_UNIX))
            connection.connect(plugin.fields[3])
            assert connection.recv(1)
        refused = open_connections.enter_context(socket.socket(socket.AF_UNIX))
        refused.connect(plugin.fields[3])
        assert refused.recv(1) == b""
    with dial(plugin) as client:
        assert client.call("GetMetadata").resources


def test_reattached_any_number_of_configurations_may_dial(start):
    plugin = start("-debug", TF_PLUGIN_MAGIC_COOKIE="")
    attach = json.loads(plugin.process.stdout.readline().decode().partition("'")[2].rpartition("'")[0])
    with contextlib.ExitStack() as open_connections:
        for _ in range(100):
            connection = open_connections.enter_context(socket.socket(socket.AF_UNIX))
            connection.connect(next(iter(attach.values()))["Addr"]["String"])
            assert connection.recv(1)


def test_other_methods_are_unimplemented_and_garbage_is_an_internal_error(start):
    with dial(start()) as client:
        for path in ("/tfplugin6.Provider/GetResourceIdentitySchemas", "/tfplugin5.Provider/GetSchema", "/x/y", "/"):
            with pytest.raises(grpc.RpcError) as caught:
                client.raw(path)
            assert caught.value.code() == grpc.StatusCode.UNIMPLEMENTED
        with pytest.raises(grpc.RpcError) as caught:
            client.raw("/tfplugin6.Provider/ReadResource", b"\xff\xff\xff")
        assert caught.value.code() == grpc.StatusCode.INTERNAL


def test_noise_on_the_socket_disturbs_nobody_else(start):
    certificate = client_certificate()
    plugin = start(PLUGIN_CLIENT_CERT=certificate[0].decode())
    for noise in (b"", b"GET / HTTP/1.1\r\n\r\n", bytes(100_000), os.urandom(50_000)):
        with socket.socket(socket.AF_UNIX) as stranger, contextlib.suppress(OSError):
            stranger.connect(plugin.fields[3])
            stranger.sendall(noise)
    with dial(plugin, certificate) as client:
        assert client.call("GetMetadata").resources


def test_compression_is_refused_with_a_status(start):
    with dial(start()) as client, pytest.raises(grpc.RpcError) as caught:
        client.raw("/tfplugin6.Provider/GetMetadata", b"x" * 1000, compression=grpc.Compression.Gzip)
    assert caught.value.code() == grpc.StatusCode.UNIMPLEMENTED


def test_health_output_and_broker(start):
    with dial(start()) as client:
        assert (
            client.raw("/grpc.health.v1.Health/Check", b"\x0a\x06plugin")
            == client.raw("/grpc.health.v1.Health/Check")
            == b"\x08\x01"
        )
        with pytest.raises(grpc.RpcError) as caught:
            client.raw("/grpc.health.v1.Health/Check", b"\x0a\x01x")
        assert caught.value.code() == grpc.StatusCode.NOT_FOUND
        output = client.channel.unary_stream("/plugin.GRPCStdio/StreamStdio")(b"")
        broker = client.channel.stream_stream("/plugin.GRPCBroker/StartStream")(iter(()))
        assert client.call("GetMetadata").resources
        assert output.is_active()
        client.shut_down()
        assert list(output) == list(broker) == []
        assert output.code() == grpc.StatusCode.OK


def test_a_provider_that_prints_does_not_disturb_the_handshake(start, tmp_path):
    plugin = start()
    with dial(plugin) as client:
        client.create(text="x", failure="print").result()
        client.shut_down()
    plugin.process.wait(10)
    assert plugin.process.stdout.read() == b""
    assert "printed" in (tmp_path / "stderr").read_text()


def test_the_log_is_json_at_the_level_asked_for(start, tmp_path):
    plugin = start(TF_LOG_PROVIDER_THING="TRACE")
    with dial(plugin) as client:
        client.call("GetMetadata")
        client.shut_down()
    plugin.process.wait(10)
    assert '"tf_rpc":"GetMetadata"' in (tmp_path / "stderr").read_text()


def test_stop_does_not_queue_behind_two_hundred_creates(start):
    """`-parallelism=250` and Ctrl-C: none of the creates ends by itself, for the stop reaches them all."""
    plugin = start()
    with dial(plugin) as client:
        creates = [client.create(text=str(number), seconds=20) for number in range(250)]
        client.call("StopProvider")
        said = [diagnostic.summary for create in creates for diagnostic in create.result().diagnostics]
        assert said == ["Stopped"] * 250


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="no way to take descriptors from a process that runs")
def test_a_server_without_a_descriptor_for_another_connection_keeps_those_it_has(start):
    """In reattach mode every provider configuration of every walk dials, and hangs up only at the end."""
    plugin = start("-debug", TF_PLUGIN_MAGIC_COOKIE="")
    attach = json.loads(plugin.process.stdout.readline().decode().partition("'")[2].rpartition("'")[0])
    plugin.fields = ["", "", "unix", next(iter(attach.values()))["Addr"]["String"]]
    resource.prlimit(plugin.process.pid, resource.RLIMIT_NOFILE, (16, 16))
    with dial(plugin) as client:
        assert client.call("GetMetadata").resources
        with contextlib.ExitStack() as surplus:
            for _ in range(40):
                surplus.enter_context(socket.socket(socket.AF_UNIX)).connect(plugin.fields[3])
            note = client.create(text="still here", seconds=1)
            assert read(note.result().new_state)["id"] == "still here"
    with dial(plugin) as client:
        assert client.call("GetMetadata").resources
