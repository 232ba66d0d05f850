"""Which credentials are used (Z1), and what is said when there are none (Z2)."""

import pytest

from terraform_twilio.twilio.credentials import UNKNOWN, Credentials, choose
from terraform_twilio.twilio.errors import CredentialsError

HCL_TOKEN = {"account_sid": "AChcl", "auth_token": "thcl"}
HCL_KEY = {"account_sid": "AChcl", "api_key": "SKhcl", "api_secret": "shcl"}
ENV_TOKEN = {"TWILIO_ACCOUNT_SID": "ACenv", "TWILIO_AUTH_TOKEN": "tenv"}
ENV_KEY = {"TWILIO_API_KEY": "SKenv", "TWILIO_API_SECRET": "senv"}
FOUNDING = {"ACCOUNT_SID": "ACfound", "AUTH_TOKEN": "tfound"}


@pytest.mark.parametrize(
    ("configured", "environ", "expected"),
    [
        pytest.param(HCL_TOKEN, {}, ("AChcl", "AChcl", "thcl"), id="a configured token"),
        pytest.param(HCL_KEY, {}, ("AChcl", "SKhcl", "shcl"), id="a configured API key"),
        pytest.param({}, ENV_TOKEN, ("ACenv", "ACenv", "tenv"), id="a token from the environment"),
        pytest.param({}, ENV_TOKEN | ENV_KEY, ("ACenv", "SKenv", "senv"), id="an API key pair comes before a token"),
        pytest.param({}, FOUNDING, ("ACfound", "ACfound", "tfound"), id="the founding names"),
        pytest.param({}, ENV_TOKEN | FOUNDING, ("ACenv", "ACenv", "tenv"), id="TWILIO_* before the founding names"),
        pytest.param(HCL_TOKEN, ENV_TOKEN | FOUNDING, ("AChcl", "AChcl", "thcl"), id="the configuration before both"),
        pytest.param({"account_sid": "AChcl"}, ENV_TOKEN, ("AChcl", "AChcl", "tenv"), id="completed by TWILIO_*"),
        pytest.param({"account_sid": "AChcl"}, FOUNDING, ("AChcl", "AChcl", "tfound"),
                     id="completed by the founding names"),
        pytest.param({"auth_token": "thcl"}, FOUNDING, ("ACfound", "ACfound", "thcl"),
                     id="a token completed by an account"),
        pytest.param({}, {"TWILIO_ACCOUNT_SID": "ACenv"} | FOUNDING, ("ACfound", "ACfound", "tfound"),
                     id="the families never mix"),
        pytest.param(HCL_KEY, ENV_TOKEN, ("AChcl", "SKhcl", "shcl"),
                     id="a configured key beats a token of the environment"),
        pytest.param(HCL_TOKEN, ENV_KEY, ("AChcl", "AChcl", "thcl"),
                     id="a configured token beats a key of the environment"),
        pytest.param({"api_key": "SKhcl", "api_secret": "shcl"}, ENV_TOKEN, ("ACenv", "SKhcl", "shcl"),
                     id="a configured key completed by an account"),
        pytest.param({"api_key": "SKhcl"}, ENV_TOKEN | ENV_KEY, ("ACenv", "SKhcl", "senv"),
                     id="a key completed by its secret"),
        pytest.param({}, ENV_TOKEN | {"TWILIO_API_KEY": "SKenv"}, ("ACenv", "ACenv", "tenv"),
                     id="a key without its secret is no pair"),
        pytest.param({"username": "AChcl", "password": "thcl"}, {}, ("AChcl", "AChcl", "thcl"),
                     id="username is an account"),
        pytest.param({"username": "SKhcl", "password": "shcl", "account_sid": "AChcl"}, ENV_TOKEN,
                     ("AChcl", "SKhcl", "shcl"), id="username is an API key"),
        pytest.param({"username": "SKhcl", "password": "shcl"}, ENV_TOKEN, ("ACenv", "SKhcl", "shcl"),
                     id="username is an API key, the account from the environment"),
        pytest.param({"username": "AChcl"}, ENV_TOKEN, ("AChcl", "AChcl", "tenv"), id="username completed by a token"),
        pytest.param({}, {"TWILIO_USERNAME": "ACenv", "TWILIO_PASSWORD": "tenv"}, ("ACenv", "ACenv", "tenv"),
                     id="username and password from the environment"),
        pytest.param({"account_sid": " AChcl\n", "auth_token": "thcl\n"}, {}, ("AChcl", "AChcl", "thcl"),
                     id="line breaks around are not part of it"),
        pytest.param({"account_sid": "", "auth_token": None}, ENV_TOKEN, ("ACenv", "ACenv", "tenv"),
                     id="empty is absent"),
        pytest.param({}, {"TWILIO_ACCOUNT_SID": "", "TWILIO_AUTH_TOKEN": " "} | FOUNDING, ("ACfound", "ACfound",
                                                                                           "tfound"),
                     id="empty variables are absent"),
    ],
)
def test_the_choice(configured, environ, expected):
    chosen = choose(configured, environ)
    assert isinstance(chosen, Credentials), chosen
    assert (chosen.account_sid, chosen.user, chosen.password) == expected


