"""The look of signing requests: the same address makes and changes the configuration of a country and product.

Source: the documents have one POST, no item, and a list that is filtered by country and product.
"""

from __future__ import annotations

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.answers import Answer, invalid
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

HOST, CONFIGURATIONS = "numbers.twilio.com", "/v1/SigningRequest/Configuration"


def configure(call: Call) -> Answer:
    """Only what the body names is changed."""
    country, product = call.parameters.get("country"), call.parameters.get("product")
    if not country or not product:
        raise invalid("country and product are required")
    name = f"{country}-{product}"
    stored = call.world.store.at(HOST, call.account, f"{CONFIGURATIONS}/{name}")
    configuration = stored or Resource(call.account, HOST, CONFIGURATIONS, name, {}, call.now)
    configuration.properties.update({key: value for key, value in call.parameters.items() if key in call.kind.shape})
    call.world.store.save(configuration)
    return Answer(call.operation.status, properties.rendered(
        call.kind, call.operation.shape, configuration.properties, HOST, configuration.path))


ANSWERS = {f"POST {HOST}{CONFIGURATIONS}": configure}
