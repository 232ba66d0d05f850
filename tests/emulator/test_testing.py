"""The fixtures for other people's tests, used as other people use them: by a pytest of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
TESTS = '''
import os
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client


def test_a_client_of_the_environment_reaches_the_account(twilio, twilio_environment):
    Client().messages.create(to="+15005550006", from_="+15005550006", body="hello")
    sent = twilio.requests(method="POST")
    assert [line["path"] for line in sent] == [f"/2010-04-01/Accounts/{twilio.account_sid}/Messages.json"]
    assert [one["properties"]["body"] for one in twilio.resources(host="api.twilio.com") if one["sid"][:2] == "SM"] == [
        "hello"]


def test_each_test_has_an_account_of_its_own(twilio, twilio_environment):
    assert Client().messages.list() == []
    assert twilio.requests(method="POST") == []


def test_failures_limits_and_the_clock_are_ordered(twilio, twilio_environment):
    twilio.fail(method="POST", status=503, count=1)
    twilio.load({"resources": [{"create": "proxy.twilio.com/v1/Services", "account": twilio.account_sid,
                                "parameters": {"UniqueName": "u"}}]})
    with pytest.raises(TwilioRestException, match="503"):
        Client().proxy.v1.services.create(unique_name="v")
    twilio.limit(0, seconds=60)
    with pytest.raises(TwilioRestException, match="429"):
        Client().proxy.v1.services("u").fetch()
    twilio.advance(3600)


def test_what_a_test_ordered_ended_with_it(twilio, twilio_environment):
    assert Client().proxy.v1.services.create(unique_name="v").unique_name == "v"
    with pytest.raises(ValueError, match="drop is before or after"):
        twilio.fail(drop="sometimes")


def test_without_the_environment_nothing_is_changed(twilio):
    assert "TWILIO_ACCOUNT_SID" not in os.environ
    assert twilio.environment["TWILIO_AUTH_TOKEN"] == twilio.auth_token
'''


def test_the_fixtures_do_what_their_page_says(tmp_path):
    pytest.importorskip("twilio.rest")
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["terraform_twilio.emulator.testing"]\n')
    (tmp_path / "test_reminders.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    answer = subprocess.run(command, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(SOURCE)},
                            capture_output=True, timeout=120)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "5 passed" in answer.stdout


def test_pytest_finds_them_where_the_package_is_installed():
    pyproject = (SOURCE.parent / "pyproject.toml").read_text()
    assert '[project.entry-points.pytest11]\ntwilio-emulator = "terraform_twilio.emulator.testing"' in pyproject
