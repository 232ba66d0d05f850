"""Reading what is not managed: by id, by searching, as a list; and what a configuration of that is told."""

import pytest

from terraform_twilio.catalogue.model import Entry
from terraform_twilio.engine.data_source import DataSource, read_data_source, validate_config
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import ResponseError
from terraform_twilio.twilio.operations import Answer
from unit.engine.things import ACCOUNT, FACTS, SERVICE, SID

OTHER = "TH" + "d" * 32
THING = {"account_sid": ACCOUNT, "service_sid": SERVICE, "sid": SID, "kind": "plain", "friendly_name": "first",
         "members": ["a", "b"]}
ANOTHER = {**THING, "sid": OTHER, "friendly_name": "second", "kind": "fancy"}
GONE = ResponseError(status=404, code=20404, message="not found")
BUSY = ResponseError(status=503, code=20503, message="later")


def source(*, plural=False, **changes):
    attributes = {**FACTS["attributes"], "friendly_name": {"type": "string", "response": "friendly_name"}}
    filters = {"kind": {"type": "string", "query": "Kind", "enum": ["plain", "fancy"]},
               "made_after": {"type": "string", "query": "MadeAfter"}}
    facts = {**FACTS, "attributes": attributes, "filters": filters, "page_size": 100, **changes}
    return DataSource("twilio_things_things" if plural else "twilio_things_thing", Entry("things_v1/thing", facts),
                      plural=plural)


class Script:
    """A client that fetches what is given and lists the elements, and keeps what it was asked."""

    def __init__(self, fetched=THING, elements=()):
        self.fetched = fetched
        self.elements = list(elements)
        self.account_sid = ACCOUNT
        self.asked = []

    def call(self, operation, arguments, *, account_sid=None):
        self.asked.append((operation.method, arguments.path, arguments.query, arguments.headers))
        if isinstance(self.fetched, Exception):
            raise self.fetched
        return Answer(200, self.fetched, {})

    def pages(self, operation, arguments, items, *, account_sid=None):
        self.asked.append(("LIST", arguments.path, arguments.query, arguments.headers))
        yield from self.elements


def read(one, script, **config):
    config = {**dict.fromkeys(one.arguments), "service_sid": SERVICE, **config}
    return read_data_source(Session(script, lambda seconds: None), one, config)


def told(one, **config):
    config = {**dict.fromkeys(one.arguments), "service_sid": SERVICE, **config}
    return [f"{problem.summary}: {problem.detail}" for problem in validate_config(one, config)]


class TestOne:
    def test_it_is_found_by_its_id(self):
        found, problems = read(source(), Script(), sid=SID)
        assert not problems
        assert (found["id"], found["kind"], found["members"]) == (f"{SERVICE}/{SID}", "plain", ["a", "b"])

    def test_what_the_answer_lacks_is_null_and_nothing_is_unknown(self):
        """D2."""
        found, _ = read(source(), Script(), sid=SID)
        assert found["label"] is None
        assert found.keys() == source().wire_types.keys()
        assert UNKNOWN not in found.values()

    def test_what_is_configured_stays_as_it_is_written(self):
        """D2: Twilio takes a unique name for a SID, and answers the SID."""
        found, _ = read(source(), Script(), sid="by-its-name")
        assert found["sid"] == "by-its-name"

    def test_one_that_is_gone_is_an_error_with_the_criteria(self):
        """D3."""
        found, [problem] = read(source(), Script(GONE), sid=SID)
        assert found is None
        assert f"sid = {SID}" in problem.detail

    def test_another_failure_is_told_as_it_is(self):
        _, [problem] = read(source(), Script(BUSY), sid=SID)
        assert problem.summary == "Unable to read twilio_things_thing"
        assert "later" in problem.detail

    def test_a_search_finds_the_one_that_matches(self):
        script = Script(ANOTHER, [THING, ANOTHER])
        found, _ = read(source(), script, friendly_name="second")
        assert found["sid"] == OTHER
        assert script.asked[1][1] == {"ServiceSid": SERVICE, "Sid": OTHER}

    def test_a_search_asks_the_list_with_its_filters_and_checks_them_again(self):
        script = Script(THING, [THING, ANOTHER])
        found, _ = read(source(), script, kind="plain", made_after="2020")
        assert script.asked[0] == ("LIST", {"ServiceSid": SERVICE},
                                   {"Kind": "plain", "MadeAfter": "2020", "PageSize": 100}, {})
        assert (found["sid"], found["made_after"]) == (SID, "2020")

    def test_a_search_that_finds_several_names_them(self):
        _, [problem] = read(source(), Script(THING, [THING, {**ANOTHER, "kind": "plain"}]), kind="plain")
        assert SID in problem.detail
        assert OTHER in problem.detail
        assert problem.summary.startswith("2 objects match")

    def test_of_very_many_the_first_are_named(self):
        elements = [{**THING, "sid": f"TH{number:032x}"} for number in range(25)]
        _, [problem] = read(source(), Script(THING, elements), kind="plain")
        assert "and 15 more" in problem.detail

    def test_a_search_that_finds_none_names_what_was_asked(self):
        _, [problem] = read(source(), Script(THING, [THING]), friendly_name="nobody")
        assert "friendly_name = nobody" in problem.detail
        assert "not found" in problem.summary

    def test_a_list_of_values_matches_what_has_them_all(self):
        one = source(filters={"members": {"type": ["list", "string"], "query": "Member"}})
        found, _ = read(one, Script(THING, [THING, {**ANOTHER, "members": ["a"]}]), members=["b"])
        assert found["sid"] == SID

    def test_where_the_answer_does_not_say_the_whole_id_it_is_what_addressed_it(self):
        one = source(id=["service_sid", "late"])
        found, _ = read(one, Script(), sid=SID)
        assert found["id"] == f"{SERVICE}/{SID}"

    def test_a_header_is_an_argument(self):
        revision = {"type": "string", "header": "X-Revision", "sent_on": ["fetch"]}
        attributes = {**FACTS["attributes"], "revision": revision}
        script = Script()
        read(source(attributes=attributes), script, sid=SID, revision="7")
        assert script.asked[0][3] == {"X-Revision": "7"}


