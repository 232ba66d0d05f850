"""The emulator's certificate authority: made on the first start, kept in a folder, asked for every host's certificate.

    authority.pem   key and certificate, for the owner's eyes (0600); `authority_in` makes it
    ca.pem          the certificate alone, to be trusted by clients
    ca-bundle.pem   the same, behind the system's own authorities, for clients that take one file
"""

from __future__ import annotations

import os
import secrets
import ssl
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from terraform_twilio.emulator.tls.certificates import (
    CERTIFICATE,
    authority_certificate,
    host_certificate,
    key_from_pem,
    key_pem,
)
from terraform_twilio.emulator.tls.der import from_pem, to_pem
from terraform_twilio.emulator.tls.p256 import new_key

AUTHORITY, CA, BUNDLE = "authority.pem", "ca.pem", "ca-bundle.pem"
LOCAL = ["localhost", "127.0.0.1", "::1", "*.twilio.com"]
"""The certificate's names for clients that do not say which host they want."""
SYSTEM_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
                  "/etc/ssl/cert.pem", "/usr/local/etc/openssl/cert.pem", "/opt/homebrew/etc/openssl@3/cert.pem")
BUNDLE_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


class UnusableAuthority(Exception):
    """The authority cannot be kept or read; the text says where and why."""


class Authority:
    """Signs certificates for hosts with the key in `folder`, and keeps a TLS context for each."""

    def __init__(self, folder: Path, text: str, now: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.key = key_from_pem(text)
        self.certificate = from_pem(CERTIFICATE, text)
        self.name = name_in(text)
        self.now = now
        self.host_key = new_key()
        self.contexts: dict[str, ssl.SSLContext] = {}
        self.lock = threading.Lock()

    @property
    def ca(self) -> Path:
        return self.folder / CA

    @property
    def bundle(self) -> Path:
        return self.folder / BUNDLE

    def context(self, host: str = "") -> ssl.SSLContext:
        """A server's TLS for a host; without one, for this machine. HTTP/1.1 is all it speaks."""
        host = host.lower()
        with self.lock:
            if host not in self.contexts:
                self.contexts[host] = self.made(host)
            return self.contexts[host]

    def made(self, host: str) -> ssl.SSLContext:
        """A context that has a new certificate for a host."""
        certificate = host_certificate(self.key, self.name, self.host_key, [host] if host else LOCAL, self.now())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        load_chain(context, key_pem(self.host_key) + to_pem(CERTIFICATE, certificate))
        return context


def load_chain(context: ssl.SSLContext, text: str) -> None:
    """Gives a context its key and certificate, which the ssl module reads from a file only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "chain.pem")
        written(path, text, 0o600)
        context.load_cert_chain(path)


def name_in(text: str) -> str:
    """The authority's name, which its file says before the first block."""
    return text.partition("\n")[0].removeprefix("# ")


def authority_in(folder: Path, *, environ: Mapping[str, str] = os.environ,
                 now: Callable[[], float] = time.time) -> Authority:
    """The authority that a folder holds, made when it holds none; its public files are written anew."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = found_or_made(folder / AUTHORITY, now)
        authority = Authority(folder, text, now)
        own = to_pem(CERTIFICATE, authority.certificate)
        replaced(authority.ca, own)
        replaced(authority.bundle, system_authorities(environ, folder) + f"\n# {authority.name}\n" + own)
    except OSError as error:
        raise UnusableAuthority(f"the authority in {folder} cannot be used: {error.strerror}") from None
    except (ValueError, IndexError) as error:
        raise UnusableAuthority(f"{folder / AUTHORITY} is no authority of the emulator's: {error}") from None
    return authority


def found_or_made(path: Path, now: Callable[[], float]) -> str:
    """An authority's text. Of two processes that make one at once, one wins and both use it."""
    if not path.exists():
        key, name = new_key(), f"Twilio emulator {secrets.token_hex(4)}"
        text = f"# {name}\n{key_pem(key)}{to_pem(CERTIFICATE, authority_certificate(key, name, now()))}"
        draft = path.with_name(f".{AUTHORITY}.{secrets.token_hex(8)}")
        written(draft, text, 0o600)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="utf-8")


def written(path: Path, text: str, mode: int) -> None:
    """A new file with a mode from its first moment."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as file:
        file.write(text)


def replaced(path: Path, text: str) -> None:
    """A public file with this text, never half of it."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        written(draft, text, 0o644)
        draft.replace(path)


def system_authorities(environ: Mapping[str, str], own_folder: Path) -> str:
    """The certificates that this machine trusts; those that the environment names come first, our own never."""
    candidates = [environ[name] for name in BUNDLE_VARIABLES if environ.get(name)]
    path = first_readable([*candidates, ssl.get_default_verify_paths().cafile, *SYSTEM_BUNDLES], own_folder)
    return path.read_text(encoding="utf-8", errors="replace") if path else ""


def first_readable(candidates: Iterable[str | None], own_folder: Path) -> Path | None:
    """The first file of the candidates that can be read and is not in our own folder."""
    paths = (Path(candidate) for candidate in candidates if candidate)
    return next((path for path in paths if path.is_file() and path.name != BUNDLE
                 and os.access(path, os.R_OK) and path.resolve().parent != own_folder.resolve()), None)
