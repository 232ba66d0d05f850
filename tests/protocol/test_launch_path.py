"""What a launch may import: start-up is the latency a user feels, three to five times per command."""

import re
from pathlib import Path

import pytest

from protocol.certificate_authority import client_certificate
from protocol.grpc_client import TYPE, dial, dynamic

SLOW = {
    "re",
    "json",
    "enum",
    "typing",
    "dataclasses",
    "logging",
    "threading",
    "ssl",
    "socket",
    "asyncio",
    "queue",
    "signal",
    "hashlib",
    "tempfile",
    "decimal",
    "collections",
    "functools",
    "inspect",
    "traceback",
    "unicodedata",
    "contextlib",
    "site",
}
PACKAGE = Path(__file__).parents[2] / "src" / "terraform_twilio" / "terraform"


def modules_after_a_plan(plugin, certificate):
    note = dynamic(dict.fromkeys(TYPE[1]) | {"text": "x"})
    with dial(plugin, certificate) as client:
        client.call("GetProviderSchema")
        client.call("ValidateResourceConfig", type_name="thing_note", config=note)
        client.configure("p-")
        client.call(
            "PlanResourceChange",
            type_name="thing_note",
            prior_state=dynamic(None),
            config=note,
            proposed_new_state=note,
        )
        return client.modules()


def test_no_slow_module_is_imported_for_schema_validation_and_plan(start):
    certificate = client_certificate()
    assert modules_after_a_plan(start(PLUGIN_CLIENT_CERT=certificate[0].decode()), certificate) & SLOW == set()


def test_the_public_modules_serve_where_a_private_one_is_missing(start):
    certificate = client_certificate()
    plugin = start("--public", PLUGIN_CLIENT_CERT=certificate[0].decode())
    assert {"json", "ssl", "socket", "queue", "signal"} <= modules_after_a_plan(plugin, certificate)


@pytest.mark.parametrize("source", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_private_modules_stand_in_one_module_and_the_other_vocabulary_in_none(source):
    text = source.read_text()
    private = set(re.findall(r"^\s*(?:import|from) (_(?!_)\w+)", text, re.MULTILINE))
    allowed = {
        "native.py": {"_socket", "_queue", "_signal", "_thread", "_ssl", "_sha2", "_sha256"},
        "json_text.py": {"_json"},
    }
    assert private <= allowed.get(source.name, set())
    assert "twilio" not in text.replace("terraform_twilio", "").lower()
