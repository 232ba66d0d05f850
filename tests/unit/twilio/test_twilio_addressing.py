"""Where a product's host is reached."""

import pytest

from terraform_twilio.twilio.addressing import place
from terraform_twilio.twilio.errors import UnusableValue


@pytest.mark.parametrize(
    ("region", "edge", "host"),
    [
        pytest.param(None, None, "flex-api.twilio.com", id="neither"),
        pytest.param("ie1", "dublin", "flex-api.dublin.ie1.twilio.com", id="both"),
        pytest.param("ie1", None, "flex-api.dublin.ie1.twilio.com", id="a region brings its edge"),
        pytest.param("au1", None, "flex-api.sydney.au1.twilio.com", id="each region its own"),
        pytest.param("us1", None, "flex-api.ashburn.us1.twilio.com", id="the default region named"),
        pytest.param("local", None, "flex-api.local.twilio.com", id="an unknown region alone"),
        pytest.param(None, "dublin", "flex-api.dublin.us1.twilio.com", id="an edge alone means us1"),
        pytest.param("IE1 ", "", "flex-api.dublin.ie1.twilio.com", id="case and blanks do not matter"),
    ],
)
def test_the_host(region, edge, host):
    origin = place(None, region, edge, {}).origin_of("flex-api.twilio.com")
    assert (origin.scheme, origin.host, origin.port, origin.prefix) == ("https", host, 443, "")
    assert origin.authority == host


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("http://127.0.0.1:8080", ("http", "127.0.0.1", 8080, "/api.twilio.com", "127.0.0.1:8080")),
        ("http://localhost", ("http", "localhost", 80, "/api.twilio.com", "localhost")),
        ("https://twilio.example.com/proxy/", ("https", "twilio.example.com", 443, "/proxy/api.twilio.com",
                                               "twilio.example.com")),
        ("http://[::1]:8080", ("http", "::1", 8080, "/api.twilio.com", "[::1]:8080")),
    ],
)
def test_one_endpoint_for_every_product(endpoint, expected):
    origin = place(endpoint, None, None, {}).origin_of("api.twilio.com")
    assert (origin.scheme, origin.host, origin.port, origin.prefix, origin.authority) == expected


def test_an_endpoint_is_told_the_region():
    assert place("http://h", "ie1", None, {}).origin_of("api.twilio.com").prefix == "/api.dublin.ie1.twilio.com"


def test_the_environment_completes_what_is_configured():
    environ = {"TWILIO_REGION": "ie1", "TWILIO_EDGE": "dublin", "TWILIO_ENDPOINT": "http://env:1"}
    assert place(None, None, None, environ).origin_of("api.twilio.com").prefix == "/api.dublin.ie1.twilio.com"
    origin = place("http://hcl:2", "au1", None, environ).origin_of("api.twilio.com")
    assert (origin.host, origin.prefix) == ("hcl", "/api.dublin.au1.twilio.com")


@pytest.mark.parametrize("endpoint", ["127.0.0.1:8080", "ftp://h", "http://", "http:///path", "http://user:pw@h",
                                      "http://h?q",
                                      "http://h#f", "http://h:port", "http://h:70000", "http://h\u00fc", "http://h h"])
def test_an_endpoint_that_is_no_base_url_is_refused(endpoint):
    with pytest.raises(UnusableValue) as refused:
        place(endpoint, None, None, {})
    assert "pw" not in str(refused.value)


@pytest.mark.parametrize("arguments", [("a.b", None), (None, "evil.com/"), ("ie1@", None)])
def test_a_region_or_edge_that_is_no_part_of_a_host_name_is_refused(arguments):
    with pytest.raises(UnusableValue):
        place(None, *arguments, {})
