"""What lets many lives share a run of terraform: who waits for whom, whose line is whose, what JSON says as values."""

import json

import pytest

from acceptance.grouped import blocks_of
from acceptance.lockstep import Lockstep, Wish
from acceptance.module_text import Module, unmarked
from acceptance.playing import Part, Player, batches_of
from acceptance.shown import Complaint, Kept, Plan, Planned, merged
from core import Later, Reference
from terraform_twilio.terraform.values import UNKNOWN


def wisher(lockstep, *kinds):
    """Asks for one thing after the other and keeps the answers."""
    answers = []

    def play():
        answers.extend(lockstep.ask(Wish(kind, None)) for kind in kinds)

    return play, answers


def test_equal_wishes_are_granted_together_when_nobody_runs():
    groups = []

    def grant(wishes):
        groups.append([wish.kind for wish in wishes])
        for wish in wishes:
            wish.answer = len(groups)

    lockstep = Lockstep(grant)
    players = [wisher(lockstep, "plan", "apply"), wisher(lockstep, "apply"), wisher(lockstep, "plan", "apply")]
    assert lockstep.play([play for play, _ in players]) == [None, None, None]
    assert groups == [["plan", "plan"], ["apply", "apply", "apply"]]
    assert [answers for _, answers in players] == [[1, 2], [2], [1, 2]]


def test_a_failure_is_heard_by_whom_it_is_about():
    def grant(wishes):
        for wish in wishes:
            wish.answer, wish.failure = (1, None) if wish.core == "good" else (None, KeyError("bad"))

    lockstep = Lockstep(grant)
    raised = lockstep.play([lambda core=core: lockstep.ask(Wish("plan", core)) for core in ("good", "bad")])
    assert [type(one) for one in raised] == [type(None), KeyError]


def test_a_command_that_cannot_be_run_fails_all_that_wait_for_it():
    def grant(wishes):
        raise OSError("no terraform")

    lockstep = Lockstep(grant)
    raised = lockstep.play([lambda: lockstep.ask(Wish("plan", None)) for _ in range(2)])
    assert list(map(str, raised)) == ["no terraform"] * 2


def module_of(configuration):
    module = Module()
    module.add(7, "a1", configuration, [])
    return module, json.loads(module.text())


def test_names_are_marked_and_strings_are_no_templates():
    _, text = module_of({
        "twilio_x.one": ("twilio_x", {"name": "${not}", "list": [Reference("data.twilio_y.many", "items", (0, "sid"))]}),
        "data.twilio_y.many": ("twilio_y", {})})
    assert text == {
        "resource": {"twilio_x": {"one_7": {"provider": "twilio.a1", "name": "$${not}",
                                            "list": ["${data.twilio_y.many_7.items[0].sid}"]}}},
        "data": {"twilio_y": {"many_7": {"provider": "twilio.a1"}}}}


def test_what_is_known_later_is_the_output_of_what_is_made_first():
    later = Later(["a"])
    _, text = module_of({"twilio_x.one": ("twilio_x", {"names": later, "other": later})})
    assert text["resource"]["terraform_data"] == {"later_0_7": {"input": ["a"]}}
    assert text["resource"]["twilio_x"]["one_7"]["other"] == "${terraform_data.later_0_7.output}"


def complaint(module, **told):
    return Complaint.of({"diagnostic": {"severity": "error", "summary": "no", **told}}, module.places, {7, 8})


def test_a_complaint_is_about_the_argument_on_its_line():
    module, _ = module_of({"twilio_x.one": ("twilio_x", {"name": "a"})})
    line = next(number for number, text in enumerate(module.text().splitlines(), 1) if '"name"' in text)
    found = complaint(module, range={"filename": "main.tf.json", "start": {"line": line}}, address="twilio_x.one_7")
    assert (found.path, found.mark) == (("name",), 7)


@pytest.mark.parametrize(("told", "mark"), [
    ({"detail": 'When applying changes to twilio_x.one_8, provider "x" gave an unexpected value.'}, 8),
    ({"address": "data.twilio_x.one_7"}, 7),
    ({"detail": "the network is down"}, 0),
    ({"address": "twilio_x.one_99"}, 0),
])
def test_whose_a_complaint_is(told, mark):
    assert complaint(module_of({})[0], **told).mark == mark


