"""The command line: a provider without arguments, one module per command with."""

import importlib

import pytest

from terraform_twilio.cli import main


def test_names_every_command_with_what_it_does(capsys):
    assert main.main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in main.COMMANDS:
        assert f"  {name:<11}{importlib.import_module(f'terraform_twilio.cli.{name}').__doc__.splitlines()[0]}" in said


def test_refuses_what_is_no_command(capsys):
    assert main.main(["frobnicate"]) == 2
    assert "there is no command 'frobnicate'" in capsys.readouterr().err


def test_says_its_version(capsys):
    assert main.main(["version"]) == 0
    assert capsys.readouterr().out.startswith("terraform-provider-twilio 0.")


@pytest.mark.parametrize("command", main.COMMANDS)
def test_every_command_has_a_help(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main.main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out


def test_serving_needs_no_command_line_machinery(checkout):
    told = "import sys\ndef main(arguments):\n    print(arguments, 'argparse' in sys.modules)\n"
    (checkout.source / "launch.py").write_text(told)
    assert checkout.run().stdout == "[] False\n"
    assert checkout.run("-debug").stdout == "['-debug'] False\n"
