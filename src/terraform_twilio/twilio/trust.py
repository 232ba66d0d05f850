"""Which certificate authorities are believed, loaded as late as possible.

1. SSL_CERT_FILE and SSL_CERT_DIR replace OpenSSL's own file and directory; what either holds is believed.
2. A hashed directory costs 0.1 ms whatever it holds, a bundle of all authorities 16 ms. So a large file is loaded only
   when a certificate could not be verified without it; a small one (one's own authority) at once.
3. Where OpenSSL's own places are empty, the places where systems keep their bundle are tried.
"""

from __future__ import annotations

import _thread
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.twilio.native import PrivateModules, PublicModules

_SMALL = 32768
_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
            "/etc/ssl/cert.pem", "/usr/local/share/certs/ca-root-nss.crt", "/opt/homebrew/etc/openssl@3/cert.pem")
_HASH_DIGITS = frozenset("0123456789abcdef")
_PEM_ENDINGS = (".pem", ".crt", ".cer")


class Trust:
    """The TLS context of one transport. `generation` counts how often it was widened."""

    def __init__(self, environ: dict, native: PrivateModules | PublicModules) -> None:
        self.context = native.new_context()
        self.generation = 0
        self._lock = _thread.allocate_lock()
        file_name, file, directory_name, directory = native.default_trust
        self._files = _files(environ.get(file_name), file)
        for path in _directories(environ.get(directory_name) or directory):
            self._take_directory(path)
        self._load([path for path in self._files if os.path.getsize(path) <= _SMALL])

    def widen(self, generation: int) -> bool:
        """Loads what was put off. False where that changes nothing for a handshake begun at `generation`."""
        with self._lock:
            if self._files:
                self._load(list(self._files))
                self.generation += 1
            return self.generation > generation

    def _take_directory(self, path: str) -> None:
        try:
            names = os.listdir(path)
        except OSError:  # not this user's to read: OpenSSL finds nothing there, either
            return
        if any(_is_hash(name) for name in names):
            self.context.load_verify_locations(None, path, None)
        else:
            self._files += [os.path.join(path, name) for name in sorted(names) if name.endswith(_PEM_ENDINGS)]

    def _load(self, paths: list[str]) -> None:
        """Loads these files; what holds no certificate is passed over, as OpenSSL does it."""
        for path in paths:
            self._files.remove(path)
            try:
                self.context.load_verify_locations(path, None, None)
            except OSError:
                continue


def _files(named: str | None, default: str) -> list[str]:
    if named:
        return [named] if os.path.isfile(named) else []
    return [path for path in (default, *_BUNDLES) if os.path.isfile(path)][:1]


def _directories(paths: str) -> list[str]:
    return [path for path in paths.split(os.pathsep) if os.path.isdir(path)]


def _is_hash(name: str) -> bool:
    """`5ed36f99.0`: the name under which OpenSSL looks an authority up."""
    return len(name) == 10 and name.endswith(".0") and _HASH_DIGITS.issuperset(name[:8])
