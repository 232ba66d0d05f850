"""One launch as Terraform sees it, with mutual TLS: handshake line, first schema, memory, and how fast it is gone.

The budgets are ratios against `python -ISE -c pass`, because machines differ. The client is a few dozen lines on the
public `ssl`: it shows the provider's time and little of its own.
"""

from __future__ import annotations

import base64
import datetime
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from launcher import Start, floor
from terraform_twilio import __version__
from terraform_twilio.distribution.package import package_files, write_package

FLOOR = "python -ISE -c pass"
LINE = "exec to the handshake line, launcher included"
SCHEMA = "exec to the whole first GetProviderSchema"
GONE = "Shutdown answered to process gone"
MEMORY = "resident after the schema"
# What is measured: its unit, its budget, and whether the budget is a multiple of the floor.
BUDGETS = {LINE: ("ms", 2.4, True), SCHEMA: ("ms", 4.0, True), GONE: ("ms", 5.0, False), MEMORY: ("MB", 18.0, False)}

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
LARGE_WINDOWS = b"\x00\x04\x7f\xff\xff\xff\x00\x05\x00\x10\x00\x00"
HEADERS, DATA, SETTINGS, WINDOW_UPDATE = 1, 0, 4, 8


class Client:
    """Enough HTTP/2 for one call at a time, with windows that never close."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._stream = -1
        self._rest = b""
        self._connection.sendall(PREFACE + frame(SETTINGS, 0, 0, LARGE_WINDOWS)
                                 + frame(WINDOW_UPDATE, 0, 0, (2**31 - 65_536).to_bytes(4, "big")))

    def call(self, path: str) -> int:
        """Calls with an empty message; how many bytes the answer has."""
        self._stream += 2
        fields = {":method": "POST", ":scheme": "https", ":path": path, ":authority": "unused", "te": "trailers",
                  "content-type": "application/grpc"}
        block = b"".join(b"\0" + text(name) + text(value) for name, value in fields.items())
        self._connection.sendall(frame(HEADERS, 4, self._stream, block) + frame(DATA, 1, self._stream, bytes(5)))
        received = 0
        while True:
            kind, flags, stream, payload = self._frame()
            if stream == self._stream and kind == DATA:
                received += len(payload)
            if stream == self._stream and kind == HEADERS and flags & 1:
                return received - 5

    def _frame(self) -> tuple[int, int, int, bytes]:
        head = self._exactly(9)
        payload = self._exactly(int.from_bytes(head[:3], "big"))
        return head[3], head[4], int.from_bytes(head[5:], "big"), payload

    def _exactly(self, length: int) -> bytes:
        parts = [self._rest]
        missing = length - len(self._rest)
        while missing > 0:
            parts.append(self._connection.recv(1 << 20))
            missing -= len(parts[-1])
            if not parts[-1]:
                raise EOFError("the provider closed the connection")
        whole = b"".join(parts)
        self._rest = whole[length:]
        return whole[:length]


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return len(payload).to_bytes(3, "big") + bytes((kind, flags)) + stream.to_bytes(4, "big") + payload


def text(words: str) -> bytes:
    return bytes((len(words),)) + words.encode()


class Terraform:
    """Terraform's side of the encryption: a P-521 certificate, and trust in the handshake line's alone."""

    def __init__(self, folder: Path) -> None:
        key = ec.generate_private_key(ec.SECP521R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
        now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(1)
        certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                       .serial_number(1).not_valid_before(now - day).not_valid_after(now + day)
                       .add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA512()))
        self.certificate = certificate.public_bytes(serialization.Encoding.PEM).decode()
        self._pem = folder / "client.pem"
        self._pem.write_bytes(self.certificate.encode() + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))

    def trust_nobody(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.set_alpn_protocols(["h2"])
        context.load_cert_chain(self._pem)
        return context


def dial(context: ssl.SSLContext, line: bytes) -> Client:
    address, encoded = line.decode().rstrip("\n").split("|")[3::2]
    context.load_verify_locations(cadata=base64.b64decode(encoded + "=="))
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(address)
    return Client(context.wrap_socket(connection, server_hostname="localhost"))


def launch(start: Start, terraform: Terraform) -> dict[str, float]:
    """One life of the provider: what each part of it took."""
    context = terraform.trust_nobody()
    began = time.perf_counter()
    with subprocess.Popen(start.command, env=start.environ | {"PLUGIN_CLIENT_CERT": terraform.certificate},
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as plugin:
        line = plugin.stdout.readline()
        has_line = time.perf_counter()
        client = dial(context, line)
        size = client.call("/tfplugin6.Provider/GetProviderSchema")
        has_schema = time.perf_counter()
        memory = resident_megabytes(plugin.pid)
        client.call("/plugin.GRPCController/Shutdown")
        is_answered = time.perf_counter()
        plugin.wait()
    assert size > 100_000, "the schema is missing: run `make tables`"
    return {LINE: (has_line - began) * 1e3, SCHEMA: (has_schema - began) * 1e3, MEMORY: memory,
            GONE: (time.perf_counter() - is_answered) * 1e3}


def resident_megabytes(process: int) -> float:
    kilobytes = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=True).stdout
    return int(kilobytes) / 1024


def bare() -> dict[str, float]:
    began = time.perf_counter()
    floor()
    return {FLOOR: (time.perf_counter() - began) * 1e3}


def main(runs: int = 15) -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "package"
        write_package(package_files(__version__), package, Path(folder))
        start, terraform = Start(Path(folder), "user", package), Terraform(Path(folder))
        found: dict[str, list[float]] = {name: [] for name in (FLOOR, *BUDGETS)}
        launch(start, terraform)
        for _ in range(runs):
            for name, amount in (bare() | launch(start, terraform)).items():
                found[name].append(amount)
    show({name: statistics.median(amounts) for name, amounts in found.items()})


def show(medians: dict[str, float]) -> None:
    print("\none launch, mutual TLS, the whole schema")
    print(f"  {FLOOR:<46}{medians[FLOOR]:8.1f} ms")
    for name, (unit, budget, is_ratio) in BUDGETS.items():
        amount = medians[name] / medians[FLOOR] if is_ratio else medians[name]
        ratio = f"{amount:6.2f} x" if is_ratio else " " * 8
        verdict = "ok" if amount <= budget else "OVER BUDGET"
        limit = f"budget {budget:4.1f} {'x' if is_ratio else unit}"
        print(f"  {name:<46}{medians[name]:8.1f} {unit} {ratio}   {limit:<16}{verdict}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
