"""Every resource type has an example that is formatted, valid, applied, settled and destroyed, and says how to import."""

import json
import re
import shlex
import zlib

import pytest

from acceptance.modules import Modules
from acceptance.project import Project
from architecture.sources import ROOT
from core.configuration import references
from lifecycle.facts import read_entries
from lifecycle.sample import SEED
from lifecycle.shown import NotPlain, plain, written
from terraform_twilio.emulator.server import Emulator

FOLDER = ROOT.parent.parent / "examples" / "resources"
ENTRIES = {one.type_name: one for one in read_entries().values() if one.resource}
# They read a file of their folder, which a provider that waits elsewhere does not find by a relative path.
UPLOADS = {"twilio_numbers_supporting_document"}
TOGETHER = sorted(ENTRIES.keys() - UPLOADS)
BATCHES = 8  # One in so many runs in `make test`.
# What is another one each time: a SID's own part, and which number is bought when many buy.
CHANCE = re.compile(r"[0-9a-f]{32}|\+1415555\d{4}")

pytestmark = pytest.mark.terraform


@pytest.fixture
def emulator():
    with Emulator(seed="examples") as emulator:
        yield emulator


# What an import takes beside the id, where a behaviour says so.
ALSO_TAKEN = {"twilio_numbers_signing_request_configuration": "; the account's SID where it has only one configuration"}


def text_of(type_name, file="resource.tf"):
    return (FOLDER / type_name / file).read_text(encoding="utf-8")


def imported(type_name):
    """The address and the id of `terraform import` in import.sh."""
    comment, command = text_of(type_name, "import.sh").splitlines()
    form = "/".join(ENTRIES[type_name].id or ()) or "the SID of the account"
    assert comment == f"# The id is {form}{ALSO_TAKEN.get(type_name, '')}."
    program, verb, *rest = shlex.split(command)
    assert (program, verb) == ("terraform", "import")
    return rest


def shape(text):
    """An id without what chance decides."""
    return CHANCE.sub("#", text)


def test_every_resource_type_has_one():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(ENTRIES)


@pytest.mark.parametrize("type_name", sorted(ENTRIES))
def test_import_names_a_resource_of_the_example(type_name):
    address, _ = imported(type_name)
    kind, name = address.partition("[")[0].split(".")
    assert kind == type_name
    assert f'resource "{kind}" "{name}"' in text_of(type_name)


def test_all_are_formatted(tmp_path):
    Project(tmp_path, {}).run("fmt", "-check", "-diff", "-recursive", str(FOLDER))


def test_all_are_valid(tmp_path, reattached, emulator):
    modules = Modules(tmp_path, reattached, sorted(FOLDER.iterdir()), emulator)
    assert "The configuration is valid" in modules.project.run("validate", "-no-color")


@pytest.mark.parametrize("batch", [pytest.param(number, marks=[] if number == zlib.crc32(SEED.encode()) % BATCHES else [
    pytest.mark.long]) for number in range(BATCHES)])
def test_lives(tmp_path, reattached, emulator, batch):
    live([FOLDER / name for name in TOGETHER[batch::BATCHES]], tmp_path, reattached, emulator)


@pytest.mark.parametrize("type_name", sorted(UPLOADS))
def test_uploads(tmp_path, installed, emulator, type_name):
    live([FOLDER / type_name], tmp_path, installed, emulator)


def live(folders, directory, environ, emulator):
    """Applied, settled, imported by an id of the right form, destroyed."""
    modules = Modules(directory, environ, folders, emulator)
    modules.project.apply()
    modules.project.assert_settled("-compact-warnings")
    ids = modules.ids()
    for folder in folders:
        address, id_ = imported(folder.name)
        assert shape(ids[folder.name, address]) == shape(id_)
        assert_as_shown(folder.name, modules.stored(folder.name, address))
    modules.project.destroy()
    assert modules.ids() == {}


def assert_as_shown(type_name, stored):
    """What the other tests read out of an example is what terraform makes of it."""
    for name, expression in written(type_name).items():
        if name in stored and not references(value := plain_or_none(expression)):
            assert same(value, stored[name]) or value is None, name


def plain_or_none(expression):
    try:
        return plain(expression)
    except NotPlain:
        return None


def same(value, stored):
    """Equal but for what terraform fills in: nulls inside an object, the spelling of JSON."""
    if isinstance(value, dict):
        return all(same(inner, stored[name]) for name, inner in value.items())
    if isinstance(value, str) and value[:1] in ("{", "["):
        return json.loads(value) == json.loads(stored)
    return len(value) == len(stored) and all(map(same, value, stored)) if isinstance(value, list) else value == stored
