"""Replacements that Terraform orders, and does not tell a provider of: what would be lost is named all the same (P15)."""

import json

import pytest

from acceptance.modules import VARIABLES
from acceptance.project import PLAN
from acceptance.test_resource_examples import ENTRIES, imported, text_of

pytestmark = pytest.mark.terraform

NAMED = ("twilio_api_account", "twilio_api_incoming_phone_number", "twilio_messaging_brand_registration",
         "twilio_messaging_us_app_to_person")
LOST = sorted(name for name, entry in ENTRIES.items() if entry.loss)
NUMBERS = """
resource "twilio_api_incoming_phone_number" "lines" {
  count     = %d
  area_code = "503"%s
}
"""
TRIGGERED = """
  lifecycle {
    replace_triggered_by = [terraform_data.trigger]
  }
}

resource "terraform_data" "trigger" {
  input = "%s"
"""


def first(quick, count=1, more=""):
    """So many numbers are bought; the first one."""
    quick.write_text(NUMBERS % (count, more))
    quick.apply()
    return quick.state()["twilio_api_incoming_phone_number.lines"]["phone_number"]


def test_what_is_lost_is_known():
    assert set(NAMED) < set(LOST)


@pytest.mark.parametrize("type_name", [name if name in NAMED else pytest.param(name, marks=pytest.mark.long)
                                       for name in LOST])
def test_what_would_be_lost_is_named(quick, type_name):
    address, _ = imported(type_name)
    quick.write_text(text_of(type_name))
    (quick.directory / "all.auto.tfvars.json").write_text(json.dumps(VARIABLES))
    quick.apply()
    cost = ENTRIES[type_name].loss
    told = quick.refused(*PLAN, f"-replace={address}")
    assert f"Error: {type_name} " in told
    assert cost in told
    assert "two steps" in told
    quick.run("taint", address)
    for options in [], ["-refresh=false"]:
        told = quick.run(*PLAN, *options) and quick.told
        assert cost in told
        assert "terraform untaint" in told
    quick.run("untaint", address)
    quick.assert_settled()
    quick.run("plan", "-destroy", f"-target={address}", "-input=false", "-no-color")
    assert cost in quick.told


def test_a_trigger_replaces_no_number(quick):
    number = first(quick, more=TRIGGERED % "one")
    quick.write_text(NUMBERS % (1, TRIGGERED % "two"))
    told = quick.refused(*PLAN)
    assert f"{number} would be lost" in told
    quick.destroy("-refresh=false", "-target=twilio_api_incoming_phone_number.lines")
    assert f"{number} will be lost" in quick.told
    quick.apply()
    quick.assert_settled()


def test_what_stays_in_the_account_is_replaced_without_a_word(quick):
    number = first(quick, more="\n  release_on_destroy = false")
    address = "twilio_api_incoming_phone_number.lines[0]"
    assert list(quick.plan(f"-replace={address}")) == [address]
    assert number in quick.state()["twilio_api_incoming_phone_number.lines"]["phone_number"]
    assert "lost" not in quick.told
    quick.run("taint", address)
    assert list(quick.plan()) == [address]
    assert "lost" not in quick.told


def test_a_number_that_is_replaced_by_its_arguments_is_warned_of_alone(quick):
    number = first(quick)
    quick.write_text(NUMBERS.replace("area_code", "phone_number").replace("503", "+15005550006") % (1, ""))
    quick.plan("-replace=twilio_api_incoming_phone_number.lines[0]")
    assert f"{number} will be lost" in quick.told


def test_numbers_beside_new_ones_are_not_taken_for_tainted(quick):
    """They are read while the new ones are planned already."""
    first(quick, 20)
    quick.write_text(NUMBERS % (40, ""))
    assert len(quick.plan()) == 20
    assert "lost" not in quick.told
    quick.run("taint", "twilio_api_incoming_phone_number.lines[7]")
    assert len(quick.plan()) == 21
    assert quick.told.count("will be lost") == 1
