"""The value codec against the `msgpack` package and against the rules of protocol 6."""

import struct
import unicodedata
from decimal import Decimal

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.terraform import dynamic_value, numbers
from terraform_twilio.terraform.dynamic_value import InvalidValue, decode, encode
from terraform_twilio.terraform.values import UNKNOWN

NUMBERS = (
    st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, places=30).map(lambda number: numbers.parse(str(number)))
)
STRINGS = st.text().map(lambda text: unicodedata.normalize("NFC", text))
PRIMITIVES = {"string": STRINGS, "number": NUMBERS, "bool": st.booleans()}


def values_of(type_):
    """Values of a type, null and unknown included."""
    if isinstance(type_, str):
        exact = PRIMITIVES[type_]
    elif type_[0] in ("list", "set"):
        exact = st.lists(values_of(type_[1]), max_size=20)
    elif type_[0] == "map":
        exact = st.dictionaries(STRINGS, values_of(type_[1]), max_size=20)
    elif type_[0] == "object":
        exact = st.fixed_dictionaries({name: values_of(inner) for name, inner in type_[1].items()})
    else:
        exact = st.tuples(*map(values_of, type_[1])).map(list)
    return st.none() | st.just(UNKNOWN) | exact


TYPES = st.recursive(
    st.sampled_from(["string", "number", "bool"]),
    lambda inner: (
        st.tuples(st.sampled_from(["list", "set", "map"]), inner).map(list)
        | st.dictionaries(STRINGS, inner, max_size=18).map(lambda types: ["object", types])
        | st.lists(inner, max_size=4).map(lambda types: ["tuple", types])
    ),
    max_leaves=6,
)
TYPED_VALUES = TYPES.flatmap(lambda type_: st.tuples(st.just(type_), values_of(type_)))


def same(left, right):
    """Equal, with int, float and Decimal compared by their digits."""
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    if numbers.is_number(left):
        return Decimal(numbers.text_of(left)) == Decimal(numbers.text_of(right))
    return left is right if left is UNKNOWN else type(left) is type(right) and left == right


@given(TYPED_VALUES)
def test_every_value_comes_back_the_same(typed):
    type_, value = typed
    assert same(decode(encode(value, type_), type_), value)


def plain(value, type_):
    """What the msgpack package sees of a value; an object's attributes in the order of its type."""
    if value is UNKNOWN:
        return msgpack.ExtType(0, b"\0")
    if isinstance(value, dict):
        inner = type_[1] if type_[0] == "object" else dict.fromkeys(value, type_[1])
        return {key: plain(value[key], inner[key]) for key in inner}
    if isinstance(value, list):
        return [
            plain(element, type_[1][index] if type_[0] == "tuple" else type_[1]) for index, element in enumerate(value)
        ]
    if numbers.is_number(value) and not (type(value) is int and -(2**63) <= value < 2**64):
        return numbers.text_of(value)
    return value


@given(TYPED_VALUES)
def test_the_bytes_are_those_of_the_msgpack_package(typed):
    type_, value = typed
    assert encode(value, type_) == msgpack.packb(plain(value, type_))


@given(st.binary(max_size=60), TYPES)
def test_any_bytes_are_a_value_or_an_invalid_value(data, type_):
    try:
        decode(data, type_)
    except InvalidValue as problem:
        assert str(problem)  # noqa: PT017  a value is as good


@given(
    st.recursive(
        st.none() | st.booleans() | STRINGS | st.integers(-(2**63), 2**64 - 1),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(STRINGS, inner, max_size=4),
        max_leaves=8,
    )
)
def test_a_dynamic_value_carries_its_type(value):
    assert decode(encode(value, "dynamic"), "dynamic") == value
    assert dynamic_value.type_of(value)


