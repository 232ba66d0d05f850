"""No secret in what a practitioner sees or keeps as a log; the state, which must have them, marks them."""

import re

import pytest

from acceptance.project import APPLY, PLAN

pytestmark = pytest.mark.terraform

CONFIGURATION = '''
variable "password" {
  sensitive = true
  default   = "S1pPassword-of-nobody"
}

resource "twilio_api_key" "default" {
  friendly_name = "key"
}

resource "twilio_api_sip_credential_list" "default" {
  friendly_name = "list"
}

resource "twilio_api_sip_credential" "default" {
  credential_list_sid = twilio_api_sip_credential_list.default.sid
  username            = "alice"
  password            = var.password
}

resource "twilio_accounts_credential_public_key" "default" {
  public_key = "public-key-that-is-sensitive-by-the-documents"
}

resource "twilio_accounts_credential_aws" "default" {
  credentials = "AKIA0123456789:aws-secret-of-nobody"
}

resource "twilio_chat_credential" "default" {
  type        = "apn"
  certificate = "apn-certificate-of-nobody"
  private_key = "apn-private-key-of-nobody"
}
'''
PUT_THERE = ("S1pPassword-of-nobody", "AKIA0123456789:aws-secret-of-nobody", "aws-secret-of-nobody",
             "apn-certificate-of-nobody", "apn-private-key-of-nobody")


def test_nothing_that_is_shown_or_logged_holds_a_secret(project, account):
    project.init()
    project.environ |= {"TF_LOG": "TRACE", "TF_LOG_PATH": str(project.directory / "trace.log")}
    project.write_text(CONFIGURATION)
    told = [project.run(*PLAN), project.apply(), project.run("show", "-no-color"), project.run(*PLAN)]
    secrets = {*PUT_THERE, account.token, project.state()["twilio_api_key.default"]["secret"]}
    told += [project.run("show", "-no-color"), project.destroy()]
    logged = (project.directory / "trace.log").read_text()
    assert "POST" in logged, "the requests were not logged"
    assert re.search(r"friendly_?name=key", logged, re.IGNORECASE), "the bodies were not logged"
    for text in (*told, logged):
        assert [secret for secret in sorted(secrets) if secret in text] == []


def test_a_refusal_does_not_repeat_a_secret(quick, account):
    account.fault(method="POST", path="/Credentials", status=400, code=20001, count=1,
                  message="Invalid parameter Credentials: AKIA0123456789:aws-secret-of-nobody")
    quick.write_text('''
variable "credentials" {
  default = "AKIA0123456789:aws-secret-of-nobody"
}

resource "twilio_accounts_credential_aws" "default" {
  credentials = var.credentials
}
''')
    told = quick.refused(*APPLY)
    assert "20001" in told
    assert "aws-secret-of-nobody" not in told
