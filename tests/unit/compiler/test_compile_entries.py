"""From a small document to its entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from terraform_twilio.compiler import documents, left_out
from terraform_twilio.compiler.compile import Compiled, compiled
from terraform_twilio.compiler.overrides import OverrideError
from unit.compiler.documents import MAP, STRING, maps, operation, page, write


def compile_(tmp_path: Path, paths: dict, corrections: str = "", name: str = "sync_v1") -> Compiled:
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / "official_names.txt").write_text("# none\n")
    (folder / "sync.toml").write_text(corrections)
    return compiled(documents.read_all(write(tmp_path, name, paths)), folder)


def attributes_of(tmp_path: Path, paths: dict, corrections: str = "", entry: str = "sync_v1/map") -> dict:
    return compile_(tmp_path, paths, corrections).entries[entry]["attributes"]


def test_a_whole_resource_type(tmp_path):
    entry = compile_(tmp_path, maps()).entries["sync_v1/map"]
    del entry["descriptions"], entry["lifecycle"]
    assert entry == {
        "group": "/v1/Maps", "class": "crud", "host": "sync.twilio.com", "resource": "twilio_sync_map",
        "singular": "twilio_sync_map", "plural": "twilio_sync_maps", "items": "maps", "id": ["sid"],
        "operations": {"create": "POST /v1/Maps", "fetch": "GET /v1/Maps/{Sid}", "update": "POST /v1/Maps/{Sid}",
                       "delete": "DELETE /v1/Maps/{Sid}", "list": "GET /v1/Maps"},
        "attributes": {
            "date_updated": {"type": "string", "response": "date_updated", "volatile": True},
            "secret": {"type": "string", "create_response": "secret", "sensitive": True},
            "sid": {"type": "string", "path": "Sid", "response": "sid", "sid": ["MP"]},
            "ttl": {"type": "int", "create": "Ttl", "update": "Ttl"},
            "unique_name": {"type": "string", "required": True, "create": "UniqueName", "response": "unique_name"}},
        "filters": {"name_before": {"type": "string", "query": "Name<"}}}


def test_a_dotted_parameter_comes_back_inside_an_object(tmp_path):
    paths = maps()
    paths["/v1/Maps"]["post"] = operation("CreateMap", body={"Limits.UserChannels": {"type": "integer"}}, answer=MAP)
    paths["/v1/Maps/{Sid}"]["get"] = operation("FetchMap", path=("Sid",), answer=MAP | {"limits": {}})
    found = attributes_of(tmp_path, paths)
    assert found["limits_user_channels"] == {"type": "int", "create": "Limits.UserChannels",
                                             "response": "limits.user_channels", "not_in_list": True}
    assert found["limits"]["derived_from"] == ["limits_user_channels"]


def test_a_name_resolved_from_a_sid_is_derived_from_it(tmp_path):
    paths = maps()
    paths["/v1/Maps"]["post"] = operation("CreateMap", body={"ActivitySid": STRING}, answer=MAP)
    paths["/v1/Maps/{Sid}"]["get"] = operation("FetchMap", path=("Sid",), answer=MAP | {"activity_name": STRING})
    assert attributes_of(tmp_path, paths)["activity_name"]["derived_from"] == ["activity_sid"]


def test_what_the_list_leaves_out_is_said(tmp_path):
    paths = maps()
    paths["/v1/Maps"]["get"] = operation("ListMap", answer=page("maps", {"sid": STRING}))
    found = attributes_of(tmp_path, paths)
    assert found["unique_name"]["not_in_list"] is True
    assert "not_in_list" not in found["sid"]


def test_what_an_update_demands_is_always_sent(tmp_path):
    paths = maps()
    paths["/v1/Maps/{Sid}"]["post"] = operation("UpdateMap", path=("Sid",), body={"Ttl": {"type": "integer"}},
                                               required=("Ttl",))
    found = attributes_of(tmp_path, paths)["ttl"]
    assert found["always"] is True
    assert "required" not in found


def test_parents_are_required_and_refer(tmp_path):
    inner = {"/v1/Maps/{MapSid}/Items": {"post": operation("CreateItem", path=("MapSid",), body={}, answer=MAP)},
             "/v1/Maps/{MapSid}/Items/{Sid}": {"get": operation("FetchItem", path=("MapSid", "Sid"), answer=MAP),
                                               "delete": operation("DeleteItem", path=("MapSid", "Sid"))}}
    entry = compile_(tmp_path, maps() | inner).entries["sync_v1/item"]
    assert entry["class"] == "immutable"
    assert entry["id"] == ["map_sid", "sid"]
    assert entry["attributes"]["map_sid"] == {"type": "string", "required": True, "path": "MapSid",
                                              "refers_to": "twilio_sync_map"}


def test_a_json_body_without_a_schema_takes_what_it_answers(tmp_path):
    paths = {"/v1/Configuration": {
        "get": operation("FetchConfiguration", answer=MAP),
        "post": operation("UpdateConfiguration", body={}, answer=MAP, media="application/json")}}
    entry = compile_(tmp_path, paths).entries["sync_v1/configuration"]
    assert entry["class"] == "singleton"
    assert entry["operations"]["update"] == "POST /v1/Configuration json"
    assert entry["attributes"]["unique_name"]["update"] == "unique_name"
    assert "id" not in entry


def test_a_group_that_only_reads_says_why_it_is_no_resource_type(tmp_path):
    paths = {"/v1/Maps/{Sid}": {"get": operation("FetchMap", path=("Sid",), answer=MAP),
                                "delete": operation("DeleteMap", path=("Sid",))}}
    entry = compile_(tmp_path, paths).entries["sync_v1/map"]
    assert entry["class"] == "read_delete"
    assert entry["operations"] == {"fetch": "GET /v1/Maps/{Sid}"}
    assert entry["left_out"] == "Something else makes it; the API can only read and delete it."


def test_the_fetch_of_a_group_may_lie_in_another(tmp_path):
    paths = maps()
    fetch = paths["/v1/Maps/{Sid}"].pop("get")
    paths["/v1/MapOf/{Sid}/Map"] = {"get": fetch}
    entry = compile_(tmp_path, paths, """
