"""TaskRouter's expressions, and the lists of workers that they choose."""

import json

import pytest

from terraform_twilio.emulator.quirks.worker_expressions import Unreadable, matches

HOST = "taskrouter.twilio.com"
ADA = {"skills": ["tester", "english"], "level": 4, "name": "Ada", "contact": {"phone": "+1"}, "a.b": 1, "idle": True}


@pytest.mark.parametrize(("expression", "is_ada"), [
    ("1==1", True), ("1 == 0", False), ("skills HAS 'tester'", True), ("skills has \"tester\"", True),
    ("skills HAS 'x'", False),
    ("(languages HAS 'english')", False), ("level > 3 AND name = 'Ada'", True), ("level >= 5 OR name == 'Ada'", True),
    ("level < 4 OR level <= 3", False), ("name != 'Bob'", True), ("NOT name == 'Ada'", False), ("level > 'x'", False),
    ("name IN ['Ada', 'Bob']", True), ("name NOT IN ['Bob']", True), ("name CONTAINS 'd'", True),
    ("skills CONTAINS 'd'", False),
    ("contact.phone == '+1'", True), ("a.b == 1", True), ("contact.fax == null", True), ("idle == true", True),
    ("name == 'x' AND name == 'y' OR level == 4", True), ("name == 'x' AND (name == 'y' OR level == 4)", False),
])
def test_an_expression_chooses_workers_by_their_attributes(expression, is_ada):
    assert matches(expression, ADA) is is_ada


@pytest.mark.parametrize("expression", ["", "skills", "skills HAS", "(1==1", "1==1)", "a ! b", "AND", "[1", "1==1 1==1"])
def test_what_is_no_expression_cannot_be_read(expression):
    with pytest.raises(Unreadable):
        matches(expression, ADA)


@pytest.fixture
def workspace(caller):
    path = f"/v1/Workspaces/{caller.post(HOST, '/v1/Workspaces', {'FriendlyName': 'w'})['sid']}"
    caller.post(HOST, path + "/Workers", {"FriendlyName": "Ada", "Attributes": json.dumps(ADA)})
    caller.post(HOST, path + "/Workers", {"FriendlyName": "Bob"})
    return path


def names(caller, workspace, **query):
    words = "&".join(f"{name}={value}" for name, value in query.items())
    return [one["friendly_name"] for one in caller.get(HOST, f"{workspace}/Workers?{words}")["workers"]]


def test_workers_are_listed_by_expression_and_by_queue(caller, workspace):
    queue = caller.post(HOST, workspace + "/TaskQueues", {"FriendlyName": "q", "TargetWorkers": "skills HAS 'tester'"})["sid"]
    assert names(caller, workspace) == ["Ada", "Bob"]
    assert names(caller, workspace, TargetWorkersExpression="level%3E3") == ["Ada"]
    assert names(caller, workspace, TaskQueueSid=queue) == names(caller, workspace, TaskQueueName="q") == ["Ada"]
    assert names(caller, workspace, TaskQueueName="other") == []
    assert names(caller, workspace, TaskQueueName="q", FriendlyName="Bob") == []
    assert names(caller, workspace, TargetWorkersExpression="level") == []
