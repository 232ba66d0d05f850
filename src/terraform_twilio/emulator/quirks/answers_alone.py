"""Answers that say what no parameter says, where the documents leave no room for null.

Source: the documents (a referral's account, an embedded session, who gave feedback, the time that a report is about).
"""

from __future__ import annotations

from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

REPORTS = "insights.twilio.com/v2/Voice/Reports"
WEEK = 7 * 24 * 3600.0


def name_account(call: Call, conversion: Resource) -> None:
    """The account that was referred: the one that is named, else the caller's."""
    conversion.properties.setdefault("converted_account_sid", call.account)


def open_session(call: Call, session: Resource) -> None:
    """A session in which a browser fills a bundle in."""
    session.properties.update(id=call.values[0], sessionId=call.world.sids.digits(), sessionToken=call.world.sids.secret())


def name_user(call: Call, feedback: Resource) -> None:
    feedback.properties.setdefault("user_sid", call.world.sids.new("US"))


def span_report(call: Call, report: Resource) -> None:
    """The time that was asked for, else the last week [mem]."""
    asked = call.parameters.get("time_range")
    given = asked if isinstance(asked, dict) else {}
    filters = call.parameters.get("filters")
    report.properties["request_meta"] = {
        "start_datetime": given.get("start_datetime") or call.date(call.kind, "date", call.now - WEEK),
        "end_datetime": given.get("end_datetime") or call.date(call.kind, "date"), "filters": filters or []}


CREATING = {
    "assistants.twilio.com/v1/Assistants/{}/Feedbacks": name_user,
    "marketplace.twilio.com/v1/ReferralConversion": name_account,
    "numbers.twilio.com/v1/SenderIdRegistrations/{}/EmbeddedSessions": open_session,
    **dict.fromkeys((REPORTS, REPORTS + "/PhoneNumbers/Inbound", REPORTS + "/PhoneNumbers/Outbound"), span_report),
}
