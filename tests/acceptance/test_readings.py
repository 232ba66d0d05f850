"""Every data source goes through every case on the real terraform; `make test` lets a sample do it."""

import pytest

from acceptance import real_readings
from lifecycle.data_sources.test_data_sources import KNOWN
from lifecycle.sample import chosen

pytestmark = pytest.mark.terraform

PARTS = 60  # One in so many is read in `make test`.


def marks(name):
    return [] if chosen("acceptance", name, parts=PARTS) else [pytest.mark.long]


@pytest.fixture(scope="module")
def readings(request, still_stage, new_repertoire):
    names = [item.callspec.params["source"].name for item in request.session.items
             if getattr(item, "originalname", "") == "test_reading_on_terraform"]
    return new_repertoire(still_stage, names, lambda name: real_readings.parts_of(still_stage, name))


@pytest.mark.parametrize(("source", "case"), [
    pytest.param(source, case, id=f"{source.name}-{case.name}", marks=marks(source.name))
    for source, case in real_readings.PAIRS])
def test_reading_on_terraform(readings, source, case):
    found, expected = readings.failures(source.name, case.name), KNOWN.get(source.name, {}).get(case.name, {})
    assert found.keys() == expected.keys(), "\n".join(
        [f"{label or case.title}: {error}" for label, error in found.items() if label not in expected]
        + [f"{label}: is mended; take it out of known_failures.toml" for label in expected if label not in found])
