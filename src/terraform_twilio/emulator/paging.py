"""Lists: filters, order, pages, and the two shapes of a page (A5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode

from terraform_twilio.emulator.answers import Answer, invalid
from terraform_twilio.emulator.names import squashed
from terraform_twilio.emulator.quirks.patterns import PATTERNS
from terraform_twilio.emulator.quirks.references import NAMED
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.validation import PAGING
from terraform_twilio.emulator.world import Call

NEXT, PREVIOUS = "PA", "PB"
SCIM_LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
NEWEST_FIRST = ("api.twilio.com",)
KINDS_NEWEST_FIRST = (
    "serverless.twilio.com/v1/Services/{}/Functions/{}/Versions",
    "serverless.twilio.com/v1/Services/{}/Assets/{}/Versions",
    "serverless.twilio.com/v1/Services/{}/Environments/{}/Deployments", "flex-api.twilio.com/v1/PluginService/Releases",
    "flex-api.twilio.com/v1/PluginService/Plugins/{}/Versions",
)
"""Source: RJPearson94's provider takes the first element of these as the latest."""
UNPAGED = "api.twilio.com/2010-04-01/Accounts/{}/AvailablePhoneNumbers/"
"""Recorded: these lists are numbers and `uri`, nothing about pages."""
RANGES = {"<": "upper", ">": "lower", "before": "upper", "after": "lower", "to": "upper", "from": "lower"}


class Page:
    """A cut through a list: `shown`, whether something stands before and after it, its number and size."""

    def __init__(self, shown: list[Resource], before: bool, after: bool, number: int, size: int, total: int) -> None:
        self.shown = shown
        self.before = before
        self.after = after
        self.number = number
        self.size = size
        self.total = total


def list_answer(call: Call, resources: list[Resource], show: Callable[[Resource], dict]) -> Answer:
    """One page of what the query selects."""
    bodies = [(resource, show(resource)) for resource in ordered(call, resources)]
    selected = [(resource, body) for resource, body in bodies if selects(call, resource, body)]
    page = cut(call, [resource for resource, _ in selected])
    kept = {id(resource) for resource in page.shown}
    elements = [body for resource, body in selected if id(resource) in kept]
    if call.operation.items == "":
        return Answer(call.operation.status, elements)
    return Answer(call.operation.status, envelope(call, page, elements))


def ordered(call: Call, resources: list[Resource]) -> list[Resource]:
    """v2010 and a few other kinds show the newest first, the rest the oldest; an inventory has an order of its own."""
    is_stored = all(resource.number for resource in resources)
    is_newest_first = call.operation.host in NEWEST_FIRST or call.kind.line in KINDS_NEWEST_FIRST
    return resources[::-1] if is_newest_first and is_stored else resources


def selects(call: Call, resource: Resource, body: dict) -> bool:
    """Whether every filter of the query lets a resource through."""
    return all(fits(call, resource, name, wanted, body) for name, wanted in call.query.items()
               if name not in (*PAGING, "Size", "Token") and wanted not in ("", []))


def fits(call: Call, resource: Resource, name: str, wanted: object, body: dict) -> bool:
    """Whether one filter lets a resource through: a pattern where the documents say so, else a value."""
    if (call.kind.line, name) in PATTERNS:
        shown, matches = PATTERNS[call.kind.line, name]
        return matches(str(wanted), body.get(shown))
    return lets_through(name, sid_of(call, resource, name, wanted), resource.properties, body)


def sid_of(call: Call, resource: Resource, name: str, wanted: object) -> object:
    """The SID of a relative that a filter names by its unique name."""
    named, collection = NAMED.get(call.kind.line, ("", ""))
    if squashed(named) != squashed(name) + "sid":
        return wanted
    found = call.world.store.named(resource.host, resource.account, collection, str(wanted))
    return found.sid if found else wanted


def lets_through(name: str, wanted: object, stored: dict, body: dict) -> bool:
    """One filter: a property's value, or a range of a date; a filter on nothing known selects everything."""
    spellings = {squashed(key): value for key, value in {**stored, **body}.items()}
    whole = squashed(name)
    for candidate in (whole, whole + "sid"):
        if candidate in spellings:
            return equal(spellings[candidate], wanted)
    for ending, side in RANGES.items():
        head = whole.removesuffix(ending)
        for candidate in (head, "date" + head, head.removesuffix("date")):
            if head != whole and candidate in spellings:
                return in_range(spellings[candidate], wanted, side)
    return True


def equal(value: object, wanted: object) -> bool:
    """Equality as a query means it: text for text, one of a list, a day for a date."""
    if isinstance(wanted, list):
        return any(equal(value, one) for one in wanted)
    if isinstance(value, list):
        return any(equal(one, wanted) for one in value)
    if isinstance(value, bool):
        return str(value).lower() == str(wanted).lower()
    moment, day = moment_of(value), moment_of(wanted)
    if moment and day:
        return moment.date() == day.date() if len(str(wanted)) == 10 else moment == day
    return value is not None and str(value) == str(wanted)


