"""The provider as core meets it: configuration, credentials that come late, and moves between names."""

import pytest

from lifecycle.schemas import Schemas
from terraform_twilio.catalogue.lookup import Catalogue
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.engine import build
from terraform_twilio.provider import Provider, new_provider
from terraform_twilio.terraform import provider as requests
from terraform_twilio.terraform.values import UNKNOWN
from unit.terraform.threads import in_threads
from unit.twilio.servers import Server, answer

ACCOUNT = "AC" + "0123456789abcdef" * 2
KEY = "SK" + "a" * 32
SCHEMAS = Schemas()


def configured(provider, **arguments):
    nothing = dict.fromkeys(provider.type_of_provider()[1])
    request = requests.ConfigureProviderRequest(config={**nothing, **arguments}, terraform_version="1.11.4")
    return provider.configure_provider(request).diagnostics


def moved(source_type, target_type, state, *, address="registry.terraform.io/twilio/twilio", version=0):
    return SCHEMAS.new_provider().move_resource_state(requests.MoveResourceStateRequest(
        source_provider_address=address, source_type_name=source_type, source_schema_version=version,
        source_state=state, source_private=b"", target_type_name=target_type))


class TestConfiguration:
    def test_credentials_may_come_from_the_environment_alone(self):
        """C4."""
        provider = Provider(Catalogue(SCHEMAS.entries), {"ACCOUNT_SID": ACCOUNT, "AUTH_TOKEN": "t"})
        assert configured(provider) == []

    def test_calls_that_begin_at_the_same_time_share_one_client(self):
        """It keeps connections and logins: ten resources of a subaccount ask for its token once."""
        provider = SCHEMAS.new_provider()
        configured(provider, account_sid=ACCOUNT, auth_token="t")
        sessions = in_threads([lambda: provider.session] * 10)
        assert len({id(session) for session in sessions}) == 1

    def test_stopping_lets_go_of_connections_that_nobody_uses(self):
        """With -debug the process outlives the providers of each Terraform that dialled."""
        provider = SCHEMAS.new_provider()
        with Server(lambda received: answer({"code": 20404, "message": "gone"}, 404)) as twilio:
            configured(provider, account_sid=ACCOUNT, auth_token="t", endpoint=twilio.url)
            state = dict.fromkeys(provider.type_of_resource("twilio_api_key")[1]) | {"sid": KEY, "account_sid": ACCOUNT}
            provider.read_resource(requests.ReadResourceRequest(type_name="twilio_api_key", current_state=state, private=b""))
            provider.stop()
            assert twilio.left.get(timeout=5) == 0

    def test_missing_ones_are_told_once_and_name_what_to_set(self):
        """C2, Z2."""
        problems = configured(SCHEMAS.new_provider())
        assert len(problems) == 1
        assert "TWILIO_AUTH_TOKEN" in problems[0].detail

    def test_unknown_ones_are_told_when_they_are_first_needed(self):
        """C1, Z2."""
        provider = SCHEMAS.new_provider()
        assert configured(provider, account_sid=UNKNOWN, auth_token=UNKNOWN) == []
        state = dict.fromkeys(provider.type_of_resource("twilio_api_key")[1]) | {"sid": KEY, "account_sid": ACCOUNT}
        answer = provider.read_resource(requests.ReadResourceRequest(
            type_name="twilio_api_key", current_state=state, private=b""))
        assert answer.new_state == state
        assert len(answer.diagnostics) == 1

    def test_two_configurations_do_not_meet(self):
        """Z5: each connection has a provider of its own."""
        with Emulator() as emulator:
            accounts = []
            for account_sid in (ACCOUNT, ACCOUNT[:-1] + "0"):
                provider = SCHEMAS.new_provider()
                configured(provider, account_sid=account_sid, auth_token="t", endpoint=emulator.url)
                accounts.append(provider)
            assert [provider.session.client.account_sid for provider in accounts] == [ACCOUNT, ACCOUNT[:-1] + "0"]

    def test_the_schema_depends_on_nothing(self):
        """S10: the same bytes, configured or not."""
        build.write_tables()
        provider = new_provider({})
        before = provider.provider_schema_bytes()
        configured(provider, account_sid=ACCOUNT, auth_token="t")
        assert provider.provider_schema_bytes() == before


class TestMoves:
    @pytest.mark.parametrize("source", ["twilio_api_accounts_keys", "twilio_api_keys_v2010"])
    def test_a_state_moves_between_the_names_of_one_resource_type(self, source):
        """Q4: what the source does not have is null."""
        answer = moved(source, "twilio_api_key", {"id": KEY, "sid": KEY, "friendly_name": "k", "path_account_sid": ""})
        assert answer.diagnostics == []
        assert answer.target_state["friendly_name"] == "k"
        assert answer.target_state["secret"] is None

    @pytest.mark.parametrize("source", ["twilio_proxy_service", "twilio_iam_api_key", "aws_instance"])
    def test_anything_else_is_declined(self, source):
        """Q4, U4."""
        answer = moved(source, "twilio_api_key", {"id": "x"}, address="registry.terraform.io/somebody/else")
        assert answer.target_state is None
        assert source in answer.diagnostics[0].detail
