"""Accepts connections and gives each its thread, its HTTP/2, and a provider of its own."""

from __future__ import annotations

import time

from terraform_twilio.terraform.plugin.grpc import Calls
from terraform_twilio.terraform.plugin.http2.connection import Connection
from terraform_twilio.terraform.plugin.native import accept, start_new_thread
from terraform_twilio.terraform.plugin.services import PROVIDER, ProviderService, framework_services
from terraform_twilio.terraform.plugin.transport import Encrypted, Plain
from terraform_twilio.terraform.plugin.workers import Workers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.terraform.plugin.lifetime import Lifetime
    from terraform_twilio.terraform.plugin.listener import Listener
    from terraform_twilio.terraform.plugin.log import Log

# A host that started the server dials once. In reattach mode each provider configuration dials for each walk, and core
# closes none before it ends; a refused one is dialled again for ever.
_MOST_CONNECTIONS = 64
_UNTIL_ANOTHER_TRY = 0.5


class Server:
    """`session` makes a TLS session, or is None for plaintext; `shut_down` is called when the host asks for the end."""

    def __init__(self, new_provider: Callable[[], object], schema: Callable[[], bytes] | None,
                 session: Callable[[], tuple] | None, lifetime: Lifetime, log: Log, *, is_kept: bool,
                 sleep: Callable[[float], None] = time.sleep) -> None:
        self._new_provider = new_provider
        self._schema = schema
        self._session = session
        self._lifetime = lifetime
        self._log = log
        self._is_kept = is_kept
        self._sleep = sleep
        self._workers = Workers()

    def run(self, listener: Listener) -> None:
        """Until nobody is left, or for ever where the server is kept (reattach)."""
        while self._is_kept or not self._lifetime.is_over():
            listener.socket.settimeout(self._lifetime.patience())
            try:
                socket = accept(listener.socket)
            except TimeoutError:
                continue
            except OSError as problem:  # no descriptor is left for it: it waits, and what is open goes on
                self._log.warn("a connection cannot be taken", reason=problem)
                self._sleep(_UNTIL_ANOTHER_TRY)
                continue
            self._take(socket)

    def _take(self, socket: object) -> None:
        """A thread for the connection; where there may or can be none, it is closed."""
        count = self._lifetime.connection_began()
        try:
            if count > _MOST_CONNECTIONS and not self._is_kept:
                raise RuntimeError("too many connections")
            start_new_thread(self._serve, (socket,))
        except RuntimeError as problem:
            self._log.warn("a connection was closed", reason=problem)
            socket.close()
            self._lifetime.connection_ended()

    def _serve(self, socket: object) -> None:
        transport = Plain(socket) if self._session is None else Encrypted(socket, self._session())
        try:
            transport.start()
            self._speak(transport)
        except OSError as problem:
            self._log.debug("a connection ended", reason=problem)
        finally:
            transport.close()
            self._lifetime.connection_ended()

    def _speak(self, transport: object) -> None:
        connection = Connection(transport)
        provider = ProviderService(self._new_provider, self._schema, self._log)

        def shut_down() -> None:
            if not self._is_kept:
                connection.calls.end_held(list(connection.streams.values()))
                self._lifetime.end(0)

        services = {PROVIDER: provider, **framework_services(shut_down)}
        connection.calls = Calls(connection.sender, services, self._workers, self._log)
        try:
            connection.serve()
        finally:
            provider.stop()
