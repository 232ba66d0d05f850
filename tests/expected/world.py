"""What the account of the other provider's tests holds, made real on the emulator: the values of `testData`."""

from __future__ import annotations

from acceptance.account import Account

NUMBER = "+15005550006"
ADDRESS = {
    "testData.CustomerName": "Ada Lovelace", "testData.Address.Street": "12 St James's Square",
    "testData.Address.StreetSecondary": "Second floor", "testData.Address.City": "London",
    "testData.Address.Region": "London", "testData.Address.PostalCode": "SW1Y 4JH", "testData.Address.IsoCountry": "GB",
}


class World:
    """The values of one account; the phone number is bought when it is asked for.

    A value may say `{account}`, where the name must be nobody else's: a domain's.
    """

    def __init__(self, account: Account, values: dict) -> None:
        self.account = account
        self.values = ADDRESS | {"testData.AccountSid": account.sid} | values

    def value(self, name: object) -> object:
        """What a name stands for, a literal for itself; lists by their elements."""
        if isinstance(name, list):
            return [self.value(one) for one in name]
        if name == "testData.PhoneNumberSid" and name not in self.values:
            self.values[name] = self._bought()["sid"]
        held = self.values.get(name, name) if isinstance(name, str) else name
        return held.replace("{account}", self.account.sid[-8:]) if isinstance(held, str) else held

    def _bought(self) -> dict:
        collection = f"api.twilio.com/2010-04-01/Accounts/{self.account.sid}/IncomingPhoneNumbers.json"
        return self.account.ask("POST", collection, f"PhoneNumber=%2B{NUMBER[1:]}")
