"""Log lines that core can read, and that never hold a secret."""

import io
import json
import re

import pytest

from terraform_twilio.terraform.plugin.log import Log
from unit.terraform.threads import in_threads


def log_into(stream, environ):
    return Log(environ, stream, "example.http", variable="TF_LOG_PROVIDER_EXAMPLE", clock=lambda: 1_700_000_000.25)


def test_a_line_is_json_and_every_field_is_a_string():
    stream = io.StringIO()
    log_into(stream, {"TF_LOG": "trace"}).debug("sent", status=200, body=None, nested={"a": 1}, odd="é\ud800\n😀")
    line = json.loads(stream.getvalue())
    assert line == {
        "@level": "debug",
        "@message": "sent",
        "@module": "example.http",
        "status": "200",
        "body": "None",
        "@timestamp": "2023-11-14T22:13:20.250000Z",
        "nested": "{'a': 1}",
        "odd": "é\ud800\n😀",
    }
    assert stream.getvalue().count("\n") == 1
    assert stream.getvalue().isascii()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", line["@timestamp"])


@pytest.mark.parametrize(
    ("environ", "levels"),
    [
        ({}, ["error"]),
        ({"TF_LOG": "OFF"}, []),
        ({"TF_LOG": "json"}, ["trace", "debug", "info", "warn", "error"]),
        ({"TF_LOG": "TRACE", "TF_LOG_PROVIDER": "warn"}, ["warn", "error"]),
        ({"TF_LOG_PROVIDER": "warn", "TF_LOG_PROVIDER_EXAMPLE": "DEBUG"}, ["debug", "info", "warn", "error"]),
        ({"TF_LOG": "nonsense"}, ["trace", "debug", "info", "warn", "error"]),
    ],
)
def test_the_most_specific_variable_decides_the_level(environ, levels):
    stream = io.StringIO()
    log = log_into(stream, environ)
    for level in ("trace", "debug", "info", "warn", "error"):
        getattr(log, level)(level)
    assert [json.loads(line)["@message"] for line in stream.getvalue().splitlines()] == levels
    assert [level for level in ("trace", "debug", "info", "warn", "error") if log.is_enabled(level)] == levels


def test_secrets_are_masked_wherever_they_stand_the_longest_first():
    stream = io.StringIO()
    log = log_into(stream, {"TF_LOG": "TRACE"})
    for secret in ("token-1", "token-1-and-more", None, "", "abc"):
        log.mask(secret)
    log.info("with token-1-and-more", header="token-1!", other="abc")
    line = json.loads(stream.getvalue())
    assert (line["@message"], line["header"], line["other"]) == ("with ***", "***!", "abc")


def test_a_closed_stream_is_no_error():
    stream = io.StringIO()
    stream.close()
    log_into(stream, {}).error("nobody reads")
    assert stream.closed


def test_a_long_field_is_cut_behind_the_mask():
    stream = io.StringIO()
    log = log_into(stream, {"TF_LOG": "TRACE"})
    log.mask("secret")
    log.trace("body", body="secret" * 20_000)
    body = json.loads(stream.getvalue())["body"]
    assert body == "*" * 12_000 + "… (60000 characters)"


@pytest.mark.parametrize(("character", "most"), [("\u00fc", 2000), ("\U0001f600", 1000)])
def test_a_field_is_cut_where_its_escapes_would_be_too_long_for_core(character, most):
    stream = io.StringIO()
    log_into(stream, {"TF_LOG": "TRACE"}).trace("body", body=character * 3000, short=character * most)
    line = json.loads(stream.getvalue())
    assert (line["body"], line["short"]) == (character * most + "… (3000 characters)", character * most)
    assert len(stream.getvalue()) < 25_000


def test_secrets_named_at_the_same_time_are_all_masked():
    """A provider that waits for several Terraforms (-debug) has one log for all of them."""
    stream = io.StringIO()
    log = log_into(stream, {})
    secrets = [[f"secret-{thread}-{number:04}" for number in range(60)] for thread in range(8)]
    in_threads([lambda own=own: [log.mask(secret) for secret in own] for own in secrets])
    log.error(" ".join(secret for own in secrets for secret in own))
    assert "secret" not in stream.getvalue()
