"""Functions, assets, builds and deployments: what changes in one becomes a version, a build, a deployment."""

from __future__ import annotations

import pytest

from core import Failed
from lifecycle.serverless import (
    ASSET,
    BUILD,
    DEPLOYMENT,
    ENVIRONMENT,
    FUNCTION,
    HOST,
    SERVICE,
    Account,
    asset,
    build,
    deployment,
    environment,
    everything,
    function,
    service,
)
from terraform_twilio.terraform.values import UNKNOWN

LODASH = '[{"name":"lodash","version":"4.17.21"}]'
IMPOSSIBLE = '[{"name":"No Such Package","version":"1"}]'


@pytest.fixture
def account(stage):
    return Account(stage)


def deployed(account):
    return account.get(ENVIRONMENT)["build_sid"]


def shown_content(account):
    function = account.of(FUNCTION)
    url = f"{HOST}{function['url'].partition('/v1')[2]}/Versions/{function['version_sid']}/Content"
    return account.remote.send("GET", url)[1]["content"]


class TestAWholeService:
    def test_is_built_and_deployed(self, account):
        account.apply(everything())
        assert shown_content(account) == "exports.handler = 1"
        assert account.of(BUILD)["status"] == "completed"
        assert account.of(BUILD)["function_versions"] == [account.of(FUNCTION)["version_sid"]]
        assert deployed(account) == account.of(BUILD)["sid"] == account.of(DEPLOYMENT)["build_sid"]

    def test_changes_in_place_from_the_code_to_the_deployment(self, account):
        account.apply(everything())
        before = {address: account.of(address) for address in (FUNCTION, ASSET, BUILD, DEPLOYMENT)}
        plan = account.core.plan(everything("exports.handler = 2"))
        assert {address: plan.actions[address] for address in before} == {
            FUNCTION: "update", ASSET: "no-op", BUILD: "update", DEPLOYMENT: "update"}
        assert {"id", "sid", "status", "function_versions"} <= set(plan.changes[BUILD].unknown)
        assert not {"account_sid", "service_sid", "runtime"} & set(plan.changes[BUILD].unknown)
        assert plan.changes[FUNCTION].planned["sid"] == before[FUNCTION]["sid"]
        assert plan.changes[FUNCTION].planned["version_sid"] is UNKNOWN
        account.apply(everything("exports.handler = 2"))
        assert shown_content(account) == "exports.handler = 2"
        assert all(account.of(address)["sid"] != before[address]["sid"] for address in (BUILD, DEPLOYMENT))
        assert deployed(account) == account.of(BUILD)["sid"]

    def test_is_never_without_a_deployment_meanwhile(self, account):
        account.apply(everything())
        writes = account.writes(lambda: account.core.apply(everything("exports.handler = 2")))
        assert writes == ["POST Versions", "POST Builds", "POST Deployments"]

    def test_keeps_one_old_build_at_most(self, account):
        """The old one runs until it is superseded, so it goes with the next change."""
        builds = []
        for number in range(3):
            account.apply(everything(f"exports.handler = {number}"))
            builds.append(account.of(BUILD)["sid"])
        assert sorted(account.list("/Builds")) == sorted(builds[1:])

    def test_is_destroyed_with_all_its_builds(self, account):
        for number in range(2):
            account.apply(everything(f"exports.handler = {number}"))
        kept = account.of(SERVICE)["sid"]
        account.apply(service())
        assert (account.list("/Builds"), account.list("/Functions"), account.list("/Environments")) == ([], [], [])
        account.core.destroy()
        assert account.remote.send("GET", f"{HOST}/Services/{kept}")[0] == 404

    def test_lets_a_function_go_once_it_is_no_longer_deployed(self, account):
        account.apply(everything())
        account.apply(everything(function_versions=[]))
        account.apply(service() | asset() | build(function_versions=[]) | environment() | deployment())
        assert account.list("/Functions") == []
        assert account.get(BUILD)["function_versions"] == []

    def test_a_list_that_is_removed_is_emptied(self, account):
        """K3."""
        account.apply(everything())
        without = everything()
        del without[BUILD][1]["asset_versions"]
        assert account.apply(without)[BUILD] == "update"
        assert account.get(BUILD)["asset_versions"] == []


