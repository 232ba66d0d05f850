"""The words of the code: two vocabularies that do not mix, and names that say nothing."""

import re

import pytest

from architecture.sources import modules

STRANGERS = {"terraform": "twilio", "twilio": "terraform"}
REFUSED_MODULES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager", "handler", "wrapper"}


@pytest.mark.parametrize(("part", "word"), STRANGERS.items())
def test_has_never_heard_of_the_other(part, word):
    heard = [f"{module}:{number}: {line.strip()}" for module in modules() if module.part == part
             for number, line in enumerate(module.lines, 1)
             if word in line.lower().replace("terraform_twilio", "")]
    assert not heard, "\n".join(heard)


def test_no_module_has_a_name_that_says_nothing():
    assert [module.path for module in modules() if REFUSED_MODULES & set(re.split(r"[_./]", str(module.path)))] == []


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b(?!X)")
    wrong = [f"{module}:{number}" for module in modules() for number, line in enumerate(module.lines, 1)
             if later.search(line)]
    assert not wrong, "\n".join(wrong)
