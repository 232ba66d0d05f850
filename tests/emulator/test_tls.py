"""The emulator's certificates, judged by OpenSSL and by `cryptography`: neither shares a line with them."""

from __future__ import annotations

import socket
import ssl
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from terraform_twilio.emulator import command
from terraform_twilio.emulator.tls.authority import AUTHORITY, BUNDLE, CA, UnusableAuthority, authority_in
from terraform_twilio.emulator.tls.certificates import host_certificate, key_from_pem, key_pem
from terraform_twilio.emulator.tls.p256 import Key, N, new_key

# RFC 6979, A.2.5: a key, its public point, and the signature of "sample" with a known nonce.
SECRET = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
PUBLIC = ("0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
          "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299")
NONCE = 0xA6E3C57DD01ABE90086538398355DD4C3B17AA873382B0F24D6129493D8AAD60
SIGNATURE = (0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716,
             0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8)


@pytest.fixture
def authority(tmp_path):
    return authority_in(tmp_path / "authority", environ={})


def test_a_signature_is_that_of_the_published_example():
    key = Key(SECRET)
    assert key.public.hex().upper() == PUBLIC
    assert key.sign(b"sample", lambda: NONCE) == SIGNATURE


@pytest.mark.parametrize("secret", [1, 2, N - 1])
def test_the_smallest_and_the_largest_key_have_the_right_point(secret):
    numbers = ec.derive_private_key(secret, ec.SECP256R1()).public_key().public_numbers()
    assert Key(secret).public == b"\x04" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")


def test_a_private_key_is_written_as_others_read_it():
    key = new_key()
    assert load_pem_private_key(key_pem(key).encode(), None).private_numbers().private_value == key.secret
    assert key_from_pem(key_pem(key)).secret == key.secret


def test_the_authority_vouches_for_twilio_and_this_machine_only(authority):
    certificate = x509.load_pem_x509_certificate(authority.ca.read_bytes())
    certificate.public_key().verify(certificate.signature, certificate.tbs_certificate_bytes, ec.ECDSA(SHA256()))
    constraints = certificate.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical
    assert [str(name.value) for name in constraints.value.permitted_subtrees] == [
        "twilio.com", "localhost", "127.0.0.0/8", "::1/128"]
    assert certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.path_length == 0


def handshake(server: ssl.SSLContext, client: ssl.SSLContext, host: str) -> ssl.SSLSocket:
    """The client's end of a connection, handshake done; SSLError where it does not believe the server."""
    ours, theirs = socket.socketpair()

    def serve() -> None:
        try:
            server.wrap_socket(theirs, server_side=True).close()
        except OSError:
            theirs.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        return client.wrap_socket(ours, server_hostname=host)
    finally:
        thread.join()


def strict(cafile: object) -> ssl.SSLContext:
    """A client as Python 3.13 makes it, with the authority alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.set_alpn_protocols(["h2", "http/1.1"])
    return context


@pytest.mark.parametrize("host", ["api.twilio.com", "proxy.dublin.ie1.twilio.com", "serverless-upload.twilio.com"])
def test_a_strict_client_believes_a_host_of_twilios_and_speaks_http_1(authority, host):
    with handshake(authority.context(host), strict(authority.ca), host) as secured:
        assert secured.selected_alpn_protocol() == "http/1.1"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "video.twilio.com"])
def test_without_a_name_the_certificate_is_this_machines(authority, host):
    handshake(authority.context(), strict(authority.ca), host).close()


@pytest.mark.parametrize("host", ["example.com", "nottwilio.com", "10.0.0.1"])
def test_no_client_believes_another_host_that_the_key_signed_for(authority, host):
    with pytest.raises(ssl.SSLError, match="permitted subtree violation"):
        handshake(authority.made(host), strict(authority.ca), host)


def test_a_certificate_is_for_its_host_alone(authority):
    with pytest.raises(ssl.SSLError, match="Hostname mismatch"):
        handshake(authority.context("api.twilio.com"), strict(authority.ca), "proxy.twilio.com")


def test_names_addresses_and_dates_are_as_others_read_them(authority):
    moment = datetime(2049, 12, 31, tzinfo=UTC)
    encoded = host_certificate(authority.key, authority.name, new_key(), ["a.twilio.com", "::1"], moment.timestamp())
    certificate = x509.load_der_x509_certificate(encoded)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["a.twilio.com"]
    assert names.get_values_for_type(x509.IPAddress) == [ip_address("::1")]
    assert certificate.not_valid_before_utc < moment < certificate.not_valid_after_utc
    assert certificate.not_valid_after_utc.year == 2051


def test_the_key_is_the_owners_alone_and_stays_the_same(authority, tmp_path):
    folder = authority.folder
    assert stat.S_IMODE((folder / AUTHORITY).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "PRIVATE" not in (folder / CA).read_text() + (folder / BUNDLE).read_text()
    assert authority_in(folder, environ={}).certificate == authority.certificate
    assert sorted(path.name for path in folder.iterdir()) == [AUTHORITY, BUNDLE, CA]


def test_authorities_made_at_once_are_one(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: authority_in(tmp_path / "shared", environ={}), range(8)))
    assert len({authority.certificate for authority in made}) == 1


def test_the_bundle_holds_what_the_environment_names_and_our_own(tmp_path):
    other = authority_in(tmp_path / "other", environ={})
    company = tmp_path / "company.pem"
    company.write_text(other.ca.read_text())
    authority = authority_in(tmp_path / "own", environ={"SSL_CERT_FILE": str(company)})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(authority.bundle)
    assert sorted(context.get_ca_certs(binary_form=True)) == sorted([other.certificate, authority.certificate])


def test_the_bundle_holds_the_systems_authorities_too(tmp_path):
    system = ssl.create_default_context()
    if not system.get_ca_certs():
        pytest.skip("OpenSSL has no file of authorities here that it would show")
    authority = authority_in(tmp_path / "own", environ={})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(authority.bundle)
    bundled = set(context.get_ca_certs(binary_form=True))
    assert bundled >= {*system.get_ca_certs(binary_form=True), authority.certificate}


def test_the_first_start_makes_the_authority_and_the_second_keeps_it(tmp_path):
    def trusted() -> bytes:
        chosen = command.parser().parse_args(["--ephemeral", "--port", "0", "--authority", str(tmp_path / "own")])
        with command.started(chosen) as emulator:
            assert stat.S_IMODE((tmp_path / "own" / AUTHORITY).stat().st_mode) == 0o600
            return emulator.tunnels.authority.certificate

    assert trusted() == trusted()


def test_a_bundle_of_ours_is_never_bundled_again(tmp_path):
    authority = authority_in(tmp_path / "own", environ={})
    again = authority_in(tmp_path / "own", environ={"SSL_CERT_FILE": str(authority.bundle)})
    text = again.bundle.read_text()
    assert text.count(authority.ca.read_text()) == 1


def test_a_folder_that_cannot_hold_an_authority_is_said(tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(UnusableAuthority, match="file"):
        authority_in(blocked / "authority", environ={})


@pytest.mark.parametrize("text", ["", "# x\n-----BEGIN EC PRIVATE KEY-----\n!!!!\n-----END EC PRIVATE KEY-----\n"])
def test_a_file_that_is_no_authority_is_said(tmp_path, text):
    (tmp_path / AUTHORITY).write_text(text)
    with pytest.raises(UnusableAuthority, match="is no authority"):
        authority_in(tmp_path, environ={})
