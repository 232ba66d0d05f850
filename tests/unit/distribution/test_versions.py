"""A number never changes its bytes."""

import pytest

from terraform_twilio.distribution.versions import NumberTaken, choose

OURS = "h1:ours"


def chosen(installed: dict[str, str], development: bool = True, own: str = "0.1.0") -> str:
    found = {version: {contents} for version, contents in installed.items()}
    return choose(own, found, lambda _: OURS, development)


@pytest.mark.parametrize(("installed", "version"), [
    ({}, "0.1.0"),
    ({"0.1.0": OURS}, "0.1.0"),
    ({"0.1.0": "h1:other"}, "0.1.1"),
    ({"0.1.0": "h1:other", "0.1.1": OURS}, "0.1.1"),
    ({"0.1.0": OURS, "0.1.1": "h1:newer"}, "0.1.2"),  # Terraform takes the newest: going back needs a new number.
    ({"0.1.9": "h1:other", "0.1.10": "h1:other"}, "0.1.11"),
    ({"0.2.0": "h1:other", "1.0.0": "h1:other"}, "0.1.0"),
    ({"0.1.0-beta": "h1:other", "nonsense": "h1:other"}, "0.1.0"),
])
def test_a_development_build_takes_the_next_free_patch_number(installed, version):
    assert chosen(installed) == version


def test_a_number_whose_copies_differ_is_taken():
    assert choose("0.1.0", {"0.1.0": {OURS, "h1:other"}}, lambda _: OURS, development=True) == "0.1.1"


@pytest.mark.parametrize("installed", [{}, {"0.1.0": OURS}, {"0.0.9": "h1:other"}, {"0.1.1": "h1:other"}])
def test_a_release_takes_its_own_number(installed):
    assert chosen(installed, development=False) == "0.1.0"


def test_a_release_is_refused_where_other_bytes_have_its_number():
    with pytest.raises(NumberTaken, match=r"uninstall 0\.1\.0"):
        chosen({"0.1.0": "h1:other"}, development=False)