class TestList:
    def test_its_items_are_the_elements(self):
        found, problems = read(source(plural=True), Script(elements=[THING, ANOTHER]))
        assert not problems
        assert [element["sid"] for element in found["items"]] == [SID, OTHER]
        assert found["service_sid"] == SERVICE

    def test_nothing_is_an_empty_list(self):
        """D3."""
        assert read(source(plural=True), Script())[0]["items"] == []

    def test_the_filters_and_the_largest_page_are_asked_for(self):
        script = Script()
        read(source(plural=True), script, kind="fancy")
        assert script.asked[0][2] == {"Kind": "fancy", "PageSize": 100}

    def test_without_a_known_page_size_none_is_asked_for(self):
        script = Script()
        read(source(plural=True, page_size=None), script)
        assert script.asked[0][2] == {}

    def test_what_lists_do_not_show_is_no_attribute_of_the_items(self):
        attributes = {**FACTS["attributes"], "summary": {"type": "string", "response": "summary", "not_in_list": True}}
        [_, inner] = source(plural=True, attributes=attributes).wire_types["items"]
        assert "summary" not in inner[1]


class TestConfiguration:
    def test_the_id_alone_is_right(self):
        assert told(source(), sid=SID) == []

    @pytest.mark.parametrize("config", [{}, {"sid": SID, "friendly_name": "x"}])
    def test_it_is_either_the_id_or_a_search(self, config):
        [problem] = told(source(), **config)
        assert "sid" in problem
        assert "friendly_name" in problem

    def test_an_unknown_id_is_an_id(self):
        assert told(source(), sid=UNKNOWN) == []

    def test_a_parent_is_required(self):
        [problem] = told(source(), sid=SID, service_sid=None)
        assert "service_sid" in problem

    def test_a_search_needs_what_the_list_requires(self):
        one = source(filters={"kind": {"type": "string", "query": "Kind", "required": True}})
        [problem] = told(one, friendly_name="x")
        assert problem.startswith("Missing required argument: kind")
        assert told(one, sid=SID) == []

    def test_a_criterion_keeps_to_the_rules_of_the_lists_filter(self):
        """The result may be any text; the filter takes two."""
        [problem] = told(source(), kind="grey")
        assert "plain, fancy" in problem

    def test_nothing_is_searched_for_under_parents_that_are_no_arguments(self):
        operations = {**FACTS["operations"], "list": "GET /v1/Services/{ServiceSid}/Kinds/{Kind}/Things"}
        assert source(operations=operations).searched_by == {}

    def test_what_addresses_the_object_is_required_even_in_the_query(self):
        one = source(operations={"fetch": "GET /v1/Things"}, id=["label"], filters={},
                     queries={"label": {"type": "string", "query": "Label"}})
        [problem] = told(one)
        assert problem.startswith("Missing required argument: label")
