"""A meaning made from the parts of a name, where the glossary has none; the first rule that matches wins."""

from __future__ import annotations

import re

from terraform_twilio.compiler.describe.words import capital, words

RULES = [
    (r"sid", "SID of the {noun}"),
    (r"(.+)_sids", "SIDs of the {rest} of the {noun}"),
    (r"(.+)_sid", "SID of the {rest}"),
    (r"(.+)_unique_name", "Unique name of the {rest}"),
    (r"(.+)_friendly_name", "Display name of the {rest}"),
    (r"(.+)_fallback_url", "URL that is requested when the {rest} URL fails"),
    (r"(.+)_callback_url", "URL that receives {rest} callbacks"),
    (r"(.+)_callback_event", "Events reported to `{first}_callback`"),
    (r"(.+)_callback_method", "HTTP method of the requests to `{first}_callback`"),
    (r"(.+)_callback", "URL that receives {rest} callbacks"),
    (r"(.+)_method", "HTTP method of the requests to `{first}_url`"),
    (r"(.+)_urls", "URLs of the {rest}"),
    (r"(.+)_url", "URL of the {rest}"),
    (r"is_(.+)", "Whether the {noun} is {rest}"),
    (r"has_(.+)", "Whether the {noun} has {rest}"),
    (r"(.+)_enabled", "Whether {rest} is enabled"),
    (r"(.+)_required", "Whether {rest} is required"),
    (r"date_(.+)", "When the {noun} was {rest}"),
    (r"(created|updated|deleted|completed|started|ended|answered)_at", "When the {noun} was {rest}"),
    (r"(.+)_by", "Who {rest} the {noun}"),
    (r"(.+)_count", "Number of {plural}"),
    (r"total_(.+)", "Total of {plural}"),
    (r"avg_(.+)", "Average {rest}"),
    (r"max_(.+)", "Largest allowed {rest}"),
    (r"min_(.+)", "Smallest allowed {rest}"),
    (r"default_(.+)", "Default {rest} of the {noun}"),
    (r"(.+)_links", "URLs of the {rest}"),
    (r"(.+)_id", "ID of the {rest}"),
    (r"(.+)_ids", "IDs of the {rest}"),
    (r"(.+)_type", "Kind of {rest}"),
    (r"(.+)_types", "Kinds of {rest}"),
    (r"(.+)_name", "Name of the {rest}"),
    (r"(.+)_email", "E-mail address of the {rest}"),
    (r"(.+)_status", "State of the {rest}"),
    (r"(.+)_reason", "Reason of the {rest}"),
    (r"(.+)_time", "Time of the {rest}"),
    (r"(.+)_date", "Date of the {rest}"),
    (r"(.+)", "{rest} of the {noun}"),
]
PATTERNS = [(re.compile(pattern), template) for pattern, template in RULES]
FILTERS = [
    (re.compile(r"(.+)_before"), "Only items whose {rest} lies before this time"),
    (re.compile(r"(.+)_after"), "Only items whose {rest} lies after this time"),
    (re.compile(r"(.+)"), "Only items with this {rest}"),
]


def compose(name: str, noun: str) -> str:
    """What an attribute called so of such a thing is."""
    return _first(PATTERNS, name, noun)


def compose_filter(name: str, noun: str) -> str:
    """What a filter called so keeps of a list."""
    return _first(FILTERS, name, noun)


def _first(patterns: list[tuple[re.Pattern[str], str]], name: str, noun: str) -> str:
    matches = ((pattern.fullmatch(name), template) for pattern, template in patterns)
    match, template = next((match, template) for match, template in matches if match)
    first = match.group(1) if match.groups() else name
    return capital(template.format(noun=noun, first=first, rest=words(first), plural=_plural(words(first))))


def _plural(text: str) -> str:
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return text[:-1] + "ies"
    return text if text.endswith("s") else text + "s"
