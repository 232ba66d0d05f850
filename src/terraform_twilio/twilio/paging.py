"""From one page of a list to the next, whatever the list's shape.

    next_page_uri             v2010: relative
    meta.next_page_url        the products: absolute, but only path and query count; region, edge and endpoint stay ours
    meta.next_token           the same call with Token
    meta.nextToken            the same call with PageToken
    startIndex, totalResults  SCIM: the same call with startIndex
    has_next, current_page    short code applications: the same call with Page
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN_PARAMETERS = {"next_token": "Token", "nextToken": "PageToken"}


def items_of(payload: object, items: str) -> list | None:
    """The elements of one page, or None where the answer has no such list."""
    found = payload if items == "" else payload.get(items) if isinstance(payload, dict) else None
    return found if isinstance(found, list) else None


def next_target(payload: object, target: str, host: str, encode: Callable[[str], str]) -> str | None:
    """Path and query of the page after `payload`, which `target` asked for; None at the end."""
    if not isinstance(payload, dict):
        return None
    meta = payload.get("meta") if isinstance(payload.get("meta"), dict) else {}
    link = payload.get("next_page_uri") or meta.get("next_page_url")
    if isinstance(link, str):
        return _path_of(link, host)
    return _by_token(meta, target, encode) or _by_index(payload, target) or _by_number(payload, target)


def _path_of(link: str, host: str) -> str:
    """The part of a link that is the product's own: no scheme, no host, no path prefix that only routes."""
    if "://" in link:
        link = "/" + link.partition("://")[2].partition("/")[2]
    before, found, rest = link.partition(f"/{host}/")
    return "/" + rest if found and "?" not in before else link


def _by_token(meta: dict, target: str, encode: Callable[[str], str]) -> str | None:
    for name, parameter in _TOKEN_PARAMETERS.items():
        token = meta.get(name)
        if isinstance(token, str) and token:
            return _with(target, parameter, encode(token))
    return None


def _by_index(payload: dict, target: str) -> str | None:
    start, total, found = (payload.get(name) for name in ("startIndex", "totalResults", "Resources"))
    if not isinstance(start, int) or not isinstance(total, int) or not found:
        return None
    following = start + len(found)
    return _with(target, "startIndex", str(following)) if following <= total else None


def _by_number(payload: dict, target: str) -> str | None:
    page = payload.get("current_page")
    return _with(target, "Page", str(page + 1)) if payload.get("has_next") is True and isinstance(page, int) else None


def _with(target: str, name: str, value: str) -> str:
    """`target` with this one query parameter set."""
    path, _, query = target.partition("?")
    kept = [pair for pair in query.split("&") if pair and pair.partition("=")[0] != name]
    return path + "?" + "&".join([*kept, f"{name}={value}"])
