"""Versions, builds and deployments against scripted answers: what a whole service cannot show."""

import pytest

from terraform_twilio.engine.behaviours import uploads
from terraform_twilio.engine.behaviours.newest import LOOKED_AT, newest
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.validate import resource_config
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import Interrupted, TransportError
from unit.behaviours.scripts import ACCOUNT, GONE, REFUSED, Script, applied, destroyed, entry, planned, refreshed, state

SERVICE, SID, VERSION, NEXT = "ZS" + "a" * 32, "ZH" + "b" * 32, "ZN" + "c" * 32, "ZN" + "d" * 32
OLD, NEW, OLDER = "ZB" + "1" * 32, "ZB" + "2" * 32, "ZB" + "3" * 32
ENVIRONMENT, CURRENT = "ZE" + "e" * 32, "ZD" + "f" * 32
CODE = {"service_sid": SERVICE, "friendly_name": "f", "path": "/f", "visibility": "public"}
MADE = {"sid": SID, "account_sid": ACCOUNT, "service_sid": SERVICE, "friendly_name": "f", "date_created": "2026",
        "date_updated": "2026", "url": "https://", "links": {}}

FUNCTION, ASSET = entry("serverless_v1/function"), entry("serverless_v1/asset")
BUILD, DEPLOYMENT = entry("serverless_v1/build"), entry("serverless_v1/deployment")
BUILT = {"sid": NEW, "account_sid": ACCOUNT, "service_sid": SERVICE, "status": "completed", "runtime": "node22",
         "function_versions": [{"sid": NEXT}], "asset_versions": [], "dependencies": [], "links": {},
         "date_created": "2026", "date_updated": "2026", "url": "https://"}
DEPLOYED = {"sid": CURRENT, "account_sid": ACCOUNT, "service_sid": SERVICE, "environment_sid": ENVIRONMENT,
            "build_sid": NEW, "date_created": "2026", "date_updated": "2026", "url": "https://"}
DEPLOYS = {"service_sid": SERVICE, "environment_sid": ENVIRONMENT, "build_sid": NEW}


class TestNewest:
    def test_is_the_one_with_the_latest_date(self):
        assert newest([{"date_created": "2026-01-01"}, {"date_created": "2026-01-02"}])["date_created"] == "2026-01-02"

    def test_is_the_first_of_one_second(self):
        assert newest([{"sid": 1, "date_created": "x"}, {"sid": 2, "date_created": "x"}])["sid"] == 1

    def test_is_none_of_an_empty_list(self):
        assert newest([]) is None

    def test_is_looked_for_on_one_page(self):
        many = iter([{"date_created": "x"}] * (LOOKED_AT + 1))
        newest(many)
        assert len(list(many)) == 1


@pytest.mark.parametrize(("name", "media_type"), [
    ("logo.svg", "image/svg+xml"), ("LOGO.PNG", "image/png"), ("a.b.js", "application/javascript"),
    ("README", "application/octet-stream"), ("archive.zip", "application/octet-stream")])
def test_a_media_type_is_what_the_ending_says(name, media_type):
    assert uploads.media_type(name) == media_type


@pytest.mark.parametrize("path", ["/tmp/a.pdf", "a.pdf", "C:\\documents\\a.pdf"])
def test_a_file_goes_by_its_last_name(path):
    assert uploads.base_name(path) == "a.pdf"


