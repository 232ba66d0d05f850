"""What core demands of a plan (P1-P4, P8-P10, P16)."""

from __future__ import annotations

from core.conformity import same
from core.violation import Violation
from terraform_twilio.terraform.schema import MAP, SINGLE
from terraform_twilio.terraform.values import UNKNOWN

ABSENT = object()


def assert_plan_valid(attributes: list, prior: dict | None, config: dict | None, planned: dict | None) -> None:
    """P8 for a destroy, P9 for the rest, then each attribute against its configuration and prior value."""
    if config is None:
        return _assert_null(planned)
    if planned is None:
        raise Violation("P9", "planned for absence but the configuration wants existence")
    _object(attributes, prior, config, planned, ())


def paths_that_replace(prior: dict, planned: dict, requires_replace: list) -> list:
    """P10: the paths whose value really differs; a path that neither value has is an error."""
    return [path for path in requires_replace if _differs(path, prior, planned)]


def _assert_null(planned: dict | None) -> None:
    if planned is not None:
        raise Violation("P8", "planned a non-null destroy value")


def _object(attributes: list, prior: dict | None, config: dict, planned: dict, path: tuple) -> None:
    prior = prior or {}
    for one in attributes:
        _attribute(one, prior.get(one.name), config[one.name], planned[one.name], (*path, one.name))


def _attribute(attribute: object, prior: object, config: object, planned: object, path: tuple) -> None:
    if attribute.write_only:
        return _assert_not_kept(planned, path)
    if same(planned, config) or (config is not None and prior is not None and same(planned, prior)):
        return None
    if config is None and attribute.computed:
        return None
    if attribute.nested is not None and _both_open(config, planned):
        return _nested(attribute.nested, prior, config, planned, path)
    raise _mismatch(attribute, config, planned, path)


def _assert_not_kept(planned: object, path: tuple) -> None:
    if planned is not None:
        raise Violation("P16", "returned a value for the write-only attribute during planning", path)


def _mismatch(attribute: object, config: object, planned: object, path: tuple) -> Violation:
    if config is None:
        return Violation("P2", f"planned value {planned!r} for a non-computed attribute", path)
    if config is UNKNOWN:
        return Violation("P4", f"planned value {planned!r} where the configuration is not known yet", path)
    return Violation("P1", f"planned value {planned!r} does not match config value {config!r}", path)


def _both_open(config: object, planned: object) -> bool:
    return isinstance(config, dict | list) and isinstance(planned, dict | list)


def _nested(nested: object, prior: object, config: object, planned: object, path: tuple) -> None:
    if nested.nesting == SINGLE:
        return _object(nested.attributes, prior, config, planned, path)
    steps = config.keys() if nested.nesting == MAP else range(len(config))
    if len(planned) != len(config) or (nested.nesting == MAP and planned.keys() != config.keys()):
        raise Violation("P11", f"{len(planned)} elements planned where {len(config)} are configured", path)
    for step in steps:
        _element(nested, _at(prior, step), config[step], planned[step], (*path, step))
    return None


def _element(nested: object, prior: object, config: object, planned: object, path: tuple) -> None:
    if isinstance(config, dict) and isinstance(planned, dict):
        return _object(nested.attributes, prior, config, planned, path)
    if not same(config, planned):
        raise Violation("P1", f"planned element {planned!r} does not match config element {config!r}", path)
    return None


def _at(value: object, step: object) -> object:
    """One element, or None where there is none."""
    found = _step(value, step)
    return None if found is ABSENT else found


def _differs(path: tuple, prior: dict, planned: dict) -> bool:
    one, other = _walk(prior, path), _walk(planned, path)
    if one is ABSENT and other is ABSENT:
        raise Violation("P10", "a path that requires replacement is absent in prior and planned state", path)
    return one is ABSENT or other is ABSENT or other is UNKNOWN or not same(one, other)


def _walk(value: object, path: tuple) -> object:
    for step in path:
        if value is UNKNOWN:
            return UNKNOWN
        value = _step(value, step)
    return value


def _step(value: object, step: object) -> object:
    if isinstance(value, dict):
        return value.get(step, ABSENT)
    if isinstance(value, list) and isinstance(step, int):
        return value[step] if step < len(value) else ABSENT
    return ABSENT
