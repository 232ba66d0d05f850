"""Documents with a file are uploaded, and are otherwise like those without."""

from __future__ import annotations

import pytest

from core import Failed
from lifecycle.serverless import Account

TYPES = ["twilio_numbers_supporting_document", "twilio_trusthub_supporting_document"]
PDF = b"%PDF-1.4\n\xff\xfe\r\n--part-of-upload-0\r\n"


@pytest.fixture(params=TYPES)
def type_name(request):
    return request.param


@pytest.fixture
def account(stage):
    return Account(stage)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "passport.PDF"
    path.write_bytes(PDF)
    return str(path)


def document(type_name, **arguments):
    stated = {"friendly_name": "d", "type": "passport", "attributes": '{"first_name":"A"}'}
    return {f"{type_name}.one": (type_name, stated | arguments)}


def sent(account, during):
    """The hosts that are written to."""
    before = account.stage.emulator.exchange.count
    during()
    return [line["host"] for line in account.stage.emulator.exchange.requests
            if line["number"] > before and line["method"] != "GET"]


def test_a_file_is_uploaded_with_what_describes_it(account, type_name, file):
    blocks = document(type_name, source=file, source_hash="a")
    assert sent(account, lambda: account.apply(blocks)) == ["numbers-upload.twilio.com"]
    state = account.of(f"{type_name}.one")
    assert (state["mime_type"], state["friendly_name"], state["type"]) == ("application/pdf", "d", "passport")
    assert state["attributes"] == '{"first_name":"A"}'
    assert state["url"].startswith(f"https://{type_name.split('_')[1]}.twilio.com/")


def test_without_a_file_it_is_created_in_the_ordinary_way(account, type_name):
    hosts = sent(account, lambda: account.apply(document(type_name)))
    assert hosts == [f"{type_name.split('_')[1]}.twilio.com"]


def test_another_name_is_an_update(account, type_name, file):
    account.apply(document(type_name, source=file))
    assert account.apply(document(type_name, source=file, friendly_name="e"))[f"{type_name}.one"] == "update"


@pytest.mark.parametrize(("changed", "action"), [
    ({"source_hash": "b"}, "replace"), ({"source": "moved", "source_hash": "a"}, "update"),
    ({"source": "moved"}, "replace"),
])
def test_another_file_is_another_document(account, type_name, file, tmp_path, changed, action):
    """A file that only moved is not: its hash says so."""
    (tmp_path / "moved").write_bytes(PDF)
    known = {"source": file, "source_hash": "a"} if "source_hash" in changed else {"source": file}
    account.apply(document(type_name, **known))
    changed = {name: str(tmp_path / value) if name == "source" else value for name, value in changed.items()}
    assert account.apply(document(type_name, **known | changed))[f"{type_name}.one"] == action


def test_after_an_import_the_file_is_only_recorded(account, type_name, file):
    """K18."""
    blocks = document(type_name, source=file, source_hash="a")
    account.apply(blocks)
    address, id_ = f"{type_name}.one", account.of(f"{type_name}.one")["id"]
    account.core.state.clear()
    account.core.import_(address, type_name, id_)
    assert account.core.plan(blocks).actions[address] == "update"
    assert sent(account, lambda: account.apply(blocks)) == []


def test_a_missing_file_is_said_before_anything_is_sent(account, type_name, tmp_path):
    blocks = document(type_name, source=str(tmp_path / "missing"))
    with pytest.raises(Failed) as failed:
        account.core.apply(blocks)
    assert failed.value.errors[0].path == ("source",)


def test_a_hash_of_nothing_is_refused(account, type_name):
    with pytest.raises(Failed) as failed:
        account.core.plan(document(type_name, source_hash="a"))
    assert failed.value.errors[0].path == ("source_hash",)


def test_destroying_it_deletes_it(account, type_name, file):
    account.apply(document(type_name, source=file))
    url = account.of(f"{type_name}.one")["url"].removeprefix("https:/")
    account.core.destroy()
    assert account.remote.send("GET", url)[0] == 404