def in_range(value: object, wanted: object, side: str) -> bool:
    moment, limit = moment_of(value), moment_of(wanted)
    if moment is None or limit is None:
        return limit is None
    return moment <= limit if side == "upper" else moment >= limit


def moment_of(value: object) -> datetime | None:
    """A date in any of Twilio's spellings."""
    if not isinstance(value, str) or len(value) < 10:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value)
        except (ValueError, TypeError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def cut(call: Call, resources: list[Resource]) -> Page:
    """The page that the query's size, number and token name; SCIM lists everything where nobody asks for less (RFC 7644)."""
    unasked = len(resources) if "totalResults" in call.operation.envelope else 50
    size = max(int(call.query.get("PageSize") or call.query.get("Size") or unasked), 1)
    number = int(call.query.get("Page") or 0) if str(call.query.get("Page") or 0).isdigit() else 0
    for position, resource in enumerate(resources, 1):
        resource.number = resource.number or position
    token = str(call.query.get("PageToken") or call.query.get("Token") or "")
    start = first_of_page(resources, token, number, size)
    shown = resources[start:start + size]
    return Page(shown, start > 0, start + size < len(resources), number, size, len(resources))


def first_of_page(resources: list[Resource], token: str, number: int, size: int) -> int:
    """The position of a page's first element; a token holds where the page before ended."""
    if not token:
        return number * size
    try:
        kind, marker = token[:2], int(token[2:], 16)
    except ValueError:
        raise invalid("Invalid PageToken") from None
    numbers = [resource.number for resource in resources]
    if kind == NEXT:
        return numbers.index(marker) + 1 if marker in numbers else beyond(numbers, marker)
    return max((numbers.index(marker) if marker in numbers else 0) - size, 0)


def beyond(numbers: list[int], marker: int) -> int:
    """Where to go on when the page's last element was deleted meanwhile."""
    is_descending = numbers[:1] > numbers[-1:]
    return next((at for at, number in enumerate(numbers) if (number < marker) == is_descending), len(numbers))


def token_after(page: Page) -> str:
    return f"{NEXT}{page.shown[-1].number:032x}"


def token_before(page: Page) -> str:
    return f"{PREVIOUS}{page.shown[0].number:032x}" if page.shown else ""


def link(call: Call, page: Page, number: int, token: str = "") -> str:
    """A page's address: filters kept, host as Twilio's (A5)."""
    filters = [(name, value) for name, values in call.query.items() if name not in PAGING
               for value in (values if isinstance(values, list) else [values])]
    query = urlencode([*filters, ("PageSize", page.size), ("Page", number), *([("PageToken", token)] if token else [])])
    host = "" if call.operation.host == "api.twilio.com" else f"https://{call.operation.host}"
    return f"{host}{call.path}?{query}"


def neighbours(call: Call, page: Page) -> dict[str, str | None]:
    """The addresses of the first, previous, this and next page."""
    return {
        "first_page": link(call, page, 0),
        "previous_page": link(call, page, max(page.number - 1, 0), token_before(page)) if page.before else None,
        "this": link(call, page, page.number, str(call.query.get("PageToken") or "")),
        "next_page": link(call, page, page.number + 1, token_after(page)) if page.after else None,
    }


def envelope(call: Call, page: Page, elements: list[dict]) -> dict:
    """The page around its elements, in the shape the operation declares."""
    key, near = call.operation.items, neighbours(call, page)
    said = ("uri",) if call.kind.line.startswith(UNPAGED) else call.operation.envelope
    facts = {name: value for name, value in around(page, near).items() if name in said}
    if "meta" in call.operation.envelope:
        facts["meta"] = tokens(page) if "Token" in call.operation.taken["query"] else meta(page, near, key)
    return {key: elements, **facts}


def meta(page: Page, near: dict, key: str) -> dict:
    """The product APIs' description of a page."""
    return {"page": page.number, "page_size": page.size, "first_page_url": near["first_page"],
            "previous_page_url": near["previous_page"], "url": near["this"], "next_page_url": near["next_page"],
            "key": key}


def tokens(page: Page) -> dict:
    """The description of a page where the client keeps the token itself."""
    return {"previous_token": token_before(page) if page.before else None,
            "next_token": token_after(page) if page.after else None}


def around(page: Page, near: dict) -> dict:
    """Every other envelope's facts, by the names of v2010, SCIM and the newer lists."""
    start = page.number * page.size
    pages = -(-page.total // page.size)
    return {"page": page.number, "page_size": page.size, "start": start, "end": max(start + len(page.shown) - 1, 0),
            "uri": near["this"], "first_page_uri": near["first_page"], "next_page_uri": near["next_page"],
            "previous_page_uri": near["previous_page"], "schemas": [SCIM_LIST],
            "totalResults": page.total, "current_page": page.number, "per_page": page.size, "has_next": page.after,
            "has_prev": page.before, "total_elements": page.total, "total_pages": pages}
