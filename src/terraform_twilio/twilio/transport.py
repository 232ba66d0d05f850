"""The network: connections kept alive, shared by any number of threads. The only module that touches it.

1. A connection is used by one call at a time and goes back only when the answer was read whole.
2. A kept connection is used only when the peer has been quiet since, and not for longer than _IDLE seconds. Then it is
   closed, whether or not somebody asks for it again.
3. When it fails all the same before any byte of the answer, the request is sent once more on a new connection, if
   nothing of it had been taken or sending it twice does no harm.
4. `sent` in a TransportError is true as soon as one piece of the request was handed over.
5. An answer that goes on coming, however slowly, has an end: _LONGEST_ANSWER seconds for all of it.
6. A server may answer and close before it has taken a whole body (too large, not allowed): the answer counts.
7. After `hang_up` nobody waits for the answer to a GET any more; whatever else was sent is waited for.
"""

from __future__ import annotations

import _thread
import time

from terraform_twilio.twilio import http1, native, proxies
from terraform_twilio.twilio.credentials import basic
from terraform_twilio.twilio.errors import TransportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.twilio.addressing import Origin
    from terraform_twilio.twilio.messages import RawAnswer, Request
    from terraform_twilio.twilio.proxies import Proxy

_IDLE = 30.0
_LONGEST_ANSWER = 300.0
# A dead address must not use up the time of the ones behind it.
_OTHER_ADDRESSES = 3.0
_TCP, _NO_DELAY = 6, 1
# One TLS record: written whole or not at all.
_PIECE = 16384
_GZIP = 31
_CLOSED = "the connection was closed before the answer was complete"
# OpenSSL's names for what happens to others too.
_TLS_REASONS = {"UNEXPECTED_EOF_WHILE_READING": _CLOSED, "WRONG_VERSION_NUMBER": "the server does not speak TLS"}
_MAX_UNPACKED = 256 * 1024 * 1024


