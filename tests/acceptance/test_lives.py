"""Resource types of every class live on the real terraform; `make test-all` lets every one of them."""

import pytest

from acceptance.cast import ALWAYS, ENTRIES, KNOWN
from acceptance.lives import Journey
from acceptance.project import Project
from lifecycle.life import Life
from lifecycle.sample import chosen

pytestmark = pytest.mark.terraform

PARTS = 60  # One in so many of the others lives in `make test`, too.


def marks(type_name):
    known = [pytest.mark.xfail(reason=KNOWN[type_name], strict=True)] if type_name in KNOWN else []
    is_short = type_name in ALWAYS or chosen("acceptance", type_name, parts=PARTS)
    return known if is_short else [*known, pytest.mark.long]


def test_every_class_is_represented():
    assert {name: ENTRIES[name].facts["class"] for name in ALWAYS} == ALWAYS
    assert {one.facts["class"] for one in ENTRIES.values()} == set(ALWAYS.values())


def test_what_is_known_to_fail_exists():
    assert KNOWN.keys() <= ENTRIES.keys()


@pytest.mark.parametrize("type_name", [pytest.param(name, marks=marks(name)) for name in sorted(ENTRIES)])
def test_lives(stage, reattached, tmp_path, type_name):
    life = Life(stage, ENTRIES[type_name])
    settings = life.account | {"endpoint": stage.emulator.url}
    journey = Journey(life, *(Project(tmp_path / name, reattached, settings) for name in ("project", "twin")))
    journey.made()
    journey.changed()
    journey.imported()
    journey.generated()
    journey.destroyed()
    journey.lost()
    journey.gone()
