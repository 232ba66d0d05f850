"""Which proxy a request goes through."""

import pytest

from terraform_twilio.twilio.addressing import Origin
from terraform_twilio.twilio.errors import UnusableValue
from terraform_twilio.twilio.proxies import percent_decode, proxy_for

API = Origin("https", "api.twilio.com", 443)


def chosen(environ, origin=API):
    proxy = proxy_for(origin, environ)
    return proxy and (proxy.host, proxy.port, proxy.user, proxy.password)


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("http://proxy.example.com:3128", ("proxy.example.com", 3128, None, None)),
        ("proxy.example.com:3128", ("proxy.example.com", 3128, None, None)),
        ("http://proxy.example.com/", ("proxy.example.com", 80, None, None)),
        ("http://user:p%40ss@proxy:1", ("proxy", 1, "user", "p@ss")),
        ("http://user@proxy:1", ("proxy", 1, "user", "")),
        ("http://[::1]:3128", ("::1", 3128, None, None)),
    ],
)
def test_the_proxy_a_url_names(url, proxy):
    assert chosen({"HTTPS_PROXY": url}) == proxy


def test_each_scheme_has_its_variable_and_upper_case_comes_first():
    environ = {"HTTPS_PROXY": "a", "https_proxy": "b", "http_proxy": "c"}
    assert chosen(environ)[0] == "a"
    assert chosen(environ, Origin("http", "api.twilio.com", 80))[0] == "c"
    assert chosen({"HTTP_PROXY": "c"}) is None


@pytest.mark.parametrize(
    ("no_proxy", "host", "is_exempt"),
    [
        ("*", "api.twilio.com", True),
        ("twilio.com", "api.twilio.com", True),
        ("twilio.com", "twilio.com", True),
        (".twilio.com", "api.twilio.com", True),
        ("*.twilio.com", "api.twilio.com", True),
        (".twilio.com", "twilio.com", False),
        ("nottwilio.com", "api.twilio.com", False),
        ("ilio.com", "api.twilio.com", False),
        ("example.com, API.twilio.com", "api.twilio.com", True),
        ("twilio.com:443", "api.twilio.com", True),
        ("twilio.com:8443", "api.twilio.com", False),
        ("10.0.0.0/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("10.0.0.0/99", "10.1.2.3", False),
        ("10.0.0.0/8", "api.twilio.com", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("", "api.twilio.com", False),
        (" , ", "api.twilio.com", False),
        ("", "localhost", True),
        ("", "127.0.0.1", True),
        ("", "::1", True),
        ("", "128.0.0.1", False),
    ],
)
def test_no_proxy(no_proxy, host, is_exempt):
    environ = {"HTTPS_PROXY": "proxy", "NO_PROXY": no_proxy}
    assert (chosen(environ, Origin("https", host, 443)) is None) is is_exempt


@pytest.mark.parametrize("url", ["https://u:hunter2@proxy", "socks5://u:hunter2@proxy", "http://u:hunter2@proxy:port"])
def test_a_proxy_that_cannot_be_used_is_refused_without_showing_its_password(url):
    with pytest.raises(UnusableValue) as refused:
        chosen({"HTTPS_PROXY": url})
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(("text", "decoded"), [("a%20b", "a b"), ("%C3%A9", "é"), ("100%", "100%"), ("%zz", "%zz"),
                                               ("%", "%")])
def test_percent_decoding(text, decoded):
    assert percent_decode(text) == decoded
