"""The founding document's examples, as they are written there, on the real terraform."""

import pytest

from acceptance.project import APPLY, PLAN, Project

pytestmark = pytest.mark.terraform

RESOURCES = '''
resource "twilio_api_keys_v2010" "default" {
  account_sid   = "SID"
  friendly_name = "terraform key"
}

output "messages" {
  value = twilio_api_keys_v2010.default
}

resource "twilio_chat_service" "default" {
  friendly_name = "chat"
}

resource "twilio_proxy_service" "default" {
  unique_name                 = "proxy"
  default_ttl                 = 0
  callback_url                = "https://example.com/callback"
  geo_match_level             = "extended-area-code"
  number_selection_behavior   = "prefer-sticky"
  intercept_callback_url      = "https://example.com/intercept"
  out_of_session_callback_url = "https://example.com/out"
  chat_instance_sid           = twilio_chat_service.default.sid
}

resource "twilio_flex_flow" "default" {
  friendly_name    = "flow"
  chat_service_sid = twilio_chat_service.default.sid
  channel_type     = "web"
}

resource "twilio_api_incoming_phone_numbers_v2010" "default" {
  phone_number = "+15005550006"
}
'''
REQUIRED = 'terraform {\n  required_providers {\n    twilio = {\n      source = "twilio/twilio"\n    }\n  }\n}\n'
IN_HCL = 'provider "twilio" {\n  account_sid = "SID"\n  auth_token  = "TOKEN"\n}\n'
KEY = 'resource "twilio_api_key" "kept" {\n  friendly_name = "kept"\n}\n'


@pytest.fixture
def founding(tmp_path, installed, account):
    """A project without any provider block of ours; the emulator is named by the environment alone."""
    return Project(tmp_path / "founding", installed | {"TWILIO_ENDPOINT": account.emulator.url})


def written(text, account):
    return text.replace("SID\"", f"{account.sid}\"").replace("TOKEN", account.token)


@pytest.mark.parametrize("required", ["", REQUIRED], ids=["hashicorp/twilio", "twilio/twilio"])
def test_the_whole_document_lives(founding, account, required):
    founding.write_text(written(required + IN_HCL + RESOURCES, account))
    founding.init()
    assert "Resources: 5 added" in founding.apply()
    founding.assert_settled()
    assert '"friendly_name" = "terraform key"' in founding.run("output", "-no-color")
    assert account.proxy_services() == ["proxy"]
    assert "Resources: 5 destroyed" in founding.destroy()
    assert account.proxy_services() == []


@pytest.mark.parametrize("family", [("ACCOUNT_SID", "AUTH_TOKEN"), ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")])
def test_credentials_come_from_the_environment(founding, account, family):
    founding.environ |= dict(zip(family, (account.sid, account.token), strict=True))
    founding.write_text('resource "twilio_proxy_service" "default" {\n  unique_name = "by-environment"\n}\n')
    founding.init()
    founding.apply()
    assert account.proxy_services() == ["by-environment"]


def test_without_credentials_a_sentence_says_what_is_missing(founding):
    founding.write_text('resource "twilio_proxy_service" "default" {\n  unique_name = "nobody"\n}\n')
    founding.init()
    told = founding.refused(*APPLY)
    assert "TWILIO_ACCOUNT_SID" in told
    assert "Traceback" not in told


def test_the_secret_of_an_api_key_is_kept_and_shown_nowhere(founding, account):
    founding.write_text(written(IN_HCL + KEY, account))
    founding.init()
    founding.apply()
    secret = founding.state()["twilio_api_key.kept"]["secret"]
    assert len(secret) == 32
    assert secret not in founding.run("show", "-no-color")
    founding.write_text(written(IN_HCL + KEY + 'output "key" {\n  value = twilio_api_key.kept\n}\n', account))
    assert "Output refers to sensitive values" in founding.refused(*PLAN)


def test_the_founding_name_of_an_api_key_says_once_that_its_secret_is_not_kept(founding, account):
    founding.write_text(written(IN_HCL + 'resource "twilio_api_keys_v2010" "default" {\n}\n', account))
    founding.init()
    founding.run(*PLAN)
    assert "twilio_api_key" in founding.told.partition("Warning:")[2]
    founding.apply()
    assert "secret" not in founding.state()["twilio_api_keys_v2010.default"]


def test_its_placeholders_are_called_placeholders(founding, account):
    founding.write_text(written(IN_HCL + RESOURCES, account).replace(
        "twilio_chat_service.default.sid", '"IS' + 32 * "X" + '"'))
    founding.init()
    told = founding.refused("validate", "-no-color")
    assert "chat_instance_sid holds a placeholder" in told
    assert "chat_service_sid holds a placeholder" in told


@pytest.mark.parametrize("placeholder", ["AC" + 32 * "X", "AC" + 32 * "x"])
def test_a_placeholder_among_the_credentials_is_called_one(founding, placeholder):
    founding.write_text(f'provider "twilio" {{\n  account_sid = "{placeholder}"\n  auth_token  = "token"\n}}\n' + KEY)
    founding.init()
    assert "account_sid holds a placeholder" in founding.refused(*PLAN)
