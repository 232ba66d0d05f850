"""The services on a plugin's connection: the provider itself, and what the plugin framework asks of any plugin."""

from __future__ import annotations

from terraform_twilio.terraform.plugin.grpc import HELD, INLINE, INTERNAL, NOT_FOUND, WORKER, Failed, Method

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.terraform.plugin.log import Log
    from terraform_twilio.terraform.protocol6.servicer import Servicer

PROVIDER = "tfplugin6.Provider"
_SERVING = b"\x08\x01"
_CHECKED_SERVICES = (b"", b"\x0a\x06plugin")


class ProviderService:
    """The provider of one connection. It is made at the first call, so that its imports stand behind the handshake."""

    def __init__(self, new_provider: Callable[[], object], schema: Callable[[], bytes] | None, log: Log) -> None:
        self._new_provider = new_provider
        self._schema = schema
        self._log = log
        self._servicer: Servicer | None = None

    def method(self, name: str) -> Method | None:
        if name == "GetProviderSchema" and self._schema is not None:
            return Method(INLINE, lambda octets: self._schema())
        from terraform_twilio.terraform.protocol6.servicer import METHODS, WORKERS  # 2 ms, behind the handshake

        if name not in METHODS:
            return None
        if self._servicer is None:
            self._servicer = self._start()
        return Method(WORKER if name in WORKERS else INLINE, lambda octets: self._call(name, octets))

    def _start(self) -> Servicer:
        from terraform_twilio.terraform.protocol6.servicer import Servicer  # loaded by `method`

        try:
            return Servicer(self._new_provider(), self._log)
        except Exception as problem:
            from traceback import format_exception  # 5 ms, for a defect only

            self._log.error("the provider cannot start", traceback="".join(format_exception(problem)))
            raise Failed(INTERNAL, f"the provider cannot start: {type(problem).__name__}") from problem

    def _call(self, name: str, octets: bytes) -> bytes:
        from terraform_twilio.terraform.protocol6.wire import InvalidMessage  # loaded by `method`

        try:
            return self._servicer.call(name, octets)
        except InvalidMessage as problem:
            raise Failed(INTERNAL, str(problem)) from None

    def stop(self) -> None:
        """Makes every wait of the provider end."""
        if self._servicer is not None:
            self._servicer.call("StopProvider", b"")


class FixedService:
    """A service whose methods are known beforehand."""

    def __init__(self, methods: dict[str, Method]) -> None:
        self._methods = methods

    def method(self, name: str) -> Method | None:
        return self._methods.get(name)


def framework_services(shut_down: Callable[[], None]) -> dict[str, FixedService]:
    """What is the same for every plugin. Output and broker streams are held open: nothing is ever said on them."""
    return {
        "plugin.GRPCController": FixedService({"Shutdown": Method(INLINE, lambda octets: b"", shut_down)}),
        "plugin.GRPCStdio": FixedService({"StreamStdio": Method(HELD)}),
        "plugin.GRPCBroker": FixedService({"StartStream": Method(HELD)}),
        "grpc.health.v1.Health": FixedService({"Check": Method(INLINE, _check)}),
    }


def _check(octets: bytes) -> bytes:
    if octets not in _CHECKED_SERVICES:
        raise Failed(NOT_FOUND, "no such service")
    return _SERVING
