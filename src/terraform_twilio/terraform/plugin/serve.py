"""The one door: runs a provider as the plugin that Terraform starts, or dials (`debug`).

Everything that is not needed for the handshake line is done behind it, while Terraform reads the line and dials: the
socket listens already, and whoever dials early waits in its queue. OpenSSL alone takes longer to load than the line.
"""

from __future__ import annotations

from terraform_twilio.terraform.plugin import handshake, native
from terraform_twilio.terraform.plugin.lifetime import Lifetime
from terraform_twilio.terraform.plugin.listener import listen
from terraform_twilio.terraform.plugin.native import system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import NoReturn

    from terraform_twilio.terraform.plugin.certificates import Certificate
    from terraform_twilio.terraform.plugin.listener import Listener
    from terraform_twilio.terraform.plugin.log import Log

_STDOUT = 1
_STDERR = 2
_LEFT_TO_TERRAFORM = (native.SIGINT, native.SIGHUP, native.SIGQUIT)


def serve(new_provider: Callable[[], object], *, addresses: Sequence[str], environ: Mapping[str, str], log: Log,
          schema: Callable[[], bytes] | None = None, debug: bool = False,
          unix: bool = native.HAS_UNIX_SOCKETS) -> NoReturn:
    """Runs the plugin and ends the process.

    `new_provider()` makes one provider (`terraform.provider`) per connection, at its first call. `schema()` answers
    GetProviderSchema without making one, because a third of all launches are asked for nothing else. `addresses` are
    the provider's full addresses, for the line that `debug` prints. `unix` prefers a unix socket to a loopback port.
    """
    if not debug and not handshake.is_started_by_terraform(environ):
        system.write(_STDERR, handshake.REFUSAL.encode())
        system._exit(1)
    for number in () if debug else _LEFT_TO_TERRAFORM:
        native.signal(number, native.SIG_IGN)  # from the first moment on, see `lifetime`
    try:
        listener = listen(environ, unix=unix)
    except OSError as problem:
        reason = f"The provider finds no place to listen: {problem}"
        system.write(_STDOUT, f"{reason}\n".encode())  # Terraform shows what it reads in place of the handshake
        _give_up(reason)
    lifetime = Lifetime(listener.remove)

    def run(session: object, *, is_kept: bool) -> None:
        from terraform_twilio.terraform.plugin.server import Server  # 3 ms, while Terraform reads the line

        Server(new_provider, schema, session, lifetime, log, is_kept=is_kept).run(listener)

    if debug:
        _wait_for_developer(addresses, listener, lifetime, run)
    else:
        _answer_terraform(environ, listener, lifetime, run)
    lifetime.end(0)


def _answer_terraform(environ: Mapping[str, str], listener: Listener, lifetime: Lifetime,
                      run: Callable[..., None]) -> None:
    lifetime.take_termination(at_once=False)
    client_certificate = handshake.client_certificate(environ)
    certificate = _certificate() if client_certificate else None
    try:
        _say(handshake.line(environ, listener, certificate.der if certificate else b""))
    except OSError as problem:
        listener.remove()
        _give_up(f"Nobody reads the handshake: {problem}")
    system.dup2(_STDERR, _STDOUT)  # whatever prints from now on must not disturb Terraform
    try:
        session = _session(listener, certificate, client_certificate) if certificate else None
    except (OSError, ValueError) as problem:
        listener.remove()
        _give_up(f"The provider cannot use PLUGIN_CLIENT_CERT: {problem}")
    run(session, is_kept=False)


def _certificate() -> Certificate:
    from terraform_twilio.terraform.plugin.certificates import make_certificate  # 1 ms, plaintext needs none

    return make_certificate()


def _session(listener: Listener, certificate: Certificate, client_certificate: str) -> Callable[[], tuple]:
    """How TLS sessions are made. OpenSSL takes a key from a file only: ours exists while it is read."""
    path = f"{listener.directory}/key"
    descriptor = system.open(path, system.O_WRONLY | system.O_CREAT | system.O_EXCL, 0o600)
    system.chmod(path, 0o600)  # whatever the umask
    with open(descriptor, "wb") as file:
        file.write(certificate.pem)
    try:
        return native.tls_server(path, client_certificate)
    finally:
        system.unlink(path)


def _wait_for_developer(addresses: Sequence[str], listener: Listener, lifetime: Lifetime,
                        run: Callable[..., None]) -> None:
    from terraform_twilio.terraform.plugin.reattach import instructions  # 0.2 ms, for a developer only

    lifetime.take_termination(at_once=True)
    _say(instructions(addresses, listener, system.getpid()))
    run(None, is_kept=True)


def _say(text: bytes) -> None:
    while text:
        text = text[system.write(_STDOUT, text):]


def _give_up(reason: str) -> NoReturn:
    system.write(_STDERR, f"{reason}\n".encode())
    system._exit(1)
