"""Lists: two shapes of a page, tokens, filters, limits."""

from __future__ import annotations

from urllib.parse import urlsplit

from emulator.caller import V2010

PROXY, API = "proxy.twilio.com", "api.twilio.com"


def every_page(caller, host, path, key, following):
    """All elements by following the links, and how many pages that took."""
    elements, pages = [], 0
    while path:
        page = caller.get(host, path)
        elements += page[key]
        pages += 1
        link = following(page)
        parts = urlsplit(link) if link else None
        path = f"{parts.path}?{parts.query}" if parts else None
    return elements, pages


def test_product_pages_are_followed_to_the_end(caller):
    made = [caller.post(PROXY, "/v1/Services", {"UniqueName": f"u{n}"})["sid"] for n in range(5)]
    found, pages = every_page(caller, PROXY, "/v1/Services?PageSize=2", "services",
                              lambda page: page["meta"]["next_page_url"])
    assert ([one["sid"] for one in found], pages) == (made, 3)
    meta = caller.get(PROXY, "/v1/Services?PageSize=2")["meta"]
    assert list(meta) == ["page", "page_size", "first_page_url", "previous_page_url", "url", "next_page_url", "key"]
    assert meta["next_page_url"].startswith("https://proxy.twilio.com/v1/Services?PageSize=2&Page=1&PageToken=PA")
    assert (meta["page"], meta["page_size"], meta["previous_page_url"], meta["key"]) == (0, 2, None, "services")


def test_v2010_pages_are_followed_to_the_end_newest_first(caller):
    made = [caller.post(API, V2010 + "/Queues.json", {"FriendlyName": f"q{n}"})["sid"] for n in range(5)]
    found, pages = every_page(caller, API, V2010 + "/Queues.json?PageSize=2", "queues", lambda p: p["next_page_uri"])
    assert ([one["sid"] for one in found], pages) == (made[::-1], 3)
    page = caller.get(API, V2010 + "/Queues.json?PageSize=2").body
    assert set(page) == {"queues", "page", "page_size", "start", "end", "uri", "first_page_uri", "next_page_uri",
                         "previous_page_uri"}
    assert (page["start"], page["end"]) == (0, 1)
    assert page["next_page_uri"].startswith(V2010 + "/Queues.json?PageSize=2&Page=1&PageToken=PA")


def test_the_page_before_is_found_again(caller):
    for number in range(5):
        caller.post(PROXY, "/v1/Services", {"UniqueName": f"u{number}"})
    first = caller.get(PROXY, "/v1/Services?PageSize=2")
    second = caller.get(PROXY, urlsplit(first["meta"]["next_page_url"])._replace(scheme="", netloc="").geturl())
    back = caller.get(PROXY, urlsplit(second["meta"]["previous_page_url"])._replace(scheme="", netloc="").geturl())
    assert back["services"] == first["services"]


def test_a_page_survives_the_deletion_of_its_last_element(caller):
    made = [caller.post(PROXY, "/v1/Services", {"UniqueName": f"u{n}"})["sid"] for n in range(4)]
    link = caller.get(PROXY, "/v1/Services?PageSize=2")["meta"]["next_page_url"]
    caller.delete(PROXY, f"/v1/Services/{made[1]}")
    rest = caller.get(PROXY, urlsplit(link)._replace(scheme="", netloc="").geturl())
    assert [one["sid"] for one in rest["services"]] == made[2:]


def test_filters_stay_in_the_links(caller):
    workspace = caller.post("taskrouter.twilio.com", "/v1/Workspaces", {"FriendlyName": "w"})["sid"]
    path = f"/v1/Workspaces/{workspace}/Activities"
    found = caller.get("taskrouter.twilio.com", path + "?Available=false&PageSize=1")
    assert [one["friendly_name"] for one in found["activities"]] == ["Offline"]
    assert "Available=False" not in found["meta"]["next_page_url"]
    rest = caller.get("taskrouter.twilio.com", urlsplit(found["meta"]["next_page_url"])._replace(
        scheme="", netloc="").geturl())
    assert [one["friendly_name"] for one in rest["activities"]] == ["Unavailable"]
    assert rest["meta"]["next_page_url"] is None


def test_dates_are_filtered_by_range(caller, emulator):
    caller.control("POST", "clock", {"freeze": 1_700_000_000})
    old = caller.post(API, V2010 + "/Messages.json", {"To": "+15005550006", "From": "+15005550006", "Body": "a"})["sid"]
    caller.control("POST", "clock", {"advance": 864_000})
    new = caller.post(API, V2010 + "/Conferences/x/Participants.json", {"From": "+15005550006", "To": "+15005550006"})
    assert new.status == 201
    found = caller.get(API, V2010 + "/Conferences.json?DateCreated%3E=2023-11-20")
    assert len(found["conferences"]) == 1
    assert caller.get(API, V2010 + "/Conferences.json?DateCreated%3C=2023-11-20")["conferences"] == []
    assert [one["sid"] for one in caller.get(API, V2010 + "/Messages.json?To=%2B15005550006")["messages"]] == [old]
