"""What is hidden of what travels."""

import pytest

from terraform_twilio.twilio.masking import is_secret_name, masked, redacted, secret_values


@pytest.mark.parametrize("name", ["auth_token", "AuthToken", "secondary_auth_token", "CallToken", "SipAuthPassword",
                                  "secret",
                                  "Password", "segment_credential", "ApiKey", "Certificate", "PrivateKey",
                                  "sink_configuration", "TlsCert", "losing_carrier_information", "value", "Value",
                                  "RegistrationCode", "AuthPayload", "binding", "Binding.Secret", "Credentials",
                                  "Config.NotificationToken", "Authorization", "Code"])
def test_these_names_stand_for_secrets(name):
    assert is_secret_name(name)


@pytest.mark.parametrize("name", ["friendly_name", "CredentialListSid", "sid", "account_sid", "Url", "country_code",
                                  "values"])
def test_these_names_do_not(name):
    assert not is_secret_name(name)


def test_a_payload_is_masked_at_any_depth():
    payload = {"sid": "SK1", "secret": "hunter2", "list": [{"auth_token": "t", "n": 1}], "value": {"deep": "x"},
               "code": 20404,
               "token": "", "password": None}
    assert masked(payload) == {"sid": "SK1", "secret": "***", "list": [{"auth_token": "***", "n": 1}], "value": "***",
                               "code": 20404, "token": "", "password": None}


def test_the_secrets_among_parameters():
    parameters = {"Password": "hunter22", "FriendlyName": "x", "sink_configuration": {"key": ["abcdef"], "n": 1},
                  "a": [{}]}
    assert secret_values(parameters) == ["hunter22", "abcdef"]


def test_secrets_are_taken_out_of_any_text():
    assert redacted("the password hunter22 is weak", ["hunter22"]) == "the password *** is weak"
    assert redacted({"a": ["hunter22", 1]}, ["hunter22"]) == {"a": ["***", 1]}


def test_short_values_do_not_take_words_apart():
    assert redacted("a bad value", ["a", ""]) == "a bad value"
