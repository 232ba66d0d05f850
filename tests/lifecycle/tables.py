"""The two tables of docs/coverage.md, and which test fills which column of outcomes."""

from __future__ import annotations

from acceptance import real_cases
from acceptance.cast import KNOWN
from lifecycle import run
from lifecycle.coverage import MODEL, REAL, Table
from lifecycle.data_sources import cases as reading
from lifecycle.data_sources import test_data_sources as known_readings
from lifecycle.data_sources.sources import read_sources
from lifecycle.facts import read_entries


def _of_resource_types() -> Table:
    entries = {one.type_name: one for one in read_entries().values() if one.resource}
    by_name = {case.name: case for case in real_cases.REAL_CASES}
    return Table("Resource types", {case.name: case.title for case in by_name.values()}, sorted(entries),
                 lambda name, case: by_name[case].reason(entries[name]),
                 lambda name, case: run.expected_failures(name, case) | KNOWN.get(name, {}).get(case, {}),
                 real_alone=real_cases.REAL_ALONE)


def _of_data_sources() -> Table:
    sources = {one.name: one for one in read_sources()}
    titles = {case.name: case.title for case in reading.CASES}

    def reason(name: str, case: str) -> str | None:
        found = [one for one in reading.CASES if one.name == case and one.is_plural is sources[name].is_plural]
        return found[0].reason(sources[name]) if found else ""

    return Table("Data sources", titles, sorted(sources), reason,
                 lambda name, case: known_readings.KNOWN.get(name, {}).get(case, {}))


LIVES, READINGS = TABLES = _of_resource_types(), _of_data_sources()
# By the test's name: the table, and where it was seen.
FILLED = {"test_life": (LIVES, MODEL), "test_life_on_terraform": (LIVES, REAL),
          "test_reading": (READINGS, MODEL), "test_reading_on_terraform": (READINGS, REAL)}


def note(report: object) -> None:
    """Keeps the outcome of every `test[name-case]` that fills a table."""
    test, _, identity = report.nodeid.rpartition("::")[2].rstrip("]").partition("[")
    if test in FILLED and report.when == "call":
        table, where = FILLED[test]
        table.outcomes[(where, *identity.rsplit("-", 1))] = report.passed
