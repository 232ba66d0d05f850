"""Values that Twilio reports and never takes stand in generated configuration: they are valid there, and ask for nothing."""

import pytest

from core import Failed
from lifecycle.facts import read_entries
from lifecycle.life import Life

REPORTED = [pytest.param(entry, one, id=f"{entry.type_name}.{one.name}") for entry in read_entries().values()
            if entry.resource for one in entry.arguments if one.reported]


@pytest.mark.parametrize(("entry", "one"), REPORTED)
def test_what_was_reported_once_plans_nothing(stage, entry, one):
    life = Life(stage, entry)
    configuration = life.minimal()
    life.core.apply(configuration.blocks)
    for value in one.reported:
        plan = life.core.plan(configuration.with_arguments(**{one.name: value}))
        assert plan.actions[life.address] == "no-op", value


@pytest.mark.parametrize(("entry", "one"), REPORTED)
def test_nothing_is_created_with_it(stage, entry, one):
    life = Life(stage, entry)
    for value in one.reported:
        with pytest.raises(Failed, match=f"'{value}' is none of the values that Twilio takes"):
            life.core.plan(life.minimal().with_arguments(**{one.name: value}))
