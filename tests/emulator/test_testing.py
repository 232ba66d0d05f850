"""The fixtures for other people's tests, used as other people use them: by a pytest of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from emulator.caller import Caller

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


def test_an_app_of_the_account_reaches_organizations(twilio, twilio_environment):
    from twilio.credential.orgs_credential_provider import OrgsCredentialProvider
    app = OrgsCredentialProvider(twilio.oauth_app["TWILIO_CLIENT_ID"], twilio.oauth_app["TWILIO_CLIENT_SECRET"])
    account, refused = (client.preview_iam.organization("OR" + "0" * 32).accounts(twilio.account_sid)
                        for client in (Client(credential_provider=app), Client()))
    assert account.fetch().account_sid == twilio.account_sid
    with pytest.raises(TwilioRestException, match="401"):
        refused.fetch()


def test_failures_limits_and_the_clock_are_ordered(twilio, twilio_environment):
    twilio.fail(method="POST", status=503, count=1)
    twilio.load({"resources": [{"create": "proxy.twilio.com/v1/Services", "account": twilio.account_sid,
                                "parameters": {"UniqueName": "u"}}]})
    with pytest.raises(TwilioRestException, match="503"):
        Client().proxy.v1.services.create(unique_name="v")
    assert [line["status"] for line in twilio.requests(method="POST", host="proxy.twilio.com")] == [503]
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
WHERE = f'''

def test_this_is_no_checkout():
    import terraform_twilio
    assert not terraform_twilio.__file__.startswith({str(SOURCE)!r})
'''


def test_the_fixtures_do_what_their_page_says(tmp_path):
    pytest.importorskip("twilio.rest")
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["terraform_twilio.emulator.testing"]\n')
    (tmp_path / "test_reminders.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    answer = subprocess.run(command, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(SOURCE)},
                            capture_output=True, timeout=120)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "6 passed" in answer.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which pip has installed the package, built from a copy of the sources."""
    copy, target = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("installed")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(SOURCE.parent / name, copy)
    shutil.copytree(SOURCE, copy / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation",
               "--disable-pip-version-check", "--target", str(target), str(copy)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert answer.returncode == 0, answer.stderr
    return target


@pytest.mark.long
def test_an_outsiders_project_finds_the_fixtures_where_the_package_is_installed(installed, tmp_path):
    pytest.importorskip("twilio.rest")
    (tmp_path / "test_reminders.py").write_text(TESTS + WHERE)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    answer = subprocess.run(command, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed)},
                            capture_output=True, timeout=120)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "7 passed" in answer.stdout


@pytest.mark.long
def test_the_installed_command_is_an_emulator_by_one_line(installed, tmp_path):
    command = [installed / "bin" / "terraform-provider-twilio", "emulator", "--ephemeral", "--port", "0"]
    with answering(command, tmp_path, {"PYTHONPATH": str(installed)}) as url:
        assert Caller(url).post("proxy.twilio.com", "/v1/Services", {"UniqueName": "u"}).status == 201
    assert list(tmp_path.iterdir()) == []


def test_in_a_checkout_make_starts_one(tmp_path):
    command = ["make", "--no-print-directory", "-C", str(SOURCE.parent), "emulator", "ARGUMENTS=--ephemeral --port 0"]
    with answering(command, tmp_path, {"PYTHON": sys.executable}) as url:
        assert Caller(url).control("GET", "health")["status"] == "ok"


@contextmanager
def answering(command: list, folder: Path, more: dict[str, str]) -> Iterator[str]:
    """Where an emulator listens that a command has started; an interruption of its group, as by Ctrl-C, ends it well."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, env={**os.environ, **more},
                               start_new_session=True)
    try:
        yield process.stdout.readline().split()[-1]
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode in (0, -signal.SIGINT)  # make, interrupted, says so.