@pytest.mark.parametrize(("value", "mark", "expected"), [
    ("a", False, "a"), (None, True, UNKNOWN), (None, {}, None), ({}, {}, {}), (["a", None], [False, True], ["a", UNKNOWN]),
    ({"a": 1}, {"b": True}, {"a": 1, "b": UNKNOWN}), ({"a": {"b": 1}}, {"a": {"c": True}}, {"a": {"b": 1, "c": UNKNOWN}}),
])
def test_values_that_are_known_after_apply(value, mark, expected):
    assert merged(value, mark) == expected


def test_a_life_sees_its_own_part_of_a_plan():
    told = {"resource_changes": [
        {"address": f"twilio_x.one_{mark}", "type": "twilio_x", "action_reason": "replace_because_cannot_update",
         "change": {"actions": actions, "before": {"a": 1}, "after": {}, "after_unknown": {"a": True},
                    "replace_paths": [["a"]]}} for mark, actions in ((7, ["delete", "create"]), (8, ["no-op"]))]}
    lines = [{"type": "planned_change", "change": {"action": "replace", "resource": {"addr": "twilio_x.one_7"}}}]
    planned = Planned(lines, lambda: json.dumps(told))
    seven, eight = (Plan(planned, mark, lambda address, type_name: None, []) for mark in (7, 8))
    assert (seven.is_empty, eight.is_empty) == (False, True)
    assert (seven.actions, eight.actions) == ({"twilio_x.one": "replace"}, {"twilio_x.one": "no-op"})
    assert seven.changes["twilio_x.one"].requires_replace == [("a",)]
    assert seven.changes["twilio_x.one"].unknown == ["a"]


def test_a_kept_instance_tells_taint_and_private_state():
    kept = Kept({"type": "twilio_x", "instances": [{"attributes": {"a": 1}, "status": "tainted", "private": "YWI="}]})
    assert (kept.attributes, kept.is_tainted, kept.private) == ({"a": 1}, True, b"ab")
    assert not kept.of_version(0, {"a": 2}).is_tainted


def test_generated_blocks_are_told_apart():
    text = '# said\n\nresource "twilio_x" "one_7" {\n  a = "b"\n  c = {\n  }\n}\n\n# more\nresource "twilio_y" "two_8" {\n}\n'
    assert blocks_of(text) == {"twilio_x.one_7": 'resource "twilio_x" "one_7" {\n  a = "b"\n  c = {\n  }\n}\n',
                               "twilio_y.two_8": 'resource "twilio_y" "two_8" {\n}\n'}


@pytest.mark.parametrize(("name", "plain"), [
    ("twilio_x.one_7", ("twilio_x.one", 7)), ("twilio_x.one", ("twilio_x.one", 0)), ("later_0_7", ("later_0", 7)),
    ("data.twilio_x.one_7[0]", ("data.twilio_x.one", 7))])
def test_a_name_without_its_mark(name, plain):
    assert unmarked(name) == plain


def test_a_batch_holds_whole_names():
    parts = {name: [Part(name, "T1", str(number), lambda scene: None, True) for number in range(count)]
             for name, count in (("a", 100), ("b", 100), ("c", 20), ("d", 500))}
    assert [sorted({part.name for part in batch}) for batch in batches_of(parts)] == [["a"], ["b", "c"], ["d"]]


class Rehearsal(Player):
    """A player whose parts fail as they are told to: all beside a spoiler, the bad one always."""

    def __init__(self) -> None:
        self.sizes = []

    def _played(self, parts):
        self.sizes.append(len(parts))
        is_spoilt = any(part.name == "spoiler" for part in parts)
        return [(part, OSError("spoilt") if is_spoilt and (len(parts) > 1 or part.name == "spoiler") else None)
                for part in parts]


def test_one_that_fails_does_not_spoil_the_others():
    parts = [Part(name, "T1", "", lambda scene: None, False) for name in [*map(str, range(20)), "spoiler"]]
    player = Rehearsal()
    found = player.failures(parts)
    assert {key for key, errors in found.items() if errors} == {("spoiler", "T1")}
    assert found["spoiler", "T1"] == {"": "OSError: spoilt"}
    assert player.sizes == [21, 8, 8, 5, *[1] * 5]
