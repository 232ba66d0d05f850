"""A message may have no text: it was a picture, or was redacted. What is generated of such a one is valid all the same."""

from urllib.parse import urlencode

import pytest

from core.generated import generated_configuration
from lifecycle.behaving import life_of


@pytest.fixture
def life(stage):
    return life_of(stage, "api_v2010/message")


def test_a_picture_without_a_text_is_imported_with_its_generated_configuration(life):
    account = life.account["account_sid"]
    made = life.remote.send("POST", f"/api.twilio.com/2010-04-01/Accounts/{account}/Messages.json",
                            urlencode({"From": "+15005550006", "To": "+15005550010",
                                       "MediaUrl": "https://example.com/a.png"}).encode())[1]
    life.core.import_(life.address, life.entry.type_name, made["sid"])
    arguments = generated_configuration(life.core.kind(life.address, life.entry.type_name), life.state)
    assert arguments["body"] is None
    life.assert_settled({life.address: (life.entry.type_name, arguments)})