[[group]]
document = "sync_v1"
paths = ["/v1/MapOf/{}/Map"]
move = { fetch = "/v1/Maps#fetch" }
reason = "It is read there."
""").entries["sync_v1/map"]
    assert entry["class"] == "crud"
    assert entry["operations"]["fetch"] == "GET /v1/MapOf/{Sid}/Map"


def override(**lines: str) -> str:
    table = {"entries": '["sync_v1/map"]', "reason": '"Because."'} | lines
    return "[[override]]\n" + "".join(f"{key} = {value}\n" for key, value in table.items() if value)


def test_an_override_sets_drops_renames_and_removes(tmp_path):
    found = attributes_of(tmp_path, maps(), "\n".join([
        override(attribute='"unique_name"', set="{ max_length = 191 }"),
        override(attribute='"ttl"', drop='["update"]'),
        override(attribute='"secret"', rename='"seed"'),
        override(attribute='"date_updated"', remove="true"),
        override(attribute='"added"', set='{ type = "bool", create = "Added" }')]))
    assert found["unique_name"]["max_length"] == 191
    assert found["ttl"] == {"type": "int", "create": "Ttl"}
    assert found["seed"]["create_response"] == "secret"
    assert "date_updated" not in found
    assert found["added"] == {"type": "bool", "create": "Added"}


def test_what_an_override_takes_away_is_left_out_with_its_reason(tmp_path):
    result = compile_(tmp_path, maps(), override(attribute='"ttl"', remove="true"))
    page_ = left_out.text([], result.groups, result.entries, result.lost)
    assert "- `sync_v1/map` ttl (create Ttl): Because.\n" in page_
    assert "- `sync_v1/map` ttl (update Ttl): Because.\n" in page_


@pytest.mark.parametrize(("table", "complaint"), [
    (override(reason=""), "without a reason"),
    (override(attribute='"ttl"', set='{ type = "int" }'), "changes nothing"),
    (override(attribute='"ttl"', set='{ type = "int", minimum = 1 }'), "type changes nothing"),
    (override(attribute='"ttl"', set="{ minimum = 1 }", drop='["enum"]'), "enum changes nothing"),
    (override(attribute='"nowhere"', drop='["enum"]'), "changes nothing"),
    (override(entries='["sync_v1/nowhere"]', set='{ loss = "x" }'), "matches no entry"),
    (override(colour='"red"'), "unknown: colour"),
    ('[[group]]\ndocument = "sync_v1"\npaths = ["/v1/Nowhere"]\nnoun = "x"\nreason = "R."\n', "has no group /v1/No"),
    ('[[group]]\ndocument = "sync_v1"\npaths = ["/v1/Maps"]\nclass = "crud"\nreason = "R."\n', "changes nothing"),
    ('[[group]]\ndocument = "sync_v1"\npaths = ["/v1/Maps"]\nnoun = "map"\nreason = "R."\n', "changes nothing"),
    ('[[colour]]\nx = 1\n', "unknown: colour")])
def test_a_correction_that_cannot_be_right_is_refused(tmp_path, table, complaint):
    with pytest.raises(OverrideError, match=complaint):
        compile_(tmp_path, maps(), table)


def test_an_official_name_that_nothing_has_is_refused(tmp_path):
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / "official_names.txt").write_text("twilio_sync_maps_v1\ntwilio_gone_v1\n")
    with pytest.raises(OverrideError, match="twilio_gone_v1"):
        compiled(documents.read_all(write(tmp_path, "sync_v1", maps())), folder)


def test_a_released_official_name_is_an_alias(tmp_path):
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / "official_names.txt").write_text("twilio_sync_maps_v1\n")
    entry = compiled(documents.read_all(write(tmp_path, "sync_v1", maps())), folder).entries["sync_v1/map"]
    assert entry["aliases"] == ["twilio_sync_maps_v1"]
    assert "official" not in entry
