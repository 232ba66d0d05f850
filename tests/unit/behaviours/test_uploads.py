"""Files that a configuration names."""

import subprocess
import sys

import pytest

from terraform_twilio.engine.behaviours import uploads

PROGRAM = """
import sys
from terraform_twilio.engine.behaviours import uploads
uploads.read(sys.stdin.buffer.read().decode())
"""


@pytest.mark.parametrize("options", [[], ["-X", "utf8=0"]], ids=["utf-8", "ascii"])
def test_a_name_is_read_as_utf_8_in_every_locale(tmp_path, options):
    file = tmp_path / "grüße.js"
    file.write_text("exports.handler = () => {};")
    environ = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, *options, "-c", PROGRAM], input=str(file).encode(), env=environ, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(("path", "problem"), [("a\0b", "null byte"), ("\ud800", "surrogates")])
def test_what_can_be_no_path_is_a_value_error(path, problem):
    with pytest.raises(ValueError, match=problem):
        uploads.read(path)