class TestContent:
    def test_the_same_content_from_a_file_uploads_nothing(self, account, tmp_path):
        account.apply(everything())
        before = account.of(BUILD)["sid"]
        source = tmp_path / "hello.js"
        source.write_text("exports.handler = 1")
        moved = everything() | function(None, source=str(source), source_hash="a")
        assert account.writes(lambda: account.core.apply(moved)) == []
        assert account.core.plan(moved).is_empty
        assert account.of(BUILD)["sid"] == before

    @pytest.mark.parametrize("content", [
        "// \u00e9 \u6f22 \U0001f389\nexports.handler = 1\r\n", "--part-of-upload-0\r\n"])
    def test_arrives_as_it_is_written(self, account, content):
        account.apply(service() | function(content))
        assert shown_content(account) == content

    def test_another_hash_uploads_the_file_again(self, account, tmp_path):
        source = tmp_path / "logo.svg"
        source.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
        first = service() | asset(None, source=str(source), source_hash="a")
        account.apply(first)
        before = account.of(ASSET)["version_sid"]
        assert account.apply(service() | asset(None, source=str(source), source_hash="b"))[ASSET] == "update"
        assert account.of(ASSET)["version_sid"] != before

    def test_a_moved_file_with_the_same_hash_uploads_nothing(self, account, tmp_path):
        for name in ("one", "two"):
            (tmp_path / name).write_text("same")
        account.apply(service() | asset(None, source=str(tmp_path / "one"), source_hash="a"))
        moved = service() | asset(None, source=str(tmp_path / "two"), source_hash="a")
        assert account.writes(lambda: account.core.apply(moved)) == []

    def test_another_path_or_visibility_is_another_version(self, account):
        account.apply(service() | function())
        for changed in ({"path": "/other"}, {"path": "/other", "visibility": "protected"}):
            before = account.of(FUNCTION)["version_sid"]
            account.apply(service() | function(**changed))
            assert account.of(FUNCTION)["version_sid"] != before

    def test_another_name_alone_uploads_nothing(self, account):
        account.apply(service() | function())
        changed = service() | function(friendly_name="other")
        assert account.writes(lambda: account.core.apply(changed)) == ["POST Functions"]

    def test_a_function_may_be_a_mere_name(self, account):
        """As the official provider has it."""
        bare = service() | function(None, path=None, visibility=None)
        account.apply(bare)
        assert account.of(FUNCTION)["version_sid"] is None

    def test_a_file_that_is_missing_stops_before_anything_is_created(self, account, tmp_path):
        with pytest.raises(Failed) as failed:
            account.core.apply(service() | function(None, source=str(tmp_path / "missing.js")))
        assert failed.value.errors[0].path == ("source",)
        assert account.list("/Functions") == []

    def test_a_refused_upload_taints_the_new_function(self, account):
        account.stage.emulator.exchange.faults.add({"path": "/Versions", "method": "POST", "status": 400, "count": 1})
        with pytest.raises(Failed):
            account.core.apply(service() | function())
        account.stage.emulator.exchange.faults.clear()
        assert account.core.state[FUNCTION].is_tainted
        account.apply(service() | function())
        assert len(account.list("/Functions")) == 1

    def test_a_refused_upload_keeps_what_is_there(self, account):
        account.apply(service() | function())
        before = account.of(FUNCTION)
        account.stage.emulator.exchange.faults.add({"path": "/Versions", "method": "POST", "status": 400, "count": 1})
        with pytest.raises(Failed):
            account.core.apply(service() | function("exports.handler = 2"))
        account.stage.emulator.exchange.faults.clear()
        assert account.of(FUNCTION) == before
        assert account.apply(service() | function("exports.handler = 2"))[FUNCTION] == "update"


def test_a_data_source_shows_the_newest_version(account):
    account.apply(service() | function())
    blocks = service() | function() | {"data.twilio_serverless_function.hello": ("twilio_serverless_function", {
        "service_sid": account.of(SERVICE)["sid"], "sid": account.of(FUNCTION)["sid"]})}
    account.apply(blocks)
    shown = account.core.data["data.twilio_serverless_function.hello"]
    assert {name: shown[name] for name in ("path", "visibility", "version_sid")} == {
        name: account.of(FUNCTION)[name] for name in ("path", "visibility", "version_sid")}


class TestDrift:
    @pytest.mark.parametrize("elsewhere", [{"path": "/elsewhere"}, {"visibility": "private"}, {}])
    def test_of_a_function_is_seen_and_mended(self, account, elsewhere):
        account.apply(everything())
        account.upload(FUNCTION, **{"path": "/hello", "visibility": "public"} | elsewhere)
        plan = account.core.plan(everything())
        assert plan.actions[FUNCTION] == "update"
        assert plan.prior_state[FUNCTION].attributes["content"] == "elsewhere"
        account.apply(everything())
        assert shown_content(account) == "exports.handler = 1"

    def test_of_an_asset_is_seen_and_mended(self, account):
        account.apply(everything())
        account.upload(ASSET, path="/logo.svg", visibility="public")
        assert account.apply(everything())[ASSET] == "update"

    def test_of_the_deployed_build_is_seen_and_mended(self, account):
        account.apply(everything())
        ours, target = account.of(BUILD)["sid"], account.of(ENVIRONMENT)["url"].partition("/v1")[2]
        account.remote.send("POST", f"{HOST}{target}/Deployments", b"")
        assert deployed(account) is None
        assert account.core.plan(everything()).actions[DEPLOYMENT] == "update"
        account.apply(everything())
        assert deployed(account) == ours


