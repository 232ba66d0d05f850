"""What goes wrong at Twilio, and what is left in the state then."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from acceptance.project import APPLY

pytestmark = pytest.mark.terraform

SERVICE = 'resource "twilio_proxy_service" "default" {\n  unique_name  = "%s"\n  default_ttl  = %d\n}\n'
CREATES = {"method": "POST", "host": "proxy", "path": "/v1/Services$"}
READS = {"method": "GET", "host": "proxy", "path": "/v1/Services/KS"}


@pytest.mark.parametrize("busy", [
    pytest.param({"status": 429, "retry_after": 1}, id="429"),
    pytest.param({"status": 503, "retry_after": 0}, id="503"),
])
def test_a_busy_twilio_is_waited_for_when_reading(quick, account, busy):
    quick.write_text(SERVICE % ("busy", 0))
    quick.apply()
    account.fault(**READS, **busy, count=2)
    quick.assert_settled()
    assert [line["status"] for line in account.requests("GET", "/v1/Services/KS")][-3:] == [busy["status"]] * 2 + [200]


def test_a_create_is_tried_again_after_429(quick, account):
    account.fault(**CREATES, status=429, retry_after=1, count=2)
    quick.write_text(SERVICE % ("busy", 0))
    quick.apply()
    assert account.proxy_services() == ["busy"]
    assert [line["status"] for line in account.requests("POST", "/v1/Services")] == [429, 429, 201]


def test_a_refused_create_leaves_nothing_and_names_the_argument(quick, account):
    quick.write_text(SERVICE % ("refused", 0))
    account.fault(**CREATES, status=400, code=20001, message="Invalid parameter DefaultTtl: too long", count=1)
    told = quick.refused(*APPLY)
    assert "Invalid parameter DefaultTtl: too long" in told
    assert "20001" in told
    assert "default_ttl" in told
    assert quick.state() == {}
    quick.apply()
    assert account.proxy_services() == ["refused"]


def test_a_create_whose_answer_is_lost_is_found_by_its_unique_name(quick, account):
    quick.write_text(SERVICE % ("unheard", 0))
    account.fault(**CREATES, drop="after", count=1)
    quick.apply()
    quick.assert_settled()
    assert account.proxy_services() == ["unheard"]
    assert len(account.requests("POST", "/v1/Services")) == 1


def test_a_create_whose_answer_is_lost_and_that_nothing_identifies_is_told_and_not_repeated(quick, account):
    quick.write_text('resource "twilio_api_key" "default" {\n  friendly_name = "unheard"\n}\n')
    account.fault(method="POST", path="/Keys.json$", drop="after", count=1)
    assert "may have been created" in quick.refused(*APPLY)
    assert len(account.requests("POST", "/Keys.json")) == 1
    assert quick.state() == {}


def test_a_refused_update_keeps_what_is_really_there(quick, account):
    quick.write_text(SERVICE % ("kept", 0))
    quick.apply()
    quick.write_text(SERVICE % ("kept", 60))
    account.fault(method="POST", path="/v1/Services/KS", status=400, code=20001, message="Not today", count=1)
    assert "Not today" in quick.refused(*APPLY)
    assert quick.state()["twilio_proxy_service.default"]["default_ttl"] == 0
    assert quick.tainted() == set()
    assert quick.plan()["twilio_proxy_service.default"]["change"]["actions"] == ["update"]
    quick.apply()
    quick.assert_settled()


def test_a_half_done_create_is_kept_as_tainted(quick, account):
    """What was made and cannot be read back is no orphan: the next plan knows it."""
    quick.write_text('''
resource "twilio_serverless_service" "default" {
  unique_name   = "half"
  friendly_name = "half"
}

resource "twilio_serverless_function" "default" {
  service_sid   = twilio_serverless_service.default.sid
  friendly_name = "hello"
  path          = "/hello"
  visibility    = "public"
  content       = "exports.handler = () => {};"
}
''')
    account.fault(method="POST", path="/Versions$", status=400, code=20001, message="No version today", count=1)
    assert "No version today" in quick.refused(*APPLY)
    assert quick.tainted() == {"twilio_serverless_function.default"}
    quick.apply()
    quick.assert_settled()
    service = quick.state()["twilio_serverless_service.default"]["sid"]
    assert len(account.ask("GET", f"serverless.twilio.com/v1/Services/{service}/Functions")["functions"]) == 1


def test_wrong_credentials_are_said_so(quick, account):
    quick.write_text(SERVICE % ("nobody", 0))
    account.status("GET", "proxy.twilio.com/v1/Services")
    account.token = "0" * 32
    quick.write_json("provider", {"provider": {"twilio": account.settings}})
    told = quick.refused(*APPLY)
    assert "HTTP 401" in told
    assert account.token not in told


def test_a_twilio_that_is_not_there_is_said_so(quick, account):
    quick.write_text(SERVICE % ("nobody", 0))
    quick.write_json("provider", {"provider": {"twilio": account.settings | {"endpoint": "http://127.0.0.1:9"}}})
    told = quick.refused(*APPLY)
    assert "127.0.0.1:9" in told
    assert "Traceback" not in told


def test_a_mistyped_endpoint_does_not_look_like_a_mass_deletion(quick, account, tmp_path):
    quick.write_text(SERVICE % ("still there", 0))
    quick.apply()
    elsewhere = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path))
    threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
    try:
        endpoint = f"http://127.0.0.1:{elsewhere.server_port}"
        quick.write_json("provider", {"provider": {"twilio": account.settings | {"endpoint": endpoint}}})
        assert "no answer of Twilio's" in quick.refused("destroy", "-auto-approve", "-input=false", "-no-color")
    finally:
        elsewhere.shutdown()
        elsewhere.server_close()
    assert list(quick.state()) == ["twilio_proxy_service.default"]
