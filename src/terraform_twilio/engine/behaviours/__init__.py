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
    "api_v2010/incoming_phone_number": "phone_number",
    "flex_v1/configuration": "flex_configuration",
    "flex_v1/plugin": "flex_plugin",
    "flex_v1/plugin_release": "flex_plugin_release",
    "numbers_v2/supporting_document": "supporting_document",
    "numbers_v1/porting_webhook_configuration": "porting_webhook",
    "numbers_v1/signing_request_configuration": "signing_request",
    "serverless_v1/asset": "serverless_asset",
    "serverless_v1/build": "serverless_build",
    "serverless_v1/deployment": "serverless_deployment",
    "serverless_v1/function": "serverless_function",
    "trusthub_v1/supporting_document": "supporting_document",
    "studio_v2/flow": "studio_flow",
    "taskrouter_v1/workspace_configuration": "workspace_configuration",
    "voice_v1/dialing_permissions_country": "dialing_permissions",
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