class TestCode:
    def test_is_uploaded_with_its_place(self):
        script = Script(MADE, {"sid": VERSION})
        outcome = applied(script, FUNCTION, None, **CODE, content="x = 1")
        assert (outcome.state["version_sid"], outcome.diagnostics) == (VERSION, [])
        method, path, parameters = script.asked[1]
        assert (method, path) == ("POST", f"/v1/Services/{SERVICE}/Functions/{SID}/Versions")
        file = parameters.pop("Content")
        assert (file.name, file.content_type, file.content) == ("f", "application/javascript", b"x = 1")
        assert parameters == {"Path": "/f", "Visibility": "public"}

    @pytest.mark.parametrize(("more", "media_type"), [
        ({"path": "/a.css"}, "text/css"), ({"path": "/a"}, "application/octet-stream"),
        ({"path": "/a.css", "content_type": "text/plain"}, "text/plain")])
    def test_of_an_asset_has_the_media_type_of_its_path(self, more, media_type):
        script = Script(MADE, {"sid": VERSION})
        applied(script, ASSET, None, **CODE | more, content="x")
        assert script.asked[1][2]["Content"].content_type == media_type

    def test_is_uploaded_again_while_the_other_host_does_not_know_the_function_yet(self):
        """A12."""
        paused = []
        script = Script(MADE, GONE, GONE, {"sid": VERSION})
        outcome = applied(script, FUNCTION, None, paused=paused, **CODE, content="x")
        assert outcome.state["version_sid"] == VERSION
        assert len([seconds for seconds in paused if seconds]) == 2

    @pytest.mark.parametrize("problem", [GONE, REFUSED, TransportError("lost", sent=True), Interrupted("stop")])
    def test_whose_upload_fails_keeps_the_new_function(self, problem):
        """A6."""
        outcome = applied(Script(MADE, *[problem] * 9), FUNCTION, None, **CODE, content="x")
        assert outcome.state["id"] == f"{SERVICE}/{SID}"
        assert outcome.state["version_sid"] is None
        assert "tainted" in outcome.diagnostics[0].detail

    def test_without_a_version_asks_for_none(self):
        script = Script(MADE)
        outcome = applied(script, FUNCTION, None, service_sid=SERVICE, friendly_name="f")
        assert script.lines == ["POST Functions"]
        assert (outcome.state["path"], outcome.state["version_sid"]) == (None, None)

    def test_with_a_new_name_alone_keeps_its_version_in_the_plan(self):
        prior = self.prior(content="x")
        response = planned(FUNCTION, prior, **CODE | {"friendly_name": "g"}, content="x")
        assert response.planned_state["version_sid"] == VERSION

    @pytest.mark.parametrize("name", ["content", "path", "visibility", "content_type"])
    def test_that_changes_makes_the_version_unknown(self, name):
        changed = {**CODE, "content": "x", name: {"visibility": "private"}.get(name, "/new")}
        assert planned(FUNCTION, self.prior(content="x"), **changed).planned_state["version_sid"] is UNKNOWN

    def test_in_capitals_is_no_drift(self):
        versions = [{"sid": VERSION, "path": "/f", "visibility": "PUBLIC", "date_created": "2026"}]
        assert refreshed(Script(MADE, versions), FUNCTION, self.prior(content="x")).state == self.prior(content="x")

    def test_of_another_version_that_cannot_be_read_leaves_the_state(self):
        versions = [{"sid": NEXT, "path": "/f", "visibility": "public", "date_created": "2026"}]
        script = Script(MADE, versions, REFUSED)
        reading = refreshed(script, FUNCTION, self.prior(content="x"))
        assert reading.state == self.prior(content="x")
        assert len(reading.diagnostics) == 1

    def test_of_another_version_makes_the_source_unknown(self):
        versions = [{"sid": NEXT, "path": "/f", "visibility": "public", "date_created": "2026"}]
        prior = self.prior(source="x", source_hash="h")
        reading = refreshed(Script(MADE, versions), ASSET, prior)
        assert [reading.state[name] for name in ("source", "source_hash", "version_sid")] == [None, None, NEXT]

    @staticmethod
    def prior(**values):
        return state(FUNCTION, **MADE, path="/f", visibility="public", version_sid=VERSION,
                     id=f"{SERVICE}/{SID}", **values)


