"""The organization's API and its tokens."""

import pytest

from terraform_twilio.emulator.server import Emulator
from terraform_twilio.twilio import oauth
from terraform_twilio.twilio.credentials import UNKNOWN, Credentials
from terraform_twilio.twilio.errors import CredentialsError, ResponseError
from terraform_twilio.twilio.operations import JSON, Arguments, Operation
from unit.twilio.servers import Server, answer
from unit.twilio.test_twilio_client import ACCOUNT, FETCH, SUBACCOUNT, Lines, client

USERS = Operation("GET", oauth.HOST, "/Organizations/{OrganizationSid}/scim/Users")
ORGANIZATION = {"OrganizationSid": "OR" + "1" * 32}
APP = oauth.App("OQ1", "appsecret", "client_id from the configuration, client_secret from TWILIO_CLIENT_SECRET")


class Clock:
    seconds = 0.0

    def __call__(self):
        return self.seconds


def organization(received):
    """Gives tokens, one after the other, and takes any."""
    if received.target.endswith("/v1/token"):
        return answer({"access_token": f"bought with {received.body.decode()}", "expires_in": 600})
    return answer({"Resources": []})


def refusing(message):
    return Server(lambda _: answer({"code": 20003, "message": message}, 401))


def signatures(server):
    return [received.headers.get("authorization") for received in server.received]


def test_a_token_is_bought_once_and_again_when_it_ends():
    clock = Clock()
    with Server(organization) as server:
        door = client(server, app=APP, clock=clock)
        for clock.seconds in (0, 500, 541):
            door.call(USERS, Arguments(ORGANIZATION))
        bearer = "Bearer bought with grant_type=client_credentials&client_id=OQ1&client_secret=appsecret"
        assert signatures(server) == [None, bearer, bearer, None, bearer]


def test_a_token_is_for_whatever_account_is_addressed():
    with Server(organization) as server:
        door = client(server, Credentials(ACCOUNT, "SK1", "secret"), app=APP)
        door.call(USERS, Arguments(ORGANIZATION), account_sid=SUBACCOUNT)
        assert [signature is None or signature.startswith("Bearer ") for signature in signatures(server)] == [True, True]


def test_every_other_product_takes_the_account():
    with Server(organization) as server:
        client(server, app=APP).call(FETCH, Arguments({"Sid": "KS1"}))
        assert [signature.split()[0] for signature in signatures(server)] == ["Basic"]


def test_without_an_app_a_refusal_says_what_is_missing():
    with refusing("Authenticate") as server, pytest.raises(ResponseError, match=r"client_id and.*TWILIO_CLIENT_ID"):
        client(server).call(USERS, Arguments(ORGANIZATION))


def test_a_refused_app_is_named_and_its_secret_is_not():
    with refusing("no appsecret") as server, pytest.raises(ResponseError, match=r"OQ1.*from TWILIO_CLIENT_SECRET") as refused:
        client(server, app=APP).call(USERS, Arguments(ORGANIZATION))
    assert "appsecret" not in str(refused.value)


def test_an_answer_without_a_token_is_an_error():
    with Server(lambda _: answer({})) as server, pytest.raises(CredentialsError, match="OQ1 no access token"):
        client(server, app=APP).call(USERS, Arguments(ORGANIZATION))


def test_neither_secret_nor_token_is_logged():
    log = Lines()
    with Server(organization) as server:
        client(server, app=APP, log=log).call(USERS, Arguments(ORGANIZATION))
    assert log
    assert "appsecret" not in str(log)


@pytest.mark.parametrize(("configured", "environ", "expected"), [
    ({}, {}, None),
    ({"client_id": "OQ1", "client_secret": "s"}, {}, ("OQ1", "s")),
    ({"client_id": "OQ1"}, {"TWILIO_CLIENT_SECRET": "s\n"}, ("OQ1", "s")),
    ({"client_id": "OQ2"}, {"TWILIO_CLIENT_ID": "OQ1", "TWILIO_CLIENT_SECRET": "s"}, ("OQ2", "s")),
])
def test_which_app_is_used(configured, environ, expected):
    app = oauth.choose(configured, environ)
    assert (app and (app.user, app.password)) == expected


@pytest.mark.parametrize(("configured", "said", "unknown"), [
    ({"client_id": "OQ1"}, "TWILIO_CLIENT_SECRET", False),
    ({"client_secret": "s"}, "TWILIO_CLIENT_ID", False),
    ({"client_id": UNKNOWN, "client_secret": "s"}, "after an apply", True),
])
def test_half_an_app_and_one_not_known_yet(configured, said, unknown):
    app = oauth.choose(configured, {})
    assert isinstance(app, CredentialsError)
    assert (said in str(app), app.unknown) == (True, unknown)


def test_on_the_local_twilio():
    create = Operation("POST", "iam.twilio.com", "/v1/Account/OAuthApps", JSON)
    with Emulator() as emulator:
        made = client(emulator).call(create, Arguments(parameters={"friendly_name": "users"})).payload
        door = client(emulator, app=oauth.App(made["sid"], made["secret"]))
        assert list(door.pages(USERS, Arguments(ORGANIZATION), "Resources")) == []
        wrong = client(emulator, app=oauth.App(made["sid"], "another"))
        with pytest.raises(ResponseError) as refused:
            wrong.call(USERS, Arguments(ORGANIZATION))
    assert refused.value.status == 401
