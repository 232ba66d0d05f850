"""The exceptions to the general rule: one file each, one table.

A behaviour's module is imported when its entry is first used, so that the others cost a launch nothing. Each module has
`BEHAVIOUR`, an instance of a `base.Behaviour`.
"""

from __future__ import annotations

from terraform_twilio.engine.behaviours.base import Behaviour

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Entry

# entry name: module
BEHAVIOURS: dict[str, str] = {
    "numbers_v2/bundle_submission": "submission",
    "trusthub_v1/customer_profile_submission": "submission",
    "trusthub_v1/trust_product_submission": "submission",
}

_GENERAL = Behaviour()


def of(entry: Entry) -> Behaviour:
    """The entry's behaviour; the general rule where the table has none."""
    module = BEHAVIOURS.get(entry.name)
    if module is None:
        return _GENERAL
    return __import__(f"{__name__}.{module}", fromlist=["BEHAVIOUR"]).BEHAVIOUR
