"""The page to look at, in a real browser: by mouse, by keyboard, on a small screen, and with hostile names."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from emulator.browser import CHROMIUM, DRIVER, Browser
from emulator.caller import ACCOUNT, TOKEN, V2010
from terraform_twilio.emulator.server import Emulator

PROXY = "proxy.twilio.com"
SERVICES = f"#resources?account={ACCOUNT}&host={PROXY}&collection=/v1/Services"
SNAPSHOT = [{"account": ACCOUNT, "host": PROXY, "collection": "/v1/Services", "name": "KS" + "0" * 32, "created": 0,
             "updated": 0, "revision": 0, "reads": 0, "properties": {"unique_name": "put back"}}]
HOSTILE = "<img src=x onerror=document.title='broken'>"

pytestmark = [pytest.mark.long, pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="a browser is needed: Debian's packages chromium and chromium-driver")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    opened = Browser(tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()


@pytest.fixture
def page(browser, emulator):
    """Opens the page at an address, wide; no complaint may stand in the console afterwards."""
    browser.resize(1300, 900)

    def open_at(address: str = "") -> Browser:
        browser.open(f"{emulator.url}/{address}")
        return browser

    yield open_at
    browser.open("about:blank")
    assert browser.complaints() == []


def test_an_empty_emulator_says_how_to_fill_it(page):
    assert "emulator env" in page().texts("#places p")[0]


def test_accounts_resources_and_json_are_reached_by_mouse(page, caller):
    made = caller.post(PROXY, "/v1/Services", {"UniqueName": "support"})
    caller.post("api.twilio.com", V2010 + "/Queues.json", {"FriendlyName": "waiting"})
    browser = page()
    assert browser.texts("#places .subgroup") == ["api.twilio.com", PROXY]
    browser.click("#places button[title='/v1/Services']")
    assert browser.texts("#members .name") == ["support"]
    browser.click("#members button")
    assert f'"sid": "{made["sid"]}"' in browser.texts("#resource pre")[0]
    assert browser.texts("#resource h2") == [made["sid"]]


def test_what_changes_is_shown_without_a_reload(page, caller):
    browser = page(SERVICES)
    caller.post(PROXY, "/v1/Services", {"UniqueName": "first"})
    browser.texts("#members .name", lambda names: names == ["first"])
    caller.post(PROXY, "/v1/Services", {"UniqueName": "second"})
    browser.texts("#members .name", lambda names: names == ["first", "second"])
    caller.delete(PROXY, "/v1/Services/first")
    browser.texts("#members .name", lambda names: names == ["second"])


def test_an_address_leads_to_what_it_names_and_back(page, caller):
    made = caller.post(PROXY, "/v1/Services", {"UniqueName": "support"})
    browser = page(f"{SERVICES}&path=/v1/Services/{made['sid']}")
    assert '"unique_name": "support"' in browser.texts("#resource pre")[0]
    browser.click("#tab-requests")
    browser.texts("#request-list .name")
    browser.send("POST", "/back")
    assert '"unique_name": "support"' in browser.texts("#resource pre")[0]


def test_the_log_is_live_and_filtered(page, caller):
    caller.post(PROXY, "/v1/Services", {"UniqueName": "support"})
    browser = page("#requests")
    assert browser.texts("#request-list .verb") == ["POST"]
    caller.get(PROXY, "/v1/Services/nobody")
    browser.texts("#request-list .verb", lambda verbs: verbs == ["GET", "POST"])
    browser.click("#request-filters select[name=status] option[value='4']")
    browser.texts("#request-list .bad", lambda found: found == ["404"])
    browser.click("#request-filters select[name=status] option[value='']")
    browser.type("#request-filters input[name=text]", "uniquename=support")
    browser.texts("#request-list .verb", lambda verbs: verbs == ["POST"])
    browser.click("#request-list button")
    assert browser.texts("#request dd")[0] == "201"
    assert "support" in browser.texts("#request dd")
    assert "authorization" not in browser.run("return document.body.innerText").lower()


def test_the_log_says_why_a_request_was_refused(page, caller):
    refused = caller.post(PROXY, "/v1/Services", {"Nope": "1"})
    browser = page("#requests")
    browser.click("#request-list button")
    assert refused["message"] in browser.texts("#request pre")[0]


def test_thousands_of_resources_are_searched_and_not_all_drawn(page, caller):
    services = [{"create": f"{PROXY}/v1/Services", "parameters": {"UniqueName": f"u{number}"}} for number in range(3000)]
    assert caller.control("POST", "seed", {"accounts": {ACCOUNT: TOKEN}, "resources": services}).status == 201
    last = caller.get(PROXY, "/v1/Services/u2999")["sid"]
    browser = page(f"{SERVICES}&path=/v1/Services/{last}")
    assert '"u2999"' in browser.texts("#resource pre")[0]
    assert browser.texts("#members .name", lambda names: len(names) > 1) == [f"u{number}" for number in range(200)]
    assert browser.texts("#members p") == ["The first 200. Search for the others."]
    browser.press("/", *"u2999")
    browser.texts("#members .name", lambda names: names == ["u2999"])
    browser.press("Backspace")
    browser.texts("#members .name", lambda names: names == ["u299", *(f"u{number}" for number in range(2990, 3000))])
    browser.press(*"x")
    browser.texts("#members p", lambda said: said == ["Nothing is like that."])


def test_thousands_of_requests_show_the_newest(page, caller, emulator):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: caller.get(PROXY, f"/v1/Services/u{number}"), range(1200)))
    browser = page("#requests")
    browser.texts("#status", lambda words: words[0].startswith("1200 requests"))
    assert len(browser.texts("#request-list .name", lambda names: len(names) > 1)) == 500
    caller.get(PROXY, "/v1/Services/newest")
    assert browser.texts("#request-list .name", lambda names: names[0].endswith("newest"))[0] == "proxy /v1/Services/newest"


def test_what_is_ordered_elsewhere_is_shown(page, caller):
    browser = page("#faults")
    browser.texts("#fault-list li.faint")
    caller.control("POST", "faults", {"status": 503, "account": ACCOUNT, "count": 2})
    browser.texts("#fault-list .what", lambda said: said == [f"any method {ACCOUNT}: answers 503"])
    browser.press("1")
    browser.texts("#places p")
    caller.control("POST", "snapshot", {"resources": SNAPSHOT})
    browser.texts("#places .subgroup", lambda hosts: hosts == [PROXY])


def test_nothing_is_fetched_from_anywhere_else(page, caller, emulator):
    caller.post(PROXY, "/v1/Services", {"UniqueName": "support"})
    browser = page()
    browser.click("#places button[title='/v1/Services']")
    browser.click("#tab-requests")
    browser.click("#tab-faults")
    browser.texts("#fault-list li")
    fetched = browser.run("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert len(fetched) > 5
    assert {"/".join(name.split("/")[:3]) for name in fetched} == {emulator.url}


def test_a_paused_log_stands_still(page, caller):
    browser = page("#requests")
    browser.texts("#request-list p")
    browser.click("#request-filters input[name=paused]")
    caller.post(PROXY, "/v1/Services", {"UniqueName": "support"})
    browser.texts("#status", lambda words: words[0].startswith("1 requests"))
    assert browser.texts("#request-list p") == ["No request has come yet."]
    browser.click("#request-filters input[name=paused]")
    browser.texts("#request-list .verb", lambda verbs: verbs == ["POST"])


def test_faults_are_added_switched_and_removed(page, caller):
    browser = page("#faults")
    browser.type("#fault-form input[name=method]", "POST")
    browser.click("#fault-form select[name=kind] option[value='503']")
    browser.click("#fault-form button")
    assert browser.texts("#fault-list .what") == ["POST: answers 503"]
    assert caller.post(PROXY, "/v1/Services", {"UniqueName": "u"}).status == 503
    browser.click("#fault-list input")
    browser.texts("#fault-list .off .what")
    assert caller.post(PROXY, "/v1/Services", {"UniqueName": "u"}).status == 201
    browser.click("#fault-list input")
    browser.texts("#fault-list li:not(.off) .what")
    assert caller.post(PROXY, "/v1/Services", {"UniqueName": "v"}).status == 503
    browser.click("#fault-list button")
    browser.texts("#fault-list li.faint")
    assert caller.control("GET", "faults")["faults"] == []


def test_a_pattern_that_is_none_is_said(page, browser):
    page("#faults").type("#fault-form input[name=path]", "(")
    browser.click("#fault-form button")
    browser.texts("#fault-mistake", lambda words: "no regular expression" in words[0])
    assert [line for line in browser.complaints() if "400 (Bad Request)" not in line] == []


def test_everything_is_reached_by_keyboard(page, caller):
    for name in ("first", "second"):
        caller.post(PROXY, "/v1/Services", {"UniqueName": name})
    browser = page()
    browser.texts("#places button")
    browser.press("Tab", "Tab", "ArrowDown")
    browser.until(lambda: browser.run("return document.activeElement.title"), lambda title: title == "/v1/Services")
    browser.press("ArrowUp", "ArrowDown", "Enter")
    browser.texts("#members .name", lambda names: names == ["first", "second"])
    browser.press("Tab", "Tab", "ArrowDown", "Enter")
    browser.texts("#resource pre", lambda found: bool(found) and '"second"' in found[0])
    browser.press("2")
    browser.texts("#request-list .verb", lambda verbs: verbs == ["POST", "POST"])
    browser.press("/", "f", "i", "r", "s", "t")
    browser.texts("#request-list .verb", lambda verbs: verbs == ["POST"])
    browser.press("Escape", "3")
    browser.texts("#fault-list li")
    assert browser.run("return document.querySelector('[aria-selected=true]').id") == "tab-faults"


@pytest.mark.parametrize("view", [SERVICES, "#requests", "#faults"])
@pytest.mark.parametrize("width", [320, 412, 768])
def test_a_small_screen_shows_everything_without_scrolling_sideways(page, browser, caller, width, view):
    caller.post(PROXY, "/v1/Services", {"UniqueName": "a" * 100, "CallbackUrl": "https://example.com/" + "b" * 200})
    caller.control("POST", "faults", {"path": "c" * 200, "status": 503})
    page(view)
    browser.become_phone(width, 700)
    browser.texts("#members .name, #request-list .name, #fault-list .what")
    assert browser.until(lambda: browser.run("return innerWidth"), lambda seen: seen == width)
    assert browser.run("return document.documentElement.scrollWidth") <= width
    small = browser.run("return [...document.querySelectorAll('button, select, input:not([type=checkbox])')].filter("
                        "(one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)")
    assert small == []


IN_SIGHT = """
const { top, bottom } = document.querySelector(arguments[0])?.getBoundingClientRect() ?? {};
return top >= document.querySelector("header").getBoundingClientRect().bottom - 1 && top < innerHeight / 2 && bottom > top;
"""


def test_a_small_screen_moves_to_what_was_chosen(page, browser, caller):
    for number in range(30):
        caller.post(PROXY, "/v1/Services", {"UniqueName": f"u{number}"})
        caller.post("api.twilio.com", V2010 + "/Queues.json", {"FriendlyName": f"q{number}"})
    page()
    browser.become_phone(390, 700)
    browser.click("#places button[title='/v1/Services']")
    browser.texts("#members .name", lambda names: len(names) == 30)
    assert browser.until(lambda: browser.run(IN_SIGHT, "#members"), bool)
    browser.click("#members button")
    assert browser.until(lambda: browser.run(IN_SIGHT, "#resource h2"), bool)
    browser.click("#tab-requests")
    browser.click("#request-list button")
    assert browser.until(lambda: browser.run(IN_SIGHT, "#request h2"), bool)


def test_a_hostile_name_is_text(page, caller):
    caller.post("api.twilio.com", V2010 + "/Queues.json", {"FriendlyName": HOSTILE})
    browser = page(f"#resources?account={ACCOUNT}&host=api.twilio.com&collection={V2010}/Queues")
    assert browser.texts("#members .name") == [HOSTILE]
    browser.click("#tab-requests")
    browser.click("#request-list button")
    assert HOSTILE in browser.texts("#request dd")
    assert browser.run("return document.title") == "Twilio emulator"


def test_an_emulator_that_ended_is_said(browser, tmp_path):
    with Emulator() as running:
        browser.open(running.url)
        browser.texts("#status", lambda words: "operations" in words[0])
    browser.texts("#status.lost", lambda words: bool(words) and "does not answer" in words[0])
    browser.open("about:blank")
    browser.complaints()
