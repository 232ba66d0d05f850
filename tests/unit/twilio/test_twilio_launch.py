"""What a launch pays: the modules that must not be loaded, not even by a call."""

import ssl
import subprocess
import sys
from pathlib import Path

import pytest
import trustme

import terraform_twilio
from unit.twilio.servers import Server, answer

HEAVY = {"re", "json", "enum", "typing", "dataclasses", "logging", "threading", "ssl", "socket", "asyncio", "urllib",
         "http",
         "email", "random", "hashlib", "selectors", "unicodedata", "encodings.idna"}
SOURCES = str(Path(terraform_twilio.__file__).parents[1])
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from terraform_twilio.terraform.json_text import dumps, loads
from terraform_twilio.twilio.client import Client
from terraform_twilio.twilio.credentials import choose
from terraform_twilio.twilio.operations import Arguments, Operation
environ = {"ACCOUNT_SID": "AC1", "AUTH_TOKEN": "t", "SSL_CERT_FILE": sys.argv[3]}
client = Client(choose({}, environ), endpoint=sys.argv[2], environ=environ, loads=loads, dumps=dumps)
answer = client.call(Operation("GET", "api.twilio.com", "/{AccountSid}"), Arguments())
assert answer.payload == {"a": 1}
print(*sys.modules)
"""


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_call_loads_nothing_heavy(encrypted, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with Server(lambda received: answer({"a": 1}), server_tls(authority) if encrypted else None) as server:
        command = [sys.executable, "-ISE", "-c", PROGRAM, SOURCES, server.url, str(tmp_path / "ca.pem")]
        loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "terraform_twilio.twilio.transport" in loaded
    assert not HEAVY.intersection(loaded)


def server_tls(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context
