"""Numbers keep every digit they have."""

import math
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.terraform import numbers


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_text_means_exactly_its_digits(number):
    read = numbers.parse(str(number))
    assert Decimal(numbers.text_of(read)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_binary_float_keeps_its_exact_value(number):
    assert Fraction(numbers.text_of(numbers.from_binary(number))) == Fraction(number)


def test_nothing_is_a_decimal_while_another_thread_still_loads_the_module():
    """An import puts the module where it is found before it has run it."""
    program = ("import sys, types; sys.modules['decimal'] = types.ModuleType('decimal')\n"
               "from terraform_twilio.terraform import numbers; print([numbers.is_number(each) for each in ('1', None, 1)])")
    answer = subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": os.pathsep.join(sys.path)},
                            capture_output=True, text=True)
    assert answer.stdout == "[False, False, True]\n", answer.stderr


@pytest.mark.parametrize("text", ["", "-", "nan", "inf", "-Infinity", "1x", "٣x", "0x10", "1" * 5000 + "x"])
def test_other_text_is_no_number(text):
    with pytest.raises(ValueError):  # noqa: PT011  any ValueError is the contract
        numbers.parse(text)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_float_that_is_no_number_is_refused(number):
    with pytest.raises(ValueError, match="finite"):
        numbers.from_binary(number)
    with pytest.raises(ValueError, match="finite"):
        numbers.text_of(number)


@pytest.mark.parametrize(
    ("value", "answer"), [(1, True), (1.5, True), (Decimal(1), True), (True, False), ("1", False), (None, False)]
)
def test_what_counts_as_a_number(value, answer):
    assert numbers.is_number(value) is answer