@pytest.mark.parametrize(
    "payload",
    [
        msgpack.ExtType(0, b""),
        msgpack.ExtType(0, b"\0"),
        msgpack.ExtType(12, msgpack.packb({1: False, 2: "x-"})),
        msgpack.ExtType(12, b"\x81" * 300),
        msgpack.ExtType(12, b"\x81" * 70_000),
        msgpack.ExtType(127, b"12345678"),
        msgpack.ExtType(99, b"1234"),
        msgpack.ExtType(3, b"12"),
        msgpack.ExtType(3, b"1" * 16),
    ],
    ids=str,
)
def test_every_extension_is_an_unknown(payload):
    assert decode(msgpack.packb({"a": payload}), ["object", {"a": "string"}]) == {"a": UNKNOWN}


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ("0.1", 0.1),
        ("12345678901234567890123", 12345678901234567890123),
        ("1e3", 1000.0),
        (2.0, 2),
        (0.5, 0.5),
        (0.1, Decimal(0.1)),  # noqa: RUF032  exactly the binary value
        (2.0**70, 2**70),
        (struct.unpack(">d", b"\0\0\0\0\0\0\0\1")[0], Decimal(5e-324)),  # noqa: RUF032  exactly the binary value
        ("0." + "3" * 150, Decimal("0." + "3" * 150)),
    ],
    ids=str,
)
def test_numbers_in_text_and_binary_keep_their_digits(sent, number):
    assert decode(msgpack.packb(sent), "number") == number


def test_a_float_is_sent_as_its_digits():
    assert encode(0.1, "number") == msgpack.packb("0.1")


def test_four_kinds_of_nothing_stay_distinct():
    type_ = [
        "object",
        {"null": ["list", "string"], "text": "string", "list": ["list", "string"], "map": ["map", "string"]},
    ]
    value = {"null": None, "text": "", "list": [], "map": {}}
    assert decode(encode(value, type_), type_) == value


def test_strings_go_out_in_nfc():
    assert encode("e\u0301", "string") == encode("\u00e9", "string") == msgpack.packb("\u00e9")
    assert decode(encode({"e\u0301": "x"}, ["map", "string"]), ["map", "string"]) == {"\u00e9": "x"}


@pytest.mark.parametrize(
    ("value", "type_", "message"),
    [
        (1, "string", "a string is required, not int"),
        ("x", "number", "a number is required, not str"),
        (True, "number", "a number is required, not bool"),
        (1, "bool", "a bool is required, not int"),
        (float("nan"), "number", "not a finite number"),
        (Decimal("Infinity"), "number", "not a finite number"),
        ("\ud800", "string", "not valid Unicode"),
        ({}, ["list", "string"], "a list is required"),
        ([], ["map", "string"], "an object or a map is required"),
        ([1], ["tuple", []], "a tuple of 0"),
        ({"a": 1}, ["object", {"b": "string"}], r"missing \['b'\], not among them \['a'\]"),
        ({"a": [{"b": 1}]}, ["object", {"a": ["list", ["object", {"b": "string"}]]}], r"\['a'\]\[0\]\['b'\]: a string"),
        ({1: "x"}, ["map", "string"], "a string is required"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_place(value, type_, message):
    with pytest.raises(InvalidValue, match=message):
        encode(value, type_)


@pytest.mark.parametrize(
    ("data", "type_", "message"),
    [
        (b"", "string", "not msgpack"),
        (b"\xc1", "string", "not msgpack"),
        (b"\xa5ab", "string", "not msgpack"),
        (b"\xa1\xff", "string", "not msgpack"),
        (b"\xdd\xff\xff\xff\xff", ["list", "string"], "not msgpack"),
        (b"\xc7\xff\x00", "string", "not msgpack"),
        (b"\xa1aa", "string", "left over"),
        (b"\x91" * 100_000, "dynamic", "too deeply"),
        (msgpack.packb("x"), "number", "not other text"),
        (msgpack.packb(b"x"), "number", "not bytes"),
        (msgpack.packb(1), "dynamic", "a type and a value"),
        (msgpack.packb([b"nonsense", 1]), "dynamic", "the type is not one"),
        (msgpack.packb([b'["list"]', []]), "dynamic", "the type is not one"),
        (b"\x81\x01\xa1x", ["map", "string"], "a key is"),
        (b"\x81\x90\xa1x", ["map", "string"], "not msgpack"),
    ],
)
def test_bytes_that_are_no_such_value_are_refused(data, type_, message):
    with pytest.raises(InvalidValue, match=message):
        decode(data, type_)
