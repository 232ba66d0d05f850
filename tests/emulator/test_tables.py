"""Laws over the tables: every line names a kind, every state and default is one that the documents know."""

from __future__ import annotations

import pytest

from terraform_twilio.catalogue.operations import read_operations
from terraform_twilio.emulator import also
from terraform_twilio.emulator.defaults import recorded
from terraform_twilio.emulator.kinds import Kinds
from terraform_twilio.emulator.quirks import renames, standing, table
from terraform_twilio.emulator.quirks.states import EXPORT_JOBS, STATES
from terraform_twilio.emulator.world import UNDOCUMENTED, read_document

OPERATIONS = [*read_operations(), *read_document(UNDOCUMENTED)]
KINDS = {kind.line: kind for kind in Kinds(OPERATIONS).by_path.values()}
DAYS = {"enum": ["ErrorDuringRun", "Submitted", "Running", "CompletedEmptyRecords", "Completed", "Failed",
                 "RunningToBeDeleted", "DeletedByUserRequest"]}
"""The states of a job's days: an enum of the document that no property of it names."""
BY_KIND = {
    **{name: getattr(table, name) for name in table.TABLES if name not in ("ANSWERS", "PREPARING")},
    "STATES": STATES, "RENAMES": renames.RENAMES, "MADE_BY_UPDATE": standing.MADE_BY_UPDATE,
    "FOUND_BY_SID": standing.FOUND_BY_SID, "FOUND_WITH": standing.FOUND_WITH, "ALSO_NAMED": standing.ALSO_NAMED,
    "defaults": recorded(),
}


@pytest.mark.parametrize("name", BY_KIND)
def test_every_line_names_a_kind(name):
    aliases = {"chat.twilio.com/v1", "ip-messaging.twilio.com", "preview"}
    unknown = [line for line in BY_KIND[name] if line not in KINDS and not line.startswith(tuple(aliases))]
    assert unknown == []


@pytest.mark.parametrize("name", ["ANSWERS", "PREPARING"])
def test_every_special_operation_exists(name):
    known = {operation.line for operation in OPERATIONS} | {operation.host for operation in OPERATIONS}
    assert [line for line in getattr(table, name) if line not in known] == []


def test_what_is_shown_beside_the_documents_stands_in_none():
    """Twilio has added it: delete the line."""
    known = {operation.line: operation.shape for operation in OPERATIONS}
    for line, shown in also.read(also.SHOWN).items():
        for name, facts in shown.items():
            declared = known[line].get(name)
            new_links = set(facts.get("links", ())) - set((declared or {}).get("links", ()))
            assert declared is None or new_links == set(facts["links"]), (line, name)


def test_states_are_the_documents():
    for line, (name, states, _) in STATES.items():
        facts = DAYS if line == EXPORT_JOBS else KINDS[line].shape[name]
        assert set(states) <= set(facts.get("enum", states)), line


def test_defaults_are_properties_within_their_enums():
    for line, defaults in recorded().items():
        for name, value in defaults.items():
            facts = KINDS[line].shape[name]
            assert "enum" not in facts or value in facts["enum"], (line, name)


def test_every_operation_of_the_documents_is_read():
    assert len(read_operations()) == 1447
    assert len({operation.line for operation in OPERATIONS}) == len(OPERATIONS)
