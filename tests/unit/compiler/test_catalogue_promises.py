"""The lock of the documents and the names that were promised; what the command line refuses."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler import documents, frozen, lock
from terraform_twilio.compiler.__main__ import main
from unit.compiler.documents import maps, write

ENTRIES = {"sync_v1/map": {"resource": "twilio_sync_map", "plural": "twilio_sync_maps", "aliases": ["twilio_old"]}}


def test_all_names_are_written_sorted_with_their_entry():
    assert frozen.text(frozen.names(ENTRIES)).splitlines()[2:] == [
        "alias twilio_old sync_v1/map", "plural twilio_sync_maps sync_v1/map", "resource twilio_sync_map sync_v1/map"]


@pytest.mark.parametrize(("promised", "told"), [
    ("resource twilio_sync_map sync_v1/map", []),
    ("resource twilio_sync_atlas sync_v1/atlas", ["the name is gone: resource twilio_sync_atlas (sync_v1/atlas)"]),
    ("resource twilio_sync_map sync_v2/map",
     ["the name means another entry: resource twilio_sync_map was sync_v2/map, is sync_v1/map"])])
def test_a_promise(promised, told):
    assert frozen.broken_promises([promised], frozen.names(ENTRIES)) == told


@pytest.fixture
def found(tmp_path) -> list[documents.Document]:
    return documents.read_all(write(tmp_path, "sync_v1", maps()))


def test_the_locked_documents_do_not_differ(tmp_path, found):
    path = tmp_path / "openapi.lock"
    path.write_text(lock.text(found))
    assert lock.differences(path, found) == []


def test_a_document_that_changed_is_named(tmp_path, found):
    path = tmp_path / "openapi.lock"
    path.write_text(lock.text(found).replace(found[0].digest, "0" * 64) + "gone_v1 1.0.0 0\n")
    assert lock.differences(path, found) == ["gone_v1 is locked, but not among the documents",
                                            "sync_v1 is not the document that is locked"]


def test_the_first_compilation_has_no_lock(tmp_path, found):
    assert lock.differences(tmp_path / "openapi.lock", found) == []


def test_an_empty_folder_is_refused(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"compiler: no document twilio_*.json in {tmp_path}\n"


def test_other_documents_than_the_locked_are_refused(tmp_path, capsys):
    assert main([str(write(tmp_path, "sync_v9", maps()))]) == 1
    told = capsys.readouterr().err.splitlines()
    assert "compiler: sync_v9 is not locked" in told
    assert told[-1] == "compiler: run again with --relock to compile these documents from now on"
