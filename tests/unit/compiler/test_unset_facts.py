"""What arguments are when they are not given: read from answers and from prose (K2)."""

from pathlib import Path

import pytest

from terraform_twilio.compiler import unset_facts
from terraform_twilio.compiler.documents import Document, Operation
from terraform_twilio.compiler.unset_facts import PROVEN, STATED, derived, stated_default, tables

BOOL, INT, TEXT, JSON, LIST = ({"type": kind} for kind in ("bool", "int", "string", "json", ["list", "string"]))
METHOD = {"type": "string", "enum": ["GET", "POST"]}


@pytest.mark.parametrize(
    ("text", "attribute", "default"),
    [
        ("Whether it is on. Can be: `true` or `false` and the default is `true`.", BOOL, True),
        ("Defaults to false if no value is provided.", BOOL, False),
        ("Default is true.", BOOL, True),
        ("Enables callbacks, default false", BOOL, False),
        ("False is the default behavior if it is not specified.", BOOL, False),
        ("Disabled by default and applies only to SMS.", BOOL, False),
        ("Can be: `GET` or `POST` and the default is POST.", METHOD, "POST"),
        ("Defaults to `post`.", METHOD, "POST"),
        ("Between 1,000 and 30,000 and defaults to 5,000.", INT, 5000),
        ("The default is 5 seconds.", INT, 5),
        ("The default timeout is 30 seconds.", INT, 30),
        ("Default: 1200.", INT, 1200),
        ("Integer values from 0 to 3 with the default being 3.", INT, 3),
        ("Default retry count is 0 times, which means that it is not retried.", INT, 0),
        ("The default value of `0` means forever.", INT, 0),
        ("Defaults to 1GB (1,000).", INT, 1000),
        ("The default value is 24 hours (86,400 seconds).", INT, 86400),
        ("Default is 86,400 seconds (24 hours).", INT, 86400),
        ("The default value is 24 hours.", INT, None),
        ("Defaults to `640x480`.", TEXT, "640x480"),
        ("Default is: `system`.", TEXT, "system"),
        ("Defaults to the friendly name.", TEXT, None),
        ("Defaults to `Created at {date}`", TEXT, None),
        ("Defaults to {}.", JSON, "{}"),
        ("Defaults to `start end`.", LIST, ["start", "end"]),
        ("Defaults to `DELETE`.", METHOD, None),
        ("Defaults to `AC1`.", {"type": "string", "sid": ["AC"]}, None),
        ("The default `ttl` of what is created.", INT, None),
        ("The default template to use.", TEXT, None),
        ("Defaults to `false` unless another is given.", BOOL, None),
        ("The default value of `Other` is `true` when this is set.", BOOL, None),
        ("The default value is defined at the service level. If not configured defaults to 6.", INT, None),
        ("The default priority is 0. Optional when the kind is `task`, not applicable otherwise.", INT, None),
        ("Not set by default", INT, None),
        ("Nothing.", BOOL, None),
    ],
)
def test_the_default_that_a_description_states(text, attribute, default):
    found = stated_default([text], attribute)
    assert found == default
    assert type(found) is type(default)


def test_descriptions_that_disagree_state_nothing():
    assert stated_default(["Defaults to `true`.", "Defaults to `false`."], BOOL) is None
    assert stated_default(["Defaults to `true`.", "Defaults to true."], BOOL) is True


def entry(product, **attributes):
    named = {name: {"create": name.title(), "response": name, **about} for name, about in attributes.items()}
    return {"host": f"{product}.twilio.com", "resource": f"twilio_{product}_thing", "attributes": named,
            "operations": {"create": "POST /v1/Things/{Sid}/Parts", "fetch": "GET /v1/Things/{Sid}"}}


def document(name, **descriptions):
    fields = {field.title(): {"description": text} for field, text in descriptions.items()}
    create = Operation("create", "Part", "POST", "/v1/Things/{Sid}/Parts", (), "form", fields)
    return Document(name, f"{name}.twilio.com", "1", "", (create,), ())


def answer(body, product="things", status=201, method="POST"):
    return {"method": method, "status": status, "url": f"https://{product}.twilio.com/v1/Things/KS1/Parts?a=b",
            "body": body}


def facts_of(entries, found=(), answers=()):
    return {place: (fact["unset"], fact["reason"]) for place, fact in derived(entries, list(found),
                                                                              list(answers)).items()}