class TestBuild:
    def test_that_fails_says_what_it_was_made_of(self, account):
        with pytest.raises(Failed, match="No Such Package"):
            account.core.apply(everything(dependencies=IMPOSSIBLE))
        assert account.core.state[BUILD].is_tainted

    def test_that_fails_in_an_update_leaves_the_old_one_running(self, account):
        account.apply(everything())
        before = account.of(BUILD)
        with pytest.raises(Failed, match="next plan shows the change again"):
            account.core.apply(everything(dependencies=IMPOSSIBLE))
        assert account.of(BUILD) == before
        assert deployed(account) == before["sid"]
        assert account.list("/Builds") == [before["sid"]]

    def test_has_packages_that_nobody_asked_for(self, account):
        """Twilio adds its own to every build, which is no drift; another version of one is a change."""
        account.apply(everything(dependencies=LODASH))
        assert account.of(BUILD)["dependencies"] == LODASH
        assert len(account.get(BUILD)["dependencies"]) > 1
        assert account.core.plan(everything(dependencies=LODASH)).is_empty
        newer = LODASH.replace("4.17.21", "4.17.22")
        assert account.core.plan(everything(dependencies=newer)).actions[BUILD] == "update"

    def test_needs_a_version(self, account):
        bare = service() | build(function_versions=None, asset_versions=None)
        with pytest.raises(Failed, match="function_versions"):
            account.core.plan(bare)


class TestDeployment:
    def test_destroying_the_current_one_empties_the_environment(self, account):
        account.apply(everything())
        without = everything()
        del without[DEPLOYMENT]
        plan = account.core.plan(without)
        assert "serves nothing" in plan.changes[DEPLOYMENT].warnings[0].detail
        account.core.apply(without)
        assert deployed(account) is None

    def test_destroying_one_that_is_not_current_only_forgets(self, account):
        account.apply(everything())
        plan = account.core.plan_destroy()
        target = account.of(ENVIRONMENT)["url"].partition("/v1")[2]
        account.remote.send("POST", f"{HOST}{target}/Deployments", b"")
        assert "POST Deployments" not in account.writes(lambda: account.core.apply_plan(plan))

    def test_one_whose_answer_was_lost_is_taken_over(self, account):
        account.apply(service() | function() | asset() | build() | environment())
        lost = {"path": "/Deployments", "method": "POST", "drop": "after", "count": 1}
        account.stage.emulator.exchange.faults.add(lost)
        account.apply(everything())
        account.stage.emulator.exchange.faults.clear()
        assert len(account.list(f"/Environments/{account.of(ENVIRONMENT)['sid']}/Deployments")) == 1


class TestImport:
    def imported(self, account, *addresses, **of_build):
        """The same configuration in another working directory that has only the rest."""
        states = dict(account.core.state)
        account.core = account.new_core()
        account.core.state = {address: one for address, one in states.items() if address not in addresses}
        for address in addresses:
            account.core.import_(address, states[address].type_name, states[address].attributes["id"])
        return account.core.plan(everything(**of_build))

    def test_of_a_build_with_packages_plans_nothing(self, account):
        account.apply(everything(dependencies=LODASH))
        assert self.imported(account, BUILD, dependencies=LODASH).is_empty

    def test_of_a_function_brings_its_code(self, account):
        account.apply(everything())
        plan = self.imported(account, FUNCTION)
        assert plan.is_empty
        assert account.of(FUNCTION)["content"] == "exports.handler = 1"

    def test_of_a_build_and_a_deployment_plans_nothing(self, account):
        account.apply(everything())
        assert self.imported(account, BUILD, DEPLOYMENT, ENVIRONMENT).is_empty

    def test_of_an_asset_uploads_what_it_cannot_compare(self, account):
        account.apply(service() | asset())
        states = account.core.state[ASSET]
        account.core.import_(ASSET, states.type_name, states.attributes["id"])
        assert account.of(ASSET)["path"] == "/logo.svg"
        assert account.core.plan(service() | asset()).actions[ASSET] == "update"
        account.apply(service() | asset())


@pytest.mark.parametrize(("changed", "blamed"), [
    ({"source": "x.js"}, "source"), ({"path": "hello"}, "path"), ({"path": None}, "content"),
    ({"content": None, "source_hash": "a"}, "source_hash"), ({"content": None}, "path"),
])
def test_what_makes_no_sense_is_refused_at_its_argument(account, changed, blamed):
    account.apply(service())
    with pytest.raises(Failed) as failed:
        account.core.plan(service() | function(**changed))
    assert failed.value.errors[0].path == (blamed,)
