"""What is committed is what the compiler makes of the documents and the corrections, to the byte."""

from __future__ import annotations

from catalogue.conftest import ROOT
from terraform_twilio.catalogue import read, write
from terraform_twilio.compiler import documents as compiler_documents
from terraform_twilio.compiler import frozen, left_out, lock
from terraform_twilio.compiler.compile import compiled


def test_compiling_again_changes_nothing(documents):
    found = compiler_documents.read_all(documents)
    result = compiled(found, ROOT / "overrides")
    different = [name for name, entry in result.entries.items()
                 if (read.DATA / f"{name}.json").read_text(encoding="utf-8") != write.text(entry)]
    assert different == []
    assert result.entries.keys() == read.entries().keys()
    page = left_out.text(found, result.groups, result.entries, result.lost,
                         (ROOT / "overrides" / "outside.md").read_text(encoding="utf-8"))
    assert (read.DATA / "LEFT_OUT.md").read_text(encoding="utf-8") == page
    assert (read.DATA.parent / "names.txt").read_text(encoding="utf-8") == frozen.text(frozen.names(result.entries))


def test_the_documents_are_the_locked_ones(documents):
    assert lock.differences(ROOT / "openapi.lock", compiler_documents.read_all(documents)) == []
