"""The two tables of docs/coverage.md, by the name of the test that fills them."""

from __future__ import annotations

from lifecycle import cases, run
from lifecycle.coverage import Table
from lifecycle.data_sources import cases as reading
from lifecycle.data_sources import test_data_sources as known_readings
from lifecycle.data_sources.sources import read_sources
from lifecycle.facts import read_entries


def tables() -> dict[str, Table]:
    return {"test_life": _of_resource_types(), "test_reading": _of_data_sources()}


def _of_resource_types() -> Table:
    entries = {one.type_name: one for one in read_entries().values() if one.resource}
    by_name = {case.name: case for case in cases.CASES}
    return Table("Resource types", {case.name: case.title for case in cases.CASES}, sorted(entries),
                 lambda name, case: by_name[case].reason(entries[name]), run.expected_failures)


def _of_data_sources() -> Table:
    sources = {one.name: one for one in read_sources()}
    titles = {case.name: case.title for case in reading.CASES}

    def reason(name: str, case: str) -> str | None:
        found = [one for one in reading.CASES if one.name == case and one.is_plural is sources[name].is_plural]
        return found[0].reason(sources[name]) if found else ""

    return Table("Data sources", titles, sorted(sources), reason,
                 lambda name, case: known_readings.KNOWN.get(name, {}).get(case, {}))
