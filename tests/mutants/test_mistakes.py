"""The mistakes of `make mutants` can still be made; whether they are seen takes minutes."""

from mutants.__main__ import unfit


def test_every_mistake_has_its_place_in_the_code():
    assert unfit() == []
