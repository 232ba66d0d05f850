"""Where Terraform will dial: a unix socket in a directory of our own, or a port of the loopback interface.

The directory also holds, for the microseconds in which the TLS library reads it, the certificate's key: 0700 and 0600.
"""

from __future__ import annotations

from terraform_twilio.terraform.plugin.native import loopback_socket, system, unix_socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_SOCKET_PATH = 103
_SEPARATORS = frozenset("|\r\n")  # of the handshake line, which has to name the path
_DEFAULT_PORTS = (10_000, 25_000)
_BACKLOG = 64


class Listener:
    """`network` and `address` as the handshake line names them, the listening `socket`, and `directory`, 0700."""

    def __init__(self, network: str, address: str, socket: object, directory: str) -> None:
        self.network = network
        self.address = address
        self.socket = socket
        self.directory = directory

    def remove(self) -> None:
        """Leaves nothing behind on the disk."""
        _remove(self.directory)


def _remove(directory: str) -> None:
    for remove, path in ((system.unlink, f"{directory}/provider"), (system.rmdir, directory)):
        try:  # noqa: SIM105  contextlib costs 2 ms
            remove(path)
        except OSError:
            pass


def listen(environ: Mapping[str, str], *, unix: bool) -> Listener:
    """Ready to be dialled; raises OSError where there is no place or no port."""
    directory = _new_directory(environ)
    try:
        return _listen_unix(environ, directory) if unix else _listen_loopback(environ, directory)
    except OSError:
        _remove(directory)
        raise


def _new_directory(environ: Mapping[str, str]) -> str:
    name = f"plugin{system.urandom(6).hex()}"
    parents = [environ.get("PLUGIN_UNIX_SOCKET_DIR"), environ.get("TMPDIR"), environ.get("TEMP"), "/tmp"]
    for place in (f"{parent}/{name}" for parent in parents if parent):
        if len(f"{place}/provider".encode()) <= _LONGEST_SOCKET_PATH and _SEPARATORS.isdisjoint(place):
            try:
                system.mkdir(place, 0o700)
            except OSError:
                continue
            system.chmod(place, 0o700)  # whatever the umask, which may have left nothing of it
            return place
    raise OSError("no directory for temporary files can be used, or their paths are too long for a socket; set TMPDIR")


def _listen_unix(environ: Mapping[str, str], directory: str) -> Listener:
    path = f"{directory}/provider"
    socket = unix_socket()
    socket.bind(path)
    system.chmod(path, 0o600)
    if environ.get("PLUGIN_UNIX_SOCKET_GROUP"):
        _share_with_group(environ["PLUGIN_UNIX_SOCKET_GROUP"], directory, path)
    socket.listen(_BACKLOG)
    return Listener("unix", path, socket, directory)


def _share_with_group(group: str, directory: str, path: str) -> None:
    """The host runs as another user of this group, and says so."""
    number = int(group) if group.isdigit() else _number_of(group)
    for place, mode in ((path, 0o660), (directory, 0o710)):
        system.chown(place, -1, number)
        system.chmod(place, mode)


def _number_of(group: str) -> int:
    from grp import getgrnam  # 0.2 ms, for a group only

    try:
        return getgrnam(group).gr_gid
    except KeyError:
        raise OSError(f"PLUGIN_UNIX_SOCKET_GROUP names {group!r}, which is no group of this system") from None


def _listen_loopback(environ: Mapping[str, str], directory: str) -> Listener:
    first, last = (_port(environ.get(name, ""), default) for name, default in
                   zip(("PLUGIN_MIN_PORT", "PLUGIN_MAX_PORT"), _DEFAULT_PORTS, strict=True))
    for port in range(first, last + 1):
        socket = loopback_socket()
        try:
            socket.bind(("127.0.0.1", port))
            socket.listen(_BACKLOG)
        except OSError:
            socket.close()
            continue
        return Listener("tcp", f"127.0.0.1:{port}", socket, directory)
    raise OSError(f"no port between {first} and {last} is free")


def _port(text: str, default: int) -> int:
    return int(text) if text.isdigit() and int(text) < 65_536 else default