@pytest.mark.parametrize(
    ("configured", "environ", "subaccount", "addressed"),
    [
        (HCL_TOKEN, {}, None, "AChcl"),
        (HCL_TOKEN | {"subaccount_sid": "ACsub"}, {}, "ACsub", "ACsub"),
        (HCL_TOKEN, {"TWILIO_SUBACCOUNT_SID": "ACsub"}, "ACsub", "ACsub"),
        (HCL_TOKEN | {"subaccount_sid": "AChcl"}, {}, None, "AChcl"),
        ({}, FOUNDING | {"TWILIO_SUBACCOUNT_SID": "ACsub"}, None, "ACfound"),
        ({"username": "ACparent", "password": "t", "account_sid": "ACsub"}, {}, "ACsub", "ACsub"),
        ({"username": "ACparent", "password": "t", "account_sid": "ACparent"}, {}, None, "ACparent"),
    ],
)
def test_the_account_addressed(configured, environ, subaccount, addressed):
    chosen = choose(configured, environ)
    assert (chosen.subaccount_sid, chosen.addressed) == (subaccount, addressed)


@pytest.mark.parametrize(
    ("configured", "environ", "said"),
    [
        pytest.param({}, {}, "`account_sid`", id="nothing at all"),
        pytest.param({"account_sid": "AC1"}, {}, "`auth_token` (environment: TWILIO_AUTH_TOKEN), or an API key pair",
                     id="an account alone"),
        pytest.param({"auth_token": "t"}, {}, "`account_sid` (environment: TWILIO_ACCOUNT_SID) missing",
                     id="a token alone"),
        pytest.param({"api_key": "SK1", "api_secret": "s"}, {}, "`account_sid`", id="a key pair without its account"),
        pytest.param({"account_sid": "AC1", "api_key": "SK1"}, ENV_TOKEN, "`api_secret`",
                     id="a configured key is not given up for a token"),
        pytest.param({"account_sid": "SK1", "auth_token": "t"}, {},
                     "`account_sid` must start with AC, and this one starts "
                     "with SK", id="a key where the account belongs"),
        pytest.param({"account_sid": "AC1", "api_key": "AC1", "api_secret": "s"}, {}, "`api_key` must start with SK",
                     id="an account where the key belongs"),
        pytest.param(HCL_TOKEN | {"subaccount_sid": "MG1"}, {}, "`subaccount_sid` must start with AC",
                     id="no subaccount"),
        pytest.param({"password": "p"}, {}, "without `username`", id="a password alone"),
        pytest.param({"username": "SK1", "password": "p", "api_key": "SK2"}, {}, "`api_key`", id="two keys"),
    ],
)
def test_what_is_said_when_there_are_none(configured, environ, said):
    error = choose(configured, environ)
    assert isinstance(error, CredentialsError)
    assert said in str(error)
    assert not error.unknown


@pytest.mark.parametrize(
    ("configured", "environ"),
    [
        ({"account_sid": UNKNOWN, "auth_token": "t"}, {}),
        ({"account_sid": "AC1", "auth_token": UNKNOWN}, {}),
        ({"account_sid": "AC1", "auth_token": UNKNOWN}, ENV_TOKEN | FOUNDING),
        ({"account_sid": UNKNOWN}, ENV_TOKEN),
        ({"account_sid": UNKNOWN}, {}),
        ({"api_key": UNKNOWN}, ENV_TOKEN),
        (HCL_TOKEN | {"subaccount_sid": UNKNOWN}, {}),
        ({"username": UNKNOWN, "password": "p"}, ENV_TOKEN),
        ({"username": "AC1", "password": UNKNOWN}, ENV_TOKEN),
        (HCL_TOKEN | {"endpoint": UNKNOWN}, {}),
        (HCL_TOKEN | {"region": UNKNOWN}, {}),
    ],
)
def test_what_is_not_known_yet_is_no_complaint(configured, environ):
    error = choose(configured, environ)
    assert isinstance(error, CredentialsError)
    assert error.unknown


def test_an_unknown_value_that_is_not_used_does_not_matter():
    assert isinstance(choose(HCL_KEY | {"auth_token": UNKNOWN}, {}), Credentials)


def test_where_they_come_from_is_told():
    assert choose({"account_sid": "AC1"}, ENV_TOKEN).origin == \
        "account_sid from the configuration, auth_token from TWILIO_AUTH_TOKEN"
    assert choose({}, FOUNDING).origin == "account_sid from ACCOUNT_SID, auth_token from AUTH_TOKEN"


def test_secrets_are_not_shown():
    chosen = choose(HCL_KEY, {})
    assert "shcl" not in repr(chosen)
    for error in (choose({"account_sid": "tsecret", "auth_token": "hunter2"}, {}), choose({"password": "hunter2"}, {})):
        assert "hunter2" not in str(error)
        assert "tsecret" not in str(error)


def test_basic_authentication():
    assert choose(HCL_KEY, {}).authorization == "Basic U0toY2w6c2hjbA=="
    assert choose(HCL_KEY, {}).is_api_key
    assert not choose(HCL_TOKEN, {}).is_api_key
