"""What core proposes as the new state (P5): the configuration, and the prior value where it is computed and not set."""

from __future__ import annotations

from core.conformity import same
from terraform_twilio.terraform.schema import LIST, MAP, SET, SINGLE
from terraform_twilio.terraform.values import UNKNOWN


def proposed_new_state(attributes: list, prior: dict | None, config: dict | None) -> dict | None:
    """On create the prior is all null; on destroy nothing is proposed."""
    return None if config is None else _object(attributes, prior, config)


def _object(attributes: list, prior: dict | None, config: dict) -> dict:
    prior = prior or {}
    return {one.name: _attribute(one, prior.get(one.name), config[one.name]) for one in attributes}


def _attribute(attribute: object, prior: object, config: object) -> object:
    if config is None:
        return prior if attribute.computed and not _was_configured(attribute, prior) else None
    if attribute.nested is None or config is UNKNOWN:
        return config
    return NESTINGS[attribute.nested.nesting](attribute.nested.attributes, prior, config)


def _was_configured(attribute: object, prior: object) -> bool:
    """Whether an Optional+Computed nested attribute holds what only a configuration can have given."""
    if not attribute.optional or attribute.nested is None or prior is None:
        return False
    return any(_has_configured(attribute.nested.attributes, element) for element in _elements(attribute.nested, prior))


def _elements(nested: object, value: object) -> list:
    return [value] if nested.nesting == SINGLE else list(value.values()) if nested.nesting == MAP else value


def _has_configured(attributes: list, element: dict) -> bool:
    return any(not one.computed and element[one.name] is not None for one in attributes)


def _list(attributes: list, prior: object, config: list) -> list:
    prior = prior or []
    return [_element(attributes, prior[index] if index < len(prior) else None, one) for index, one in enumerate(config)]


def _map(attributes: list, prior: object, config: dict) -> dict:
    prior = prior or {}
    return {key: _element(attributes, prior.get(key), one) for key, one in config.items()}


def _set(attributes: list, prior: object, config: list) -> list:
    return [_element(attributes, _counterpart(attributes, prior or [], one), one) for one in config]


def _counterpart(attributes: list, prior: list, config: object) -> dict | None:
    """The prior element that the configured one can have become: equal wherever something is configured."""
    return next((one for one in prior if _could_come_from(attributes, one, config)), None)


def _could_come_from(attributes: list, prior: dict, config: object) -> bool:
    return isinstance(config, dict) and all(
        same(prior[one.name], config[one.name]) for one in attributes
        if config[one.name] is not None or not one.computed)


def _element(attributes: list, prior: dict | None, config: object) -> object:
    return _object(attributes, prior, config) if isinstance(config, dict) else config


NESTINGS = {SINGLE: _element, LIST: _list, MAP: _map, SET: _set}
