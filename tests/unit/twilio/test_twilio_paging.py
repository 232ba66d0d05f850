"""From one page to the next."""

import pytest

from terraform_twilio.twilio.encoding import percent_encode
from terraform_twilio.twilio.paging import items_of, next_target

HOST = "proxy.twilio.com"
FIRST = "/v1/Services?Status=open"


@pytest.mark.parametrize(
    ("payload", "target"),
    [
        pytest.param({"next_page_uri": "/2010-04-01/Accounts/AC1/Keys.json?Page=1&PageToken=PA1"},
                     "/2010-04-01/Accounts/AC1/Keys.json?Page=1&PageToken=PA1", id="v2010, relative"),
        pytest.param({"next_page_uri": None}, None, id="v2010, the last page"),
        pytest.param({"meta": {"next_page_url": "https://proxy.twilio.com/v1/Services?Page=1&PageToken=PT1"}},
                     "/v1/Services?Page=1&PageToken=PT1", id="product, absolute"),
        pytest.param({"meta": {"next_page_url": "https://proxy.dublin.ie1.twilio.com/v1/Services?Page=1"}},
                     "/v1/Services?Page=1", id="the host named does not count"),
        pytest.param({"meta": {"next_page_url": "http://127.0.0.1:80/proxy.twilio.com/v1/Services?Page=1"}},
                     "/v1/Services?Page=1", id="a path that only routes is taken off"),
        pytest.param({"meta": {"next_page_url": "https://proxy.twilio.com/v1/A?Filter=/proxy.twilio.com/x"}},
                     "/v1/A?Filter=/proxy.twilio.com/x", id="but only in front"),
        pytest.param({"meta": {"next_page_url": None}}, None, id="product, the last page"),
        pytest.param({"meta": {"next_token": "a/b"}}, FIRST + "&Token=a%2Fb", id="token"),
        pytest.param({"meta": {"nextToken": "t"}}, FIRST + "&PageToken=t", id="token in camel case"),
        pytest.param({"meta": {"next_token": ""}}, None, id="no token"),
        pytest.param({"startIndex": 1, "itemsPerPage": 2, "totalResults": 5, "Resources": [1, 2]},
                     FIRST + "&startIndex=3", id="SCIM"),
        pytest.param({"startIndex": 4, "totalResults": 5, "Resources": [4, 5]}, None, id="SCIM, the last page"),
        pytest.param({"startIndex": 1, "totalResults": 5, "Resources": []}, None, id="SCIM, empty all the same"),
        pytest.param({"current_page": 1, "has_next": True}, FIRST + "&Page=2", id="page numbers"),
        pytest.param({"current_page": 3, "has_next": False}, None, id="page numbers, the last page"),
        pytest.param({"countries": []}, None, id="no paging at all"),
        pytest.param([1], None, id="an array"),
        pytest.param({"meta": []}, None, id="a meta that is none"),
    ],
)
def test_the_next_page(payload, target):
    assert next_target(payload, FIRST, HOST, percent_encode) == target


def test_a_token_replaces_the_one_before():
    assert next_target({"meta": {"next_token": "2"}}, "/v1/P?Token=1&Size=5", HOST,
                       percent_encode) == "/v1/P?Size=5&Token=2"


def test_a_token_starts_a_query():
    assert next_target({"meta": {"next_token": "2"}}, "/v1/P", HOST, percent_encode) == "/v1/P?Token=2"


@pytest.mark.parametrize(
    ("payload", "items", "found"),
    [
        ({"keys": [1]}, "keys", [1]),
        ([1, 2], "", [1, 2]),
        ({"keys": [1]}, "contents", None),
        ({"keys": {}}, "keys", None),
        ([1], "keys", None),
        ({"keys": []}, "", None),
    ],
)
def test_the_items_of_a_page(payload, items, found):
    assert items_of(payload, items) == found