@pytest.mark.parametrize(
    ("attribute", "bodies", "is_empty"),
    [
        (TEXT, [{"part": None}], True),
        (TEXT, [{"part": ""}], True),
        (LIST, [{"part": []}], True),
        (TEXT, [{"part": "given"}, {"part": None}], True),
        (TEXT, [{"part": "given"}], False),
        (TEXT, [{"other": None}], False),
        (TEXT, [], False),
        (INT, [{"part": None}], False),
        (JSON, [{"part": None}], False),
        (BOOL, [{"part": None}], False),
        (TEXT | {"required": True}, [{"part": None}], False),
        (TEXT | {"response": "outer.part"}, [{"outer": {"part": None}}], True),
        (TEXT | {"response": "outer.part"}, [{"outer": None}], False),
    ],
)
def test_what_a_create_answer_proves(attribute, bodies, is_empty):
    found = facts_of({"things_v1/thing": entry("things", part=attribute)}, answers=map(answer, bodies))
    assert found == ({("things_v1/thing", "part"): ({"empty": True}, PROVEN)} if is_empty else {})


@pytest.mark.parametrize("other", [{"status": 200}, {"method": "GET"}, {"product": "others"}])
def test_only_the_entrys_own_creates_prove_anything(other):
    assert facts_of({"things_v1/thing": entry("things", part=TEXT)}, answers=[answer({"part": None}, **other)]) == {}


@pytest.mark.parametrize(
    ("bodies", "fact"),
    [
        ([], ({"default": 5}, STATED)),
        ([{"part": 5}], ({"default": 5}, STATED)),
        ([{"part": None}], ({"default": 5}, STATED)),
        ([{"part": 7}], None),
    ],
)
def test_an_answer_beats_the_prose(bodies, fact):
    found = facts_of({"things_v1/thing": entry("things", part=INT)}, [document("things_v1", part="Defaults to 5.")],
                     map(answer, bodies))
    assert found.get(("things_v1/thing", "part")) == fact


def test_what_is_empty_has_no_default():
    found = facts_of({"things_v1/thing": entry("things", part=METHOD)}, [document("things_v1",
                                                                                  part="Defaults to `POST`.")],
                     [answer({"part": ""})])
    assert found == {("things_v1/thing", "part"): ({"empty": True}, PROVEN)}


def test_the_older_name_of_an_api_is_the_same_api():
    entries = {"ip_messaging_v1/thing": entry("ip-messaging", one=TEXT, two=INT), "chat_v1/thing": entry("chat",
                                                                                                         one=TEXT)}
    found = facts_of(entries, [document("chat_v1", two="Defaults to 5.")], [answer({"one": None}, product="chat")])
    assert found["ip_messaging_v1/thing", "one"] == ({"empty": True}, PROVEN)
    assert found["ip_messaging_v1/thing", "two"] == ({"default": 5}, STATED)


def test_the_files_say_one_thing_at_a_time():
    place = "chat_v2/service"
    texts = tables({(place, "b"): {"unset": {"default": False}, "reason": STATED},
                    (place, "a"): {"unset": {"default": False}, "reason": STATED},
                    (place, "c"): {"unset": {"empty": True}, "reason": PROVEN}})
    assert texts["chat"].partition("\n\n")[2] == (
        '[[override]]\nentries = ["chat_v2/service"]\nattribute = ["a", "b"]\nset = { unset = { default = false } }\n'
        f'reason = "{STATED}"\n\n'
        '[[override]]\nentries = ["chat_v2/service"]\nattribute = ["c"]\nset = { unset = { empty = true } }\n'
        f'reason = "{PROVEN}"\n')


def test_what_was_said_by_mistake_is_taken_back_first():
    place = ("chat_v2/service", "count")
    text, = tables({place: {"unset": {"default": 0}, "reason": STATED}}, {place}).values()
    assert text.index('drop = ["unset"]') < text.index("set = { unset = { default = 0 } }")


def test_other_files_come_first_unless_they_say_what_cannot_be(tmp_path: Path):
    (tmp_path / "things.toml").write_text(
        '[[override]]\nentries = ["things_v1/*"]\nattribute = ["number", "flag"]\n'
        'set = { unset = { default = false } }\nreason = "r"\n')
    (tmp_path / "unset_things.toml").write_text(
        '[[override]]\nentries = ["things_v1/thing"]\nattribute = ["other"]\n'
        'set = { unset = { empty = true } }\nreason = "r"\n')
    entries = {"things_v1/thing": entry("things", number=INT, flag=BOOL, other=TEXT)}
    assert unset_facts.said_elsewhere(tmp_path, entries) == {("things_v1/thing", "number"): False,
                                                             ("things_v1/thing", "flag"): True}
