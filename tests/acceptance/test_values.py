"""Values as a practitioner gives them: known only later, empty on purpose, of any script, many at once."""

import json
import unicodedata

import pytest

from acceptance.project import APPLY, PLAN

pytestmark = pytest.mark.terraform

LATER = '''
resource "terraform_data" "later" {
  input = %s
}

resource "twilio_proxy_service" "default" {
  unique_name  = terraform_data.later.output.name
  callback_url = terraform_data.later.output.url
  default_ttl  = terraform_data.later.output.ttl
}
'''
EMPTY = '''
resource "twilio_proxy_service" "default" {
  unique_name       = "empty"
  default_ttl       = null
  callback_url      = ""
  chat_instance_sid = null
}
'''
TEXT = 'e\u0301 "quoted" ${not} %{it} \\ \t\n 漢字 🎉 <&>'
MANY = '''
resource "twilio_proxy_service" "many" {
  for_each    = toset([for number in range(50) : "many-${number}"])
  unique_name = each.key
}
'''

MANY_OF_A_KIND = {
    "children of one parent": '''
resource "twilio_sync_service" "default" {
}

resource "twilio_sync_map" "default" {
  service_sid = twilio_sync_service.default.sid
}

resource "twilio_sync_map_item" "many" {
  for_each    = toset([for number in range(50) : "many-${number}"])
  service_sid = twilio_sync_service.default.sid
  map_sid     = twilio_sync_map.default.sid
  key         = each.key
  data        = jsonencode({ number = each.key })
}
''',
    "variables that are replaced as a whole": '''
resource "twilio_serverless_service" "default" {
  unique_name   = "many"
  friendly_name = "many"
}

resource "twilio_serverless_environment" "default" {
  service_sid = twilio_serverless_service.default.sid
  unique_name = "many"
}

resource "twilio_serverless_variable" "many" {
  count           = 50
  service_sid     = twilio_serverless_service.default.sid
  environment_sid = twilio_serverless_environment.default.sid
  key             = "KEY_${count.index}"
  value           = "value ${count.index}"
}
''',
    "associations with what was bought": '''
resource "twilio_messaging_service" "default" {
  friendly_name = "many"
}

resource "twilio_api_incoming_phone_number" "many" {
  count        = 25
  phone_number = "+1415555${format("%04d", count.index + 7100)}"
}

resource "twilio_messaging_phone_number" "many" {
  count            = 25
  service_sid      = twilio_messaging_service.default.sid
  phone_number_sid = twilio_api_incoming_phone_number.many[count.index].sid
}
''',
    "keys whose secret is told once": '''
resource "twilio_api_key" "many" {
  count         = 50
  friendly_name = "key ${count.index}"
}
''',
}


@pytest.mark.parametrize(("given", "changed"), [
    ({"name": "a", "url": "https://example.com/a", "ttl": 0}, {"name": "a", "url": "https://example.com/b", "ttl": 60}),
    ({"name": "a", "url": None, "ttl": None}, {"name": "a", "url": "https://example.com/b", "ttl": 0}),
])
def test_values_that_are_known_only_after_apply(quick, given, changed):
    for values in (given, changed):
        quick.write_text(LATER % json.dumps(values).replace('":', '" ='))
        quick.apply()
        quick.assert_settled()
    assert quick.state()["twilio_proxy_service.default"]["default_ttl"] == changed["ttl"]


def test_null_and_empty_given_on_purpose(quick, account):
    quick.write_text(EMPTY)
    quick.apply()
    quick.assert_settled()
    assert quick.state()["twilio_proxy_service.default"]["callback_url"] == ""
    posted, = account.requests("POST", "/v1/Services")
    assert "CallbackUrl=" in posted["body"]
    assert "DefaultTtl" not in posted["body"]


