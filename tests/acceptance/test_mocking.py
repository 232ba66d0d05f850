"""`terraform test` with a mocked provider: a module's own tests need no account and no Twilio."""

import pytest

from acceptance.project import Project

pytestmark = pytest.mark.terraform

MODULE = '''
resource "twilio_chat_service" "default" {
  friendly_name = "chat"
}

resource "twilio_proxy_service" "default" {
  unique_name       = "proxy"
  chat_instance_sid = twilio_chat_service.default.sid
}

resource "twilio_api_key" "default" {
  friendly_name = "key"
}

data "twilio_api_account" "own" {
  sid = "AC0123456789abcdef0123456789abcdef"
}

output "chat" {
  value = twilio_proxy_service.default.chat_instance_sid
}
'''
TESTS = '''
mock_provider "twilio" {
  mock_resource "twilio_chat_service" {
    defaults = {
      sid = "IS0123456789abcdef0123456789abcdef"
    }
  }
}

run "plans" {
  command = plan

  assert {
    condition     = twilio_proxy_service.default.unique_name == "proxy"
    error_message = "It has another name."
  }
}

run "applies" {
  assert {
    condition     = output.chat == "IS0123456789abcdef0123456789abcdef"
    error_message = "It uses another chat service."
  }
}
'''


@pytest.mark.parametrize("defaults", [True, False], ids=["with a mocked SID", "with whatever core invents"])
def test_a_modules_own_tests_run_without_twilio(tmp_path, installed, defaults):
    project = Project(tmp_path, installed)
    project.write_text(MODULE)
    tests = TESTS if defaults else 'mock_provider "twilio" {}\n\nrun "applies" {\n}\n'
    (tmp_path / "main.tftest.hcl").write_text(tests)
    project.init()
    assert "0 failed" in project.run("test", "-no-color")
