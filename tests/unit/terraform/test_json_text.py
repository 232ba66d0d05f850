"""JSON without loss, with and without the accelerator."""

import json
import math
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.terraform import json_text

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_what_is_written_is_read_back_and_agrees_with_the_standard_library(value):
    text = json_text.dumps(value)
    assert json_text.loads(text) == value
    assert json.loads(text) == value
    assert text == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("-0", 0),
        ("1.5", 1.5),
        ("1e2", 100.0),
        ("12345678901234567890123", 12345678901234567890123),
        ("0.1", 0.1),
        ("0.10000000000000000001", Decimal("0.10000000000000000001")),
        ("1e400", Decimal("1e400")),
        (' \n{"a" : [ ] }\t', {"a": []}),
        ('"é"', "é"),
        ('"\\ud83d\\ude00"', "😀"),
    ],
)
def test_numbers_and_text_come_in_without_loss(text, value):
    read = json_text.loads(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    "text", ["", " ", "{", "[1,]", "NaN", "Infinity", "-Infinity", "1 2", "{'a':1}", '"\n"', "[" * 100_000]
)
def test_what_is_no_json_raises_value_error(text):
    with pytest.raises(ValueError):  # noqa: PT011  any ValueError is the contract
        json_text.loads(text)


def test_decimals_are_written_as_their_digits():
    assert json_text.dumps({"b": Decimal("1e400"), "a": [True, None, "ü\n", 0.5]}, sort_keys=True) == (
        '{"a":[true,null,"ü\\n",0.5],"b":1' + "0" * 400 + "}"
    )


@pytest.mark.parametrize("value", [math.nan, math.inf, [Decimal("NaN")], object(), {1: Decimal(1)}, b"x"])
def test_what_json_cannot_say_is_refused(value):
    with pytest.raises((ValueError, TypeError)):
        json_text.dumps(value)


def test_the_public_module_serves_where_the_accelerator_is_missing():
    program = """
import sys
sys.modules["_json"] = None
from terraform_twilio.terraform import json_text
assert json_text.make_encoder is None
value = {"b": [1, 0.5, True, None, "\\u00fc\\"", {}], "a": 10**30}
assert json_text.loads(json_text.dumps(value)) == value
assert json_text.dumps(value, sort_keys=True).startswith('{"a":1000')
for broken in ("", "{", "[1,]", "NaN", "1 2"):
    try:
        json_text.loads(broken)
    except ValueError:
        continue
    raise SystemExit(broken)
"""
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_wrong_text_is_told_even_where_nobody_has_loaded_json():
    """The accelerator alone fails without an exception, as it did in a launch."""
    program = (
        f"import sys; sys.path.insert(0, {str(json_text.__file__).removesuffix('terraform_twilio/terraform/json_text.py')!r})\n"
        "from terraform_twilio.terraform.json_text import loads\n"
        "assert 'json' not in sys.modules\n"
        "try: loads('{')\n"
        "except ValueError as problem: print(problem)\n")
    finished = subprocess.run([sys.executable, "-ISE", "-c", program], check=True, capture_output=True, text=True)
    assert "line 1 column 2" in finished.stdout
