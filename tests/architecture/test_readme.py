"""README says only what is so: its example is the quickstart, its commands exist, its numbers are counted."""

import re
from collections import Counter
from pathlib import Path

import pytest

from architecture.sources import ROOT
from terraform_twilio.cli.main import COMMANDS
from terraform_twilio.engine.configuration import ARGUMENTS

PROJECT = ROOT.parent.parent
README = (PROJECT / "README.md").read_text()
MAKEFILE = (PROJECT / "Makefile").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def counted() -> dict[str, int]:
    """What the compiled tables hold, by the words that README uses."""
    lines = (ROOT / "catalogue" / "compiled" / "entries.txt").read_text().splitlines()
    kinds = Counter(line.split(" ", 1)[0] for line in lines)
    entries = {line.rsplit("\t", 1)[1] for line in lines if line.startswith("resource ")}
    documents = [line for line in (PROJECT / "openapi.lock").read_text().splitlines() if not line.startswith("#")]
    return {"documents": len(documents), "names": kinds["resource"], "resource types": len(entries),
            "data sources": kinds["singular"] + kinds["plural"]}


def test_the_example_is_the_quickstart():
    quickstart = (PROJECT / "examples" / "quickstart" / "main.tf").read_text()
    assert blocks("hcl")[0].strip() in quickstart


@pytest.mark.parametrize(("what", "number"), counted().items())
def test_the_numbers_are_counted(what, number):
    assert re.search(rf"\b{number}\s+{what}\b", README), f"README should say {number} {what}"


def test_every_make_target_that_is_named_exists():
    named = set(re.findall(r"(?:`|\$ )make ([a-z][a-z-]*)", README + MAKEFILE))
    assert [target for target in named if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)] == []


def test_every_command_that_is_named_exists():
    named = set(re.findall(r"terraform-provider-twilio ([a-z]+)", README))
    assert named <= set(COMMANDS)


def test_every_provider_argument_is_explained():
    assert [name for name in ARGUMENTS if f"`{name}`" not in README] == []


def test_every_link_leads_somewhere():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [target for target in targets if not Path(PROJECT / target).exists()] == []


def test_ci_runs_make_test():
    assert "make test" in (PROJECT / ".ci" / "run").read_text()
    assert (PROJECT / ".ci" / "run").stat().st_mode & 0o100