def test_a_removed_argument_is_cleared_at_twilio(quick, account):
    quick.write_text(EMPTY.replace('""', '"https://example.com/callback"'))
    quick.apply()
    quick.write_text('resource "twilio_proxy_service" "default" {\n  unique_name = "empty"\n}\n')
    assert quick.plan()["twilio_proxy_service.default"]["change"]["actions"] == ["update"]
    quick.apply_saved()
    quick.assert_settled()
    service, = account.ask("GET", "proxy.twilio.com/v1/Services")["services"]
    assert not service["callback_url"]


def test_text_of_all_scripts(quick, account):
    """Core composes what was decomposed; everything else arrives as it was written."""
    quick.write({"twilio_chat_service.default": ("twilio_chat_service", {"friendly_name": TEXT})})
    quick.apply()
    quick.assert_settled()
    service, = account.ask("GET", "chat.twilio.com/v2/Services")["services"]
    assert service["friendly_name"] == unicodedata.normalize("NFC", TEXT)


def test_a_change_of_what_cannot_change_replaces(quick, account):
    named = 'resource "twilio_serverless_service" "default" {\n  unique_name   = "%s"\n  friendly_name = "name"\n}\n'
    quick.write_text(named % "a")
    quick.apply()
    before = quick.state()["twilio_serverless_service.default"]["id"]
    quick.write_text(named % "b")
    change = quick.plan()["twilio_serverless_service.default"]
    assert change["change"]["actions"] == ["delete", "create"]
    assert change["action_reason"] == "replace_because_cannot_update"
    assert change["change"]["replace_paths"] == [["unique_name"]]
    quick.apply_saved()
    quick.assert_settled()
    assert quick.state()["twilio_serverless_service.default"]["id"] != before
    services = account.ask("GET", "serverless.twilio.com/v1/Services")["services"]
    assert [one["unique_name"] for one in services] == ["b"]


def test_drift_is_seen_and_mended(quick, account):
    quick.write_text('resource "twilio_proxy_service" "default" {\n  unique_name = "a"\n  default_ttl = 60\n}\n')
    quick.apply()
    sid = quick.state()["twilio_proxy_service.default"]["sid"]
    account.ask("POST", f"proxy.twilio.com/v1/Services/{sid}", "DefaultTtl=5")
    change = quick.plan()["twilio_proxy_service.default"]["change"]
    assert (change["before"]["default_ttl"], change["after"]["default_ttl"]) == (5, 60)
    quick.apply_saved()
    assert account.ask("GET", f"proxy.twilio.com/v1/Services/{sid}")["default_ttl"] == 60
    quick.assert_settled()


def test_fifty_at_once_on_a_busy_twilio(project, account):
    project.init()
    project.write_text(MANY)
    account.fault(method="POST", path="/v1/Services$", status=429, retry_after=0, probability=0.2)
    project.run(*APPLY, "-parallelism=50")
    project.assert_settled("-parallelism=50")
    assert account.proxy_services() == sorted(f"many-{number}" for number in range(50))
    project.destroy("-parallelism=50")
    assert account.proxy_services() == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name, marks=[pytest.mark.long] if number else [])
                                  for number, (name, text) in enumerate(MANY_OF_A_KIND.items())])
def test_fifty_at_once_of_other_kinds(quick, account, text):
    quick.write_text(text)
    account.fault(method="POST", status=429, retry_after=0, probability=0.2)
    quick.run(*APPLY, "-parallelism=50")
    quick.assert_settled("-parallelism=50")
    assert sum(len(one["instances"]) for one in quick.resources() if one["name"] == "many") == 50
    quick.destroy("-parallelism=50")
    assert quick.state() == {}


@pytest.mark.parametrize(("wrong", "told"), [
    ('unique_name = "a"\n  geo_match_level = "planet"', "geo_match_level"),
    (f'unique_name = "{192 * "a"}"', "unique_name"),
    ("unique_name = null", "unique_name"),
])
def test_what_cannot_be_right_is_refused_before_anything_is_asked(quick, account, wrong, told):
    quick.write_text(f'resource "twilio_proxy_service" "default" {{\n  {wrong}\n}}\n')
    assert told in quick.refused(*PLAN).partition("Error:")[2]
    assert account.requests() == []
