"""Header compression against the `hpack` package."""

from importlib.util import find_spec, module_from_spec

import hpack
import pytest
from hpack.huffman_constants import REQUEST_CODES_LENGTH
from hypothesis import given, settings
from hypothesis import strategies as st

from terraform_twilio.terraform.plugin.http2.frames import COMPRESSION_ERROR, ENHANCE_YOUR_CALM, ConnectionFailure
from terraform_twilio.terraform.plugin.http2.hpack import Decoder, literal
from terraform_twilio.terraform.plugin.http2.hpack_tables import HUFFMAN_LENGTHS, STATIC
from unit.terraform.threads import in_threads

SPEC = find_spec("terraform_twilio.terraform.plugin.http2.hpack")
TEXT = st.text(st.characters(max_codepoint=255), max_size=40)
HEADERS = st.lists(st.tuples(st.sampled_from([name for name, _ in STATIC]) | TEXT.filter(bool), TEXT), max_size=8)


def test_the_tables_are_those_of_the_package():
    assert list(HUFFMAN_LENGTHS) == list(REQUEST_CODES_LENGTH)
    assert [(name.decode(), value.decode()) for name, value in hpack.table.HeaderTable.STATIC_TABLE] == list(STATIC)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(HEADERS, st.booleans(), st.none() | st.integers(0, 4096)), max_size=12))
def test_blocks_of_the_package_are_read_whatever_was_remembered_before(blocks):
    encoder, decoder = hpack.Encoder(), Decoder()
    for headers, huffman, table_size in blocks:
        if table_size is not None:
            encoder.header_table_size = table_size
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        for _ in range(2):
            assert decoder.decode(encoder.encode(raw, huffman=huffman)) == headers


def test_connections_that_begin_at_the_same_time_read_the_same():
    """The table of the codes is made at the first use; a server for several Terraforms has several readers then."""
    block = hpack.Encoder().encode([(b"name", b"www.example.com")], huffman=True)
    for number in range(20):
        fresh = module_from_spec(SPEC)
        SPEC.loader.exec_module(fresh)
        read = in_threads([lambda fresh=fresh: fresh.Decoder().decode(block)] * 8)
        assert read == [[("name", "www.example.com")]] * 8, number


@given(st.sampled_from(["grpc-status", "x" * 300]), st.text(st.characters(max_codepoint=126), max_size=300))
def test_our_literals_are_read_by_the_package(name, value):
    assert hpack.Decoder().decode(literal(name, value)) == [(name, value)]


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_any_bytes_are_headers_or_an_error_of_the_connection(blocks):
    decoder = Decoder()
    try:
        for block in blocks:
            decoder.decode(block)
    except ConnectionFailure as failure:
        assert failure.code in (COMPRESSION_ERROR, ENHANCE_YOUR_CALM)  # noqa: PT017  headers are as good


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (b"\x80", COMPRESSION_ERROR),
        (b"\xff\x80\x80\x80\x80\x80\x01", COMPRESSION_ERROR),
        (b"\xbe", COMPRESSION_ERROR),
        (b"\x00\x05ab", COMPRESSION_ERROR),
        (b"\x3f\xe2\x1f", COMPRESSION_ERROR),
        (b"\x88\x20", COMPRESSION_ERROR),
        (b"\x00\x01a\x81\x00", COMPRESSION_ERROR),
        (b"\x00\x01a\x84\xff\xff\xff\xff", COMPRESSION_ERROR),
        (b"\x00\x01a\x82\xff\xff", COMPRESSION_ERROR),
        (b"\x40\x01a\x7f\xa1\x1e" + b"v" * 4000 + b"\xbe" * 20, ENHANCE_YOUR_CALM),
    ],
)
def test_what_is_wrong_has_its_code(block, code):
    with pytest.raises(ConnectionFailure) as caught:
        Decoder().decode(block)
    assert caught.value.code == code
