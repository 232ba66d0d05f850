"""What stood in a subaccount that was closed is gone; in one that is suspended it is not."""

import pytest

from terraform_twilio.engine.private import Private
from terraform_twilio.twilio.errors import ACCOUNT_NOT_ACTIVE, ResponseError
from unit.behaviours.scripts import ACCOUNT, GONE, Script, destroyed, entry, refreshed, state

SUBACCOUNT, SID = "AC" + "1" * 32, "QU" + "a" * 32
INACTIVE = ResponseError(status=403, code=ACCOUNT_NOT_ACTIVE, message="Account is not active")
QUEUE, SYNC = entry("api_v2010/queue"), entry("sync_v1/service")
INSIDE = [(QUEUE, {"account_sid": SUBACCOUNT}, SUBACCOUNT), (SYNC, {}, ACCOUNT)]


class Told(Script):
    """Refuses every call, and knows what became of each account."""

    def __init__(self, became, refusal=INACTIVE):
        super().__init__(refusal, refusal)
        self.became = became
        self.asked_about = []

    def status_of(self, account_sid):
        self.asked_about.append(account_sid)
        if isinstance(self.became, Exception):
            raise self.became
        return self.became


@pytest.mark.parametrize("work", [refreshed, destroyed])
@pytest.mark.parametrize(("resource_type", "values", "account_sid"), INSIDE)
class TestRefused:
    def test_what_was_in_a_closed_account_is_gone(self, work, resource_type, values, account_sid):
        script = Told("closed")
        result = work(script, resource_type, state(resource_type, sid=SID, id=SID, **values))
        assert (result.state, result.diagnostics, script.asked_about) == (None, [], [account_sid])

    @pytest.mark.parametrize("became", ["suspended", INACTIVE])
    def test_else_it_stays_and_what_to_do_is_told(self, work, resource_type, values, account_sid, became):
        prior = state(resource_type, sid=SID, id=SID, **values)
        result = work(Told(became), resource_type, prior)
        assert result.state == prior
        assert "`terraform state rm`" in result.diagnostics[0].detail


@pytest.mark.parametrize("work", [refreshed, destroyed])
@pytest.mark.parametrize(("became", "is_gone"), [("closed", True), ("active", False), ("suspended", False), (GONE, False)])
def test_what_another_account_cannot_find_is_gone_where_its_own_was_closed(work, became, is_gone):
    """As where an alias has the credentials of the account that came after the closed one."""
    script, prior = Told(became, GONE), state(SYNC, sid=SID, id=SID)
    result = work(script, SYNC, prior, Private(account_sid=SUBACCOUNT))
    assert (result.state is None, not result.diagnostics, script.asked_about) == (is_gone, is_gone, [SUBACCOUNT])
