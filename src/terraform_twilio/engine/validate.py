"""Checking a configuration against the catalogue, offline and tolerant of unknowns (V1–V6, W1, W2)."""

from __future__ import annotations

from terraform_twilio.catalogue.resource_type import PATH_ACCOUNT, TIMEOUTS
from terraform_twilio.engine import behaviours, diagnose
from terraform_twilio.engine.sids import is_placeholder, is_sid, what_belongs
from terraform_twilio.engine.timeouts import seconds_of
from terraform_twilio.terraform.json_text import loads
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.operations import JSON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.terraform.diagnostics import Diagnostic


def resource_config(resource_type: ResourceType, config: dict) -> list[Diagnostic]:
    return [*arguments(resource_type.arguments, config),
            *_empty_json(resource_type, config), *_accounts(resource_type, config),
            *_timeouts(config),
            *behaviours.of(resource_type.entry).validate(resource_type, config)]


def arguments(attributes: Iterable[Attribute], config: dict) -> list[Diagnostic]:
    """Every known value of the given attributes; an unknown one is never wrong (V1)."""
    return [problem for attribute in attributes for problem in _argument(attribute, config.get(attribute.name), ())]


def _argument(attribute: Attribute, value: object, above: tuple) -> Iterator[Diagnostic]:
    if value is None:
        if attribute.required and not attribute.is_asked_by_plan:
            yield diagnose.required_is_null(attribute, above)
        return
    for path, element in _elements(attribute, value, (*above, attribute.name)):
        for check in _CHECKS:
            yield from check(attribute, element, path)
    if attribute.nested and isinstance(value, dict):
        for name, inner in attribute.elements.items():
            yield from _argument(inner, value.get(name), (*above, attribute.name))


def _elements(attribute: Attribute, value: object, at: tuple) -> Iterator[tuple]:
    """The value, or each element of a list, with its path; unknowns and nulls are passed over (V6)."""
    is_list = isinstance(value, list)
    values = [((*at, index), element) for index, element in enumerate(value)] if is_list else [(at, value)]
    return ((path, element) for path, element in values if element is not UNKNOWN and element is not None)


def _enum(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    """An empty text clears what Twilio stores, and a header is not stored. What Twilio only reports is for the plan."""
    if attribute.enum and (value != "" or attribute.header) and not _is_listed(attribute, value) \
            and not attribute.only_reports(value):
        yield diagnose.not_in_enum(attribute, value, path)


def _is_listed(attribute: Attribute, value: object) -> bool:
    if attribute.normaliser in ("case", "http_method") and isinstance(value, str):
        return value.casefold() in [str(listed).casefold() for listed in attribute.enum]
    return value in attribute.enum


def _limits(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    measured = len(value) if isinstance(value, str) else value
    low, high = (attribute.min_length, attribute.max_length) if isinstance(value, str) \
        else (attribute.minimum, attribute.maximum)
    if isinstance(measured, (dict, list, bool)):
        return
    unit = " characters" if isinstance(value, str) else ""
    if high is not None and measured > high:
        yield diagnose.not_in_limits(attribute, f"It is {measured}{unit}, and may be {high}{unit} at most.", path)
    if low is not None and measured < low:
        yield diagnose.not_in_limits(attribute, f"It is {measured}{unit}, and must be {low}{unit} at least.", path)


def _whole(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    if attribute.type == "int" and not isinstance(value, int):
        yield diagnose.not_in_limits(attribute, f"{value} is not a whole number.", path)


def _pattern(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    if attribute.pattern and isinstance(value, str) and value != "":
        import re  # 4 ms, and few arguments have a pattern that is not a SID's

        if not re.search(attribute.pattern, value):
            yield diagnose.not_of_pattern(attribute, path)


def _sid(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    if attribute.sid is not None and isinstance(value, str) and value != "":
        yield from sid(attribute.name, value, attribute.sid, path)


def sid(name: str, value: str, prefixes: list, path: tuple) -> Iterator[Diagnostic]:
    """W2: placeholders and other kinds of SIDs are wrong; any other shape may come from a mocked module.

    Without prefixes a SID of any kind will do."""
    if is_sid(value) and (value[:2] in prefixes or not prefixes):
        return
    if is_placeholder(value):
        yield diagnose.placeholder(name, what_belongs(prefixes), path)
    elif is_sid(value):
        yield diagnose.sid_of_another_kind(name, value, what_belongs(prefixes), path)
    else:
        yield diagnose.not_a_sid(name, what_belongs(prefixes), path)


def _json(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    if attribute.type in ("json", ["list", "json"]) and isinstance(value, str) and value != "":
        try:
            loads(value)
        except ValueError as problem:
            yield diagnose.not_json(attribute, str(problem), path)


def _moment(attribute: Attribute, value: object, path: tuple) -> Iterator[Diagnostic]:
    if attribute.normaliser in MOMENTS and isinstance(value, str) and value != "" and not _begins_with_date(value):
        yield diagnose.not_a_date(attribute, path)


def _begins_with_date(text: str) -> bool:
    """2020-01-31…, or days from now: +7days, -30days."""
    if text[0] in "+-":
        return text[1:2].isdigit()
    year, month, day = text[:4], text[5:7], text[8:10]
    return (text[4:5] + text[7:8] == "--" and len(day) == 2 and (year + month + day).isdigit()
            and "01" <= month <= "12" and "01" <= day <= "31")


MOMENTS = ("iso8601", "date")
_CHECKS = (_enum, _limits, _whole, _pattern, _sid, _json, _moment)


def _empty_json(resource_type: ResourceType, config: dict) -> Iterator[Diagnostic]:
    """In a form "" clears; in a JSON body it is a text where Twilio expects an object."""
    sends_json = any(operation.body == JSON for operation in resource_type.entry.operations.values())
    for attribute in resource_type.arguments if sends_json else ():
        if attribute.type == "json" and config.get(attribute.name) == "":
            yield diagnose.not_json(attribute, "it is empty, which no object is", (attribute.name,))


def _accounts(resource_type: ResourceType, config: dict) -> Iterator[Diagnostic]:
    named, path_named = config.get("account_sid"), config.get(PATH_ACCOUNT)
    if isinstance(named, str) and isinstance(path_named, str) and resource_type.takes_path_account \
            and named != path_named:
        yield diagnose.contradicting_accounts(PATH_ACCOUNT)


def _timeouts(config: dict) -> Iterator[Diagnostic]:
    configured = config.get(TIMEOUTS)
    for operation, duration in (configured.items() if isinstance(configured, dict) else ()):
        if isinstance(duration, str):
            try:
                seconds_of(duration)
            except ValueError as problem:
                yield diagnose.not_a_duration(str(problem), (TIMEOUTS, operation))