class Transport:
    """Sends requests and returns raw answers; raises TransportError or UnusableValue."""

    def __init__(self, environ: dict, *, connect_timeout: float = 10.0, read_timeout: float = 60.0,
                 longest_answer: float = _LONGEST_ANSWER, modules: object = None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._environ = environ
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._longest_answer = longest_answer
        self._clock = clock
        self._native = modules or native.best()
        self._lock = _thread.allocate_lock()
        self._idle: dict = {}
        self._reading: dict = {}
        self._is_over = False
        self._trust: object = None

    def exchange(self, origin: Origin, request: Request, *, repeatable: bool) -> RawAnswer:
        """One request, one answer (gzip undone)."""
        connection = self._take_idle(origin)
        if connection is not None:
            try:
                return self._on(connection, origin, request)
            except TransportError as error:
                if connection.reader.started or (error.sent and not repeatable) or self._is_over:
                    raise
        return self._on(self._connect(origin), origin, request)

    def close(self) -> None:
        """Closes what is kept."""
        with self._lock:
            idle, self._idle = self._idle, {}
        for connections in idle.values():
            for connection in connections:
                connection.channel.close()

    def hang_up(self) -> None:
        """Ends every GET: its caller is told that there was no answer."""
        self._is_over = True
        for connection in list(self._reading):
            connection.channel.hang_up()

    def _on(self, connection: Connection, origin: Origin, request: Request) -> RawAnswer:
        keep = False
        try:
            if request.method == "GET":
                self._reading[connection] = True
                if self._is_over:
                    raise TransportError("it was called off", sent=False)
            answer, keep = connection.exchange(origin, request)
        finally:
            self._reading.pop(connection, None)
            if keep:
                self._put_idle(origin, connection)
            else:
                connection.channel.close()
        return _unpacked(answer)

    def _take_idle(self, origin: Origin) -> Connection | None:
        """The connection used last among those that are sure to be alive."""
        while (connection := self._pop_idle(origin)) is not None:
            if self._clock() - connection.idle_since < _IDLE and connection.channel.is_quiet():
                return connection
            connection.channel.close()
        return None

    def _pop_idle(self, origin: Origin) -> Connection | None:
        with self._lock:
            kept = self._idle.get((origin.scheme, origin.host, origin.port))
            return kept.pop() if kept else None

    def _put_idle(self, origin: Origin, connection: Connection) -> None:
        connection.idle_since = self._clock()
        with self._lock:
            self._idle.setdefault((origin.scheme, origin.host, origin.port), []).append(connection)
            stale = self._take_stale(connection.idle_since)
        for other in stale:
            other.channel.close()

    def _take_stale(self, now: float) -> list:
        """What has been kept too long; the oldest of each origin come first."""
        stale = []
        for kept in self._idle.values():
            while kept and now - kept[0].idle_since >= _IDLE:
                stale.append(kept.pop(0))
        return stale

    def _connect(self, origin: Origin) -> Connection:
        proxy = proxies.proxy_for(origin, self._environ)
        if origin.scheme == "http":
            sock = self._dial(proxy or origin)
            sock.settimeout(self._read_timeout)
            return self._opened(native.Channel(sock), proxy)
        return self._secured(origin, proxy)

    def _opened(self, channel: native.Channel, proxy: Proxy | None) -> Connection:
        return Connection(channel, proxy, lambda: self._in_time(channel, self._longest_answer))

    def _in_time(self, channel: native.Channel, seconds: float) -> http1.Reader:
        """Reads from `channel` until that many seconds have passed since the first look, then raises TimeoutError."""
        end = None

        def receive(count: int) -> bytes:
            nonlocal end
            now = self._clock()
            end = end or now + seconds
            if now > end:
                raise TimeoutError
            return channel.read(count)

        return http1.Reader(receive)

    def _secured(self, origin: Origin, proxy: Proxy | None) -> Connection:
        trust = self._trusted()
        while True:
            generation = trust.generation
            try:
                return self._handshake(origin, proxy, trust.context)
            except self._native.CertificateError as error:
                if not trust.widen(generation):
                    raise _untrusted(origin.host, error) from None
            except OSError as error:
                raise TransportError(f"no TLS connection to {origin.authority}: {_reason(error)}", sent=False) from None

    def _handshake(self, origin: Origin, proxy: Proxy | None, context: object) -> Connection:
        sock = self._dial(proxy or origin)
        try:
            if proxy is not None:
                channel = native.Channel(sock)
                _tunnel(channel, self._in_time(channel, self._connect_timeout), origin, proxy)
            channel = self._native.wrap(context, sock, origin.host)
            channel.set_timeout(self._read_timeout)
        except BaseException:
            sock.close()
            raise
        return self._opened(channel, None)

    def _trusted(self) -> object:
        from terraform_twilio.twilio.trust import Trust  # loads os, 1 ms that plain http does not need

        with self._lock:
            if self._trust is None:
                self._trust = Trust(self._environ, self._native)
            return self._trust

    def _dial(self, server: Origin | Proxy) -> object:
        """A connected socket to the first address that answers."""
        addresses = self._resolve(server.host, server.port)
        for position, (family, kind, protocol, _, address) in enumerate(addresses, 1):
            timeout = self._connect_timeout if position == len(addresses) else _OTHER_ADDRESSES
            try:
                return self._connected(family, kind, protocol, address, min(timeout, self._connect_timeout))
            except OSError as error:
                reason = _reason(error)
        raise TransportError(f"{server.host}:{server.port} cannot be reached: {reason}", sent=False)

    def _resolve(self, host: str, port: int) -> list:
        try:
            return self._native.addresses(host, port)
        except self._native.NameError as error:
            raise TransportError(f"the host name {host} cannot be resolved", sent=False,
                                 lasting=error.errno == self._native.name_unknown) from None

    def _connected(self, family: int, kind: int, protocol: int, address: tuple, timeout: float) -> object:
        sock = self._native.socket(family, kind, protocol)
        try:
            sock.settimeout(timeout)
            sock.connect(address)
            sock.setsockopt(_TCP, _NO_DELAY, 1)
            sock.settimeout(self._connect_timeout)
        except BaseException:
            sock.close()
            raise
        return sock


class Connection:
    """One connection. `proxy`: the one that plain http requests are addressed to. `new_reader()`: of one answer."""

    __slots__ = ("_new_reader", "_proxy", "channel", "idle_since", "reader")

    def __init__(self, channel: native.Channel, proxy: Proxy | None, new_reader: Callable[[], http1.Reader]) -> None:
        self.channel = channel
        self.idle_since = 0.0
        self._new_reader = new_reader
        self._proxy = proxy

    def exchange(self, origin: Origin, request: Request) -> tuple[RawAnswer, bool]:
        """The answer, and whether this connection may be used again."""
        self.reader = self._new_reader()
        try:
            _write(self.channel, self._bytes(origin, request))
        except TransportError as error:
            if not error.sent:
                raise
            return self._early_answer(error), False
        try:
            return http1.read_answer(self.reader)
        except http1.Ended:
            reason = _CLOSED
        except http1.Malformed as error:
            reason = f"the answer cannot be read: {error}"
        except OSError as error:
            reason = _reason(error)
        raise TransportError(f"no answer from {origin.authority}: {reason}", sent=True) from None

    def _early_answer(self, error: TransportError) -> RawAnswer:
        """What the server said before it stopped listening; raises `error` where that was nothing."""
        try:
            return http1.read_answer(self.reader)[0]
        except (http1.Ended, http1.Malformed, OSError):
            raise error from None

    def _bytes(self, origin: Origin, request: Request) -> bytes:
        target = origin.prefix + request.target
        headers = {"Host": origin.authority, **request.headers, "Accept-Encoding": "gzip"}
        if self._proxy is not None:
            target = f"http://{origin.authority}{target}"
            headers.update(_proxy_login(self._proxy))
        return http1.request_bytes(request.method, target, headers, request.body)


def _write(channel: native.Channel, message: bytes) -> None:
    written = 0
    with memoryview(message) as view:
        try:
            while written < len(message):
                written += channel.write(view[written:written + _PIECE])
        except OSError as error:
            raise TransportError(f"the request could not be sent: {_reason(error)}", sent=written > 0) from None


def _tunnel(channel: native.Channel, reader: http1.Reader, origin: Origin, proxy: Proxy) -> None:
    """Asks the proxy for a way through to `origin`; nothing of the request itself is sent before it says yes."""
    host = f"[{origin.host}]" if ":" in origin.host else origin.host
    authority = f"{host}:{origin.port}"
    headers = {"Host": authority, **_proxy_login(proxy)}
    try:
        _write(channel, http1.request_bytes("CONNECT", authority, headers, b""))
        status, reason = http1.read_head(reader)
    except (http1.Ended, http1.Malformed, TransportError, OSError) as error:
        what = _reason(error) if isinstance(error, OSError) else str(error) or "it closed the connection"
        raise TransportError(f"the proxy {proxy.host}:{proxy.port} gave no answer: {what}", sent=False) from None
    if not 200 <= status < 300:
        raise TransportError(f"the proxy {proxy.host}:{proxy.port} refuses a way to {authority}: {status} {reason}",
                             sent=False, lasting=status < 500)


def _proxy_login(proxy: Proxy) -> dict:
    return {} if proxy.user is None else {"Proxy-Authorization": basic(proxy.user, proxy.password or "")}


def _unpacked(answer: RawAnswer) -> RawAnswer:
    if answer.headers.get("content-encoding", "").lower() not in ("gzip", "x-gzip") or not answer.body:
        return answer
    import zlib  # 0.3 ms, only where the server packs

    unpacker = zlib.decompressobj(_GZIP)
    try:
        answer.body = unpacker.decompress(answer.body, _MAX_UNPACKED)
    except zlib.error:
        raise TransportError("the packed answer is damaged", sent=True) from None
    if not unpacker.eof:
        raise TransportError("the packed answer is incomplete or too long", sent=True)
    return answer


def _untrusted(host: str, error: OSError) -> TransportError:
    why = getattr(error, "verify_message", "") or "it cannot be verified"
    return TransportError(f"the certificate of {host} is not trusted: {why}. If its authority is a private one, set "
                          "SSL_CERT_FILE to a file that holds it", sent=False, lasting=True)


def _reason(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long"
    named = getattr(error, "reason", None)
    if isinstance(named, str):
        return _TLS_REASONS.get(named) or named.replace("_", " ").lower()
    return error.strerror or type(error).__name__
