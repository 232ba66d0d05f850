"""Lists of which only the newest element counts: versions, deployments, releases. Twilio shows these newest first."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# As many as one page of the list holds.
LOOKED_AT = 20


def newest(elements: Iterable[dict]) -> dict | None:
    """The one with the latest date; among equals (dates have whole seconds) the first. None where there is none."""
    first = [element for _, element in zip(range(LOOKED_AT), elements, strict=False)]
    return max(first, key=lambda element: element.get("date_created") or "", default=None)