class TestBuild:
    def prior(self):
        known = {**BUILT, "sid": OLD, "function_versions": [VERSION], "asset_versions": None, "dependencies": "[]"}
        return state(BUILD, **known, id=f"{SERVICE}/{OLD}")

    def renewed(self, *answers, private=None):
        script = Script(*answers)
        return applied(script, BUILD, self.prior(), private, service_sid=SERVICE, function_versions=[NEXT]), script

    def test_is_another_one_in_the_plan_and_replaces_nothing(self):
        response = planned(BUILD, self.prior(), service_sid=SERVICE, function_versions=[NEXT])
        assert response.requires_replace == []
        unknown = {name for name, value in response.planned_state.items() if value is UNKNOWN}
        assert unknown == {"id", "sid", "status", "date_created", "date_updated", "url", "links"}

    def test_of_another_service_is_replaced(self):
        response = planned(BUILD, self.prior(), service_sid="ZS" + "9" * 32, function_versions=[VERSION])
        assert response.requires_replace == [("service_sid",)]

    def test_in_another_order_is_the_same(self):
        prior = {**self.prior(), "function_versions": [VERSION, NEXT]}
        response = planned(BUILD, prior, service_sid=SERVICE, function_versions=[NEXT, VERSION])
        assert response.planned_state == prior

    def test_keeps_what_is_configured_no_longer_and_asks_for_it_again(self):
        """K4: the runtime."""
        _, script = self.renewed(BUILT, [])
        assert script.asked[0][2] == {"FunctionVersions": [NEXT], "Runtime": "node22", "Dependencies": "[]"}

    def test_that_still_runs_is_remembered(self):
        outcome, script = self.renewed(BUILT, [{"build_sid": OLD}])
        assert script.lines == ["POST Builds", "GET Environments"]
        assert outcome.state["id"] == f"{SERVICE}/{NEW}"
        assert outcome.private.superseded == (OLD,)

    def test_that_ran_before_is_deleted_once_it_does_not(self):
        outcome, script = self.renewed(BUILT, [{"build_sid": OLD}], {}, private=Private(superseded=(OLDER,)))
        assert script.asked[-1][:2] == ("DELETE", f"/v1/Services/{SERVICE}/Builds/{OLDER}")
        assert outcome.private.superseded == (OLD,)

    @pytest.mark.parametrize(("answer", "left"), [(GONE, ()), (REFUSED, (OLD,))])
    def test_that_cannot_be_deleted_is_tried_again_next_time(self, answer, left):
        outcome, _ = self.renewed(BUILT, [], answer)
        assert (outcome.private.superseded, outcome.diagnostics) == (left, [])

    def test_is_remembered_where_the_environments_cannot_be_read(self):
        assert self.renewed(BUILT, REFUSED)[0].private.superseded == (OLD,)

    def test_that_is_refused_leaves_the_old_one(self):
        outcome, script = self.renewed(REFUSED)
        assert (outcome.state, script.lines) == (self.prior(), ["POST Builds"])
        assert len(outcome.diagnostics) == 1

    @pytest.mark.parametrize("deleted", [{}, REFUSED])
    def test_that_fails_is_deleted_and_leaves_the_old_one(self, deleted):
        failed = {**BUILT, "status": "failed"}
        outcome, script = self.renewed(failed, failed, deleted)
        assert outcome.state == self.prior()
        assert script.asked[-1][:2] == ("DELETE", f"/v1/Services/{SERVICE}/Builds/{NEW}")
        assert "1 function versions" in outcome.diagnostics[0].detail
        assert "tainted" not in outcome.diagnostics[0].detail

    def test_that_is_interrupted_is_no_taint(self):
        outcome, _ = self.renewed({**BUILT, "status": "building"}, Interrupted("stop"), Interrupted("stop"))
        assert outcome.state == self.prior()
        assert "tainted" not in outcome.diagnostics[0].detail

    def test_takes_its_old_ones_along_when_it_is_destroyed(self):
        script = Script({}, [{"build_sid": OLDER}], {})
        outcome = destroyed(script, BUILD, self.prior(), Private(superseded=(OLDER, NEW)))
        assert script.lines == [f"DELETE {OLD}", "GET Environments", f"DELETE {NEW}"]
        assert outcome.state is None
        assert OLDER in outcome.diagnostics[0].detail

    @pytest.mark.parametrize("name", ["dependencies", "runtime"])
    def test_with_an_empty_text_is_refused(self, name):
        config = state(BUILD, service_sid=SERVICE, function_versions=[VERSION], **{name: ""})
        assert [problem.path for problem in resource_config(BUILD, config)] == [(name,)]


class TestDeployment:
    def prior(self, **values):
        return state(DEPLOYMENT, **DEPLOYED | values, id=f"{SERVICE}/{ENVIRONMENT}/{CURRENT}")

    def test_that_is_refused_stays_refused_where_another_build_runs(self):
        outcome = applied(Script(REFUSED, [{**DEPLOYED, "build_sid": OLD}]), DEPLOYMENT, None, **DEPLOYS)
        assert outcome.state is None
        assert len(outcome.diagnostics) == 1

    def test_that_is_refused_because_it_is_there_is_taken_over(self):
        outcome = applied(Script(REFUSED, [DEPLOYED]), DEPLOYMENT, None, **DEPLOYS)
        assert (outcome.state["sid"], outcome.diagnostics) == (CURRENT, [])

    def test_that_is_refused_in_an_update_keeps_the_old_one(self):
        prior = self.prior(build_sid=OLD)
        outcome = applied(Script(REFUSED, [{**DEPLOYED, "build_sid": OLD}]), DEPLOYMENT, prior, **DEPLOYS)
        assert outcome.state == prior

    def test_that_is_current_is_superseded_by_nothing(self):
        script = Script([DEPLOYED], {})
        assert destroyed(script, DEPLOYMENT, self.prior()).state is None
        assert script.asked[-1] == ("POST", f"/v1/Services/{SERVICE}/Environments/{ENVIRONMENT}/Deployments", {})

    @pytest.mark.parametrize("current", [[], [{"sid": "ZD0", "build_sid": NEW, "date_created": "2027"}]])
    def test_that_is_not_current_is_forgotten(self, current):
        script = Script(current)
        assert destroyed(script, DEPLOYMENT, self.prior()).state is None
        assert script.lines == ["GET Deployments"]

    def test_of_an_environment_that_is_gone_is_gone(self):
        assert destroyed(Script(GONE), DEPLOYMENT, self.prior()).state is None

    def test_that_cannot_be_superseded_stays(self):
        outcome = destroyed(Script([DEPLOYED], REFUSED), DEPLOYMENT, self.prior())
        assert outcome.state == self.prior()
        assert len(outcome.diagnostics) == 1


def test_a_configuration_that_was_named_by_its_version_keeps_that_name():
    release, sid = entry("flex_v1/plugin_release"), "FJ" + "a" * 32
    answer = {"sid": "FK1", "configuration_sid": sid, "date_created": "2026"}
    prior = state(release, **answer, configuration_id="1.2.0", id="FK1")
    assert refreshed(Script(answer, [answer]), release, prior).state == prior
