"""The certificate of a launch, judged by `cryptography`."""

import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from terraform_twilio.terraform.plugin import certificates, p256, p256_table


def test_the_table_is_what_the_curve_says():
    assert p256.comb_table() == p256_table.POINTS


@settings(max_examples=25, deadline=None)
@given(st.integers(1, p256.N - 1) | st.integers(1, 300) | st.integers(p256.N - 300, p256.N - 1))
def test_multiples_of_the_generator_are_those_of_openssl(scalar):
    numbers = ec.derive_private_key(scalar, ec.SECP256R1()).public_key().public_numbers()
    assert p256.multiple_of_generator(scalar) == (numbers.x, numbers.y)


def test_a_certificate_is_signed_with_its_own_key_and_says_what_terraform_needs():
    now = 1_700_000_000
    made = certificates.make_certificate(now)
    certificate = x509.load_der_x509_certificate(made.der)
    certificate.verify_directly_issued_by(certificate)
    key = serialization.load_pem_private_key(made.pem[made.pem.index(b"-----BEGIN EC") :], None)
    assert key.public_key() == certificate.public_key()
    assert certificate.subject.rfc4514_string() == "CN=localhost"
    assert (
        certificate.not_valid_before_utc
        < datetime.datetime.fromtimestamp(now, datetime.UTC)
        < certificate.not_valid_after_utc
    )
    assert isinstance(certificate.signature_hash_algorithm, hashes.SHA256)


@pytest.mark.parametrize(
    ("extension", "check"),
    [
        (x509.SubjectAlternativeName, lambda value: value.get_values_for_type(x509.DNSName) == ["localhost"]),
        (x509.BasicConstraints, lambda value: value.ca),
        (x509.ExtendedKeyUsage, lambda value: {usage._name for usage in value} == {"serverAuth", "clientAuth"}),
        (
            x509.KeyUsage,
            lambda value: (
                value.digital_signature
                and value.key_encipherment
                and value.key_agreement
                and value.key_cert_sign
                and not value.crl_sign
            ),
        ),
    ],
)
def test_its_extensions(extension, check):
    certificate = x509.load_der_x509_certificate(certificates.make_certificate().der)
    assert check(certificate.extensions.get_extension_for_class(extension).value)


def test_every_certificate_has_a_key_of_its_own():
    first, second = certificates.make_certificate(), certificates.make_certificate()
    assert first.der != second.der
    assert first.pem != second.pem
