"""hclog's JSON lines, for core to filter and show. Every field is a string: core panics on any other kind.

1. A level that nobody asked for costs one comparison.
2. A secret that was named with `mask` never leaves, wherever in a line it stands.
   A field is cut at 12,000 bytes as written, because core splits longer lines and then does not understand them.
3. The level is the most specific variable that is set: the provider's own, TF_LOG_PROVIDER, TF_LOG; unset means off,
   which still lets errors through, because core keeps them for a crash report.
"""

from __future__ import annotations

import time

from terraform_twilio.terraform import json_text
from terraform_twilio.terraform.plugin.native import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_RANKS = {"TRACE": 0, "DEBUG": 1, "INFO": 2, "WARN": 3, "ERROR": 4, "OFF": 5, "JSON": 0}
_SHORTEST_SECRET = 4
_LONGEST_FIELD = 12_000


class Log:
    """Writes the lines of one module, `name`, to `stream` (anything with `write(text)` and `flush()`).

    `variable` names the environment variable of the provider's own level, for example TF_LOG_PROVIDER_EXAMPLE.
    """

    __slots__ = ("_clock", "_lock", "_name", "_rank", "_secrets", "_stream")

    def __init__(self, environ: Mapping[str, str], stream: object, name: str, *, variable: str = "",
                 clock: object = time.time) -> None:
        self._stream = stream
        self._name = name
        self._rank = _rank(environ, variable)
        self._lock = allocate_lock()
        self._secrets: list[tuple[str, str]] = []
        self._clock = clock

    def mask(self, secret: object) -> None:
        """From now on the secret is written as `***`. What is too short to be one, or no string, is ignored."""
        if not isinstance(secret, str) or len(secret) < _SHORTEST_SECRET:
            return
        with self._lock:
            if (secret, "***") not in self._secrets:
                self._secrets = sorted([*self._secrets, (secret, "***")], key=lambda pair: -len(pair[0]))

    def is_enabled(self, level: str) -> bool:
        return _RANKS[level.upper()] >= self._rank

    def trace(self, message: str, **fields: object) -> None:
        if self._rank <= 0:
            self._write("trace", message, fields)

    def debug(self, message: str, **fields: object) -> None:
        if self._rank <= 1:
            self._write("debug", message, fields)

    def info(self, message: str, **fields: object) -> None:
        if self._rank <= 2:
            self._write("info", message, fields)

    def warn(self, message: str, **fields: object) -> None:
        if self._rank <= 3:
            self._write("warn", message, fields)

    def error(self, message: str, **fields: object) -> None:
        if self._rank <= 4:
            self._write("error", message, fields)

    def _write(self, level: str, message: str, fields: dict[str, object]) -> None:
        line = {"@level": level, "@message": self._masked(str(message)), "@module": self._name,
                "@timestamp": _timestamp(self._clock())}
        for name, value in fields.items():
            line[name] = self._masked(str(value))
        try:
            self._stream.write(_ascii(json_text.dumps(line)) + "\n")
            self._stream.flush()
        except (OSError, ValueError):
            pass  # nobody reads any more

    def _masked(self, text: str) -> str:
        for secret, mask in self._secrets:
            text = text.replace(secret, mask)
        most = _LONGEST_FIELD if text.isascii() else _fitting(text)
        return text if len(text) <= most else f"{text[:most]}… ({len(text)} characters)"


def _fitting(text: str) -> int:
    """How many of its characters fit into a field as they are written."""
    room = _LONGEST_FIELD
    for position, character in enumerate(text):
        room -= 1 if character.isascii() else len(_escaped(character))
        if room < 0:
            return position
    return len(text)


def _rank(environ: Mapping[str, str], variable: str) -> int:
    for name in (variable, "TF_LOG_PROVIDER", "TF_LOG"):
        if name and environ.get(name):
            return _RANKS.get(environ[name].upper(), 0)
    return _RANKS["ERROR"]


def _timestamp(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds % 1 * 1_000_000):06d}Z"


def _ascii(line: str) -> str:
    """The same JSON in ASCII: what stderr's encoding makes of other characters need not be JSON."""
    if line.isascii():
        return line
    return "".join([character if character.isascii() else _escaped(character) for character in line])


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join([f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2)])
