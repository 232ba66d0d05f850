"""`emulator env` and `emulator run`: a client that knows nothing of the emulator is led to it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.caller import ACCOUNT, TOKEN
from terraform_twilio.emulator.command import run
from terraform_twilio.emulator.environment import state_folder

SOURCE = Path(__file__).parents[2] / "src"
NAMES = ("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE",
         "NODE_EXTRA_CA_CERTS", "TWILIO_ENDPOINT")
CLIENT = """
import base64, os, urllib.request
login = f"{os.environ['TWILIO_ACCOUNT_SID']}:{os.environ['TWILIO_AUTH_TOKEN']}"
request = urllib.request.Request("https://proxy.twilio.com/v1/Services", headers={
    "Authorization": "Basic " + base64.b64encode(login.encode()).decode()})
print(urllib.request.urlopen(request).read().decode())
raise SystemExit(3)
"""


def emulator(*arguments: str, **more) -> subprocess.CompletedProcess:
    """The command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "terraform_twilio.emulator.command", *arguments], text=True,
                          capture_output=True, env={**os.environ, "PYTHONPATH": str(SOURCE), **more}, timeout=60)


def test_the_exports_are_taken_by_a_shell_and_taken_back(tmp_path):
    folder = tmp_path / "with a space"
    exports = emulator("env", "--port", "8123", "--authority", str(folder)).stdout
    unsets = emulator("env", "--authority", str(folder), "--unset").stdout
    shown = "; ".join(f'echo "{name}=${name}"' for name in NAMES)
    said = subprocess.run(["sh", "-c", f"{exports}{shown}\n{unsets}{shown}"], capture_output=True, text=True, env={})
    lines = dict(line.split("=", 1) for line in said.stdout.splitlines()[:len(NAMES)])
    assert lines["HTTPS_PROXY"] == lines["HTTP_PROXY"] == lines["TWILIO_ENDPOINT"] == "http://127.0.0.1:8123"
    assert lines["SSL_CERT_FILE"] == lines["CURL_CA_BUNDLE"] == str(folder / "ca-bundle.pem")
    assert lines["NODE_EXTRA_CA_CERTS"] == str(folder / "ca.pem")
    assert said.stdout.splitlines()[len(NAMES):] == [f"{name}=" for name in NAMES]


def test_a_program_runs_as_the_client_of_an_emulator_of_its_own_and_its_exit_code_is_kept():
    answer = emulator("run", "--", sys.executable, "-c", CLIENT)
    assert answer.returncode == 3, answer.stderr
    assert '"services": []' in answer.stdout


def test_a_program_finds_what_was_loaded_for_its_account(tmp_path):
    seed = tmp_path / "seed.json"
    seed.write_text(f'{{"accounts": {{"{ACCOUNT}": "{TOKEN}"}}, "resources": [{{'
                    '"create": "proxy.twilio.com/v1/Services", "parameters": {"UniqueName": "loaded"}}]}')
    answer = emulator("run", "--account", f"{ACCOUNT}:{TOKEN}", "--load", str(seed), "--", sys.executable, "-c", CLIENT)
    assert '"unique_name": "loaded"' in answer.stdout


def test_an_account_of_the_environment_is_used():
    own = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
    assert emulator("run", "sh", "-c", "echo $TWILIO_ACCOUNT_SID $TWILIO_AUTH_TOKEN", **own).stdout == (
        f"{ACCOUNT} {TOKEN}\n")


APP = "echo $TWILIO_CLIENT_ID $TWILIO_CLIENT_SECRET"


def test_a_program_has_an_oauth_app_of_its_account():
    own = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
    for more in ({}, own):
        assert re.fullmatch(r"OQ[0-9a-f]{32} \S+\n", emulator("run", "sh", "-c", APP, **more).stdout)
    named = {"TWILIO_CLIENT_ID": "mine", "TWILIO_CLIENT_SECRET": "too"}
    assert emulator("run", "sh", "-c", APP, **named).stdout == "mine too\n"
    assert emulator("run", "sh", "-c", APP, TWILIO_ACCOUNT_SID=ACCOUNT).stdout.split() == []


def test_an_account_that_was_loaded_keeps_its_token(tmp_path):
    seed = tmp_path / "seed.json"
    seed.write_text(f'{{"accounts": {{"{ACCOUNT}": "another"}}}}')
    own = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
    answer = emulator("run", "--load", str(seed), "--", sys.executable, "-c", CLIENT, **own)
    assert "401" in answer.stderr


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (["run", "--", "no-such-program"], 127, "no-such-program cannot be run"),
    (["run", "--load", "nowhere.json", "--", "true"], 1, "nowhere.json"),
    (["env", "--authority", "/dev/null/x"], 1, "has no environment"),
    (["--ephemeral", "--port", "0", "--authority", "/dev/null/x"], 1, "cannot start"),
    (["--ephemeral", "--port", "0", "--load", "nowhere.json"], 1, "nowhere.json"),
])
def test_what_cannot_be_done_is_said_in_a_sentence(capfd, arguments, code, words):
    assert run(arguments) == code
    said = capfd.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_without_a_program_there_is_nothing_to_run(capsys):
    with pytest.raises(SystemExit):
        run(["run", "--seed", "s", "--"])
    assert "which program?" in capsys.readouterr().err


def test_a_program_ended_by_a_signal_has_a_shells_exit_code():
    assert emulator("run", "sh", "-c", "kill -9 $$").returncode == 137


def test_the_authority_is_kept_where_a_users_state_is():
    assert state_folder({"XDG_STATE_HOME": "/x"}) == Path("/x/terraform-provider-twilio/emulator")
    assert state_folder({"HOME": "/h"}) == Path("/h/.local/state/terraform-provider-twilio/emulator")
