"""The command says in a sentence what it cannot do."""

from __future__ import annotations

import socket

import pytest

from terraform_twilio.emulator.command import run


@pytest.mark.parametrize(("arguments", "words"), [
    (["--port", "70000"], "from 0 to 65535"),
    (["--account", "AC1:token"], "32 hexadecimal digits"),
    (["--account", "AC" + "0" * 32], "a token"),
    (["--nope"], "unrecognized arguments"),
])
def test_wrong_arguments_are_refused(capsys, arguments, words):
    with pytest.raises(SystemExit) as refused:
        run(arguments)
    assert refused.value.code == 2
    assert words in capsys.readouterr().err


def test_a_file_that_is_no_database_is_said(capsys, tmp_path):
    wrong = tmp_path / "notes.txt"
    wrong.write_text("not a database, and long enough to be read as the header of one", encoding="utf-8")
    assert run(["--port", "0", "--database", str(wrong)]) == 1
    assert str(wrong) in capsys.readouterr().err


def test_a_taken_port_is_said(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        assert run(["--ephemeral", "--port", str(number)]) == 1
    assert f"cannot listen on 127.0.0.1:{number}" in capsys.readouterr().err
