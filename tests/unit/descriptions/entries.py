"""Catalogue entries for the tests: small ones made here, and all that are committed."""

from __future__ import annotations

import json
from pathlib import Path

DATA = Path(__file__).parents[3] / "src" / "terraform_twilio" / "catalogue" / "data"

SERVICE = {
    "group": "/v1/Services",
    "class": "crud",
    "host": "proxy.twilio.com",
    "resource": "twilio_proxy_service",
    "singular": "twilio_proxy_service",
    "plural": "twilio_proxy_services",
    "operations": {
        "create": "POST /v1/Services",
        "fetch": "GET /v1/Services/{Sid}",
        "update": "POST /v1/Services/{Sid}",
        "delete": "DELETE /v1/Services/{Sid}",
        "list": "GET /v1/Services",
    },
}


def entry_with(name: str, attribute: dict, **facts: object) -> dict:
    """A Proxy service with one attribute."""
    return {**SERVICE, "attributes": {name: attribute}, **facts}


def committed() -> dict[str, dict]:
    """Every committed entry by its name."""
    return {
        f"{path.parent.name}/{path.stem}": json.loads(path.read_text("utf-8")) for path in sorted(DATA.glob("*/*.json"))
    }
