"""What a launch pays for its first call to Twilio, ours against the standard library's client: see decision 0002."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timing import medians, print_table

SOURCES = Path(__file__).parents[1] / "src"
RUNS = 15
CALLS = 500
THREADS = 10

SERVER = '''
import socket, ssl, sys, threading
answer = b"HTTP/1.1 200 OK\\r\\nContent-Length: 1024\\r\\n\\r\\n" + b'{"a":"' + b"x" * 1016 + b'"}'
def serve(connection):
    try:
        connection = context.wrap_socket(connection, server_side=True) if context else connection
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        seen = b""
        while received := connection.recv(65536):
            seen += received
            while b"\\r\\n\\r\\n" in seen:
                seen = seen.partition(b"\\r\\n\\r\\n")[2]
                connection.sendall(answer)
    except OSError:
        pass
context = None
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1])
listener = socket.create_server(("127.0.0.1", 0), backlog=128)
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
'''

OURS = '''
import sys; sys.path.insert(0, {sources!r})
from posix import environ
from terraform_twilio.twilio.client import Client
from terraform_twilio.twilio.credentials import Credentials
from terraform_twilio.twilio.operations import Arguments, Operation
from terraform_twilio.terraform.json_text import dumps, loads
client = Client(Credentials("AC1", "AC1", "t"), endpoint={url!r}, loads=loads, dumps=dumps,
                environ={{name.decode(): value.decode() for name, value in environ.items()}})
operation = Operation("GET", "api.twilio.com", "/v1")
def call():
    assert client.call(operation, Arguments()).payload["a"]
'''

STANDARD = '''
import http.client, json, os, ssl, threading, base64
kept = threading.local()
context = ssl.create_default_context() if {url!r}.startswith("https") else None
login = "Basic " + base64.b64encode(b"AC1:t").decode()
def call():
    if not hasattr(kept, "connection"):
        host = {url!r}.partition("://")[2]
        kept.connection = http.client.HTTPSConnection(host,
                                                      context=context) if context else http.client.HTTPConnection(host)
    kept.connection.request("GET", "/api.twilio.com/v1", headers={{"Authorization": login,
                                                                   "Accept": "application/json"}})
    assert json.loads(kept.connection.getresponse().read())["a"]
'''

MANY = '''
import _thread, time
def work():
    for _ in range({calls}): call()
    done.release()
call()
done = _thread.allocate_lock(); done.acquire()
locks = []
start, spent = time.perf_counter(), time.process_time()
for _ in range({threads}):
    lock = _thread.allocate_lock(); lock.acquire(); locks.append(lock)
    def run(lock=lock):
        for _ in range({calls}): call()
        lock.release()
    _thread.start_new_thread(run, ())
for lock in locks: lock.acquire()
seconds, spent = time.perf_counter() - start, time.process_time() - spent
total = {calls} * {threads}
print(round(total / seconds), round(spent / total * 1e6))
'''


@contextmanager
def server(certificate: Path | None) -> Iterator[str]:
    """The URL of a server that answers 1 kB of JSON to everything."""
    command = [sys.executable, "-c", SERVER, *([str(certificate)] if certificate else [])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield f"{'https' if certificate else 'http'}://localhost:{process.stdout.readline().strip()}"
    finally:
        process.kill()
        process.wait()


def certificate(directory: Path) -> Path:
    path = directory / "server.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-days", "2",
                    "-keyout", str(path), "-out", str(directory / "authority.pem"), "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    path.write_text(path.read_text() + (directory / "authority.pem").read_text())
    return path


def launched(program: str, environ: dict[str, str]) -> str:
    answer = subprocess.run([sys.executable, "-ISE", "-c", program], env=environ, capture_output=True, text=True,
                            check=True)
    return answer.stdout


def first_call(title: str, url: str, environ: dict[str, str]) -> None:
    programs = {"python -ISE -c pass": "pass",
                "one call, ours": OURS.format(sources=str(SOURCES), url=url) + "call()",
                "one call, http.client": STANDARD.format(url=url) + "call()"}
    variants = {name: (lambda text=text: launched(text, environ)) for name, text in programs.items()}
    print_table(title, medians(variants, RUNS), "python -ISE -c pass")


def many_calls(title: str, url: str, environ: dict[str, str]) -> None:
    print(f"\n{title}")
    for name, program in (("ours", OURS.format(sources=str(SOURCES), url=url)), ("http.client",
                                                                                 STANDARD.format(url=url))):
        rate, spent = launched(program + MANY.format(calls=CALLS, threads=THREADS), environ).split()
        print(f"  {name:<12}  {rate:>6} calls a second  {spent:>5} µs of CPU each")


def main() -> None:
    if shutil.which("openssl") is None:
        sys.exit("openssl is needed to make a certificate.")
    with tempfile.TemporaryDirectory() as directory:
        encrypted = certificate(Path(directory))
        environ = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
        believed = {**environ, "SSL_CERT_FILE": str(Path(directory) / "authority.pem")}
        usual = {**environ, "SSL_CERT_FILE": str(bundle(Path(directory))),
                 "SSL_CERT_DIR": str(hashed(Path(directory)))}
        worst = {**usual, "SSL_CERT_DIR": directory + "/none"}
        with server(None) as url:
            first_call("A launch with one call, plain", url, environ)
            many_calls(f"{THREADS} threads, plain", url, environ)
        with server(encrypted) as url:
            first_call("A launch with one call, TLS, an authority of one's own", url, believed)
            first_call("A launch with one call, TLS, the authority in a hashed directory and a bundle", url, usual)
            first_call("A launch with one call, TLS, the authority in a bundle only", url, worst)
            many_calls(f"{THREADS} threads, TLS", url, believed)


def hashed(directory: Path) -> Path:
    """Our authority under the name by which OpenSSL looks it up."""
    path = directory / "hashed"
    path.mkdir()
    command = ["openssl", "x509", "-hash", "-noout", "-in", str(directory / "authority.pem")]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    shutil.copy(directory / "authority.pem", path / f"{name}.0")
    return path


def bundle(directory: Path) -> Path:
    """The system's authorities and ours in one file."""
    path = directory / "bundle.pem"
    system = Path("/etc/ssl/certs/ca-certificates.crt")
    path.write_text((system.read_text() if system.exists() else "") + (directory / "authority.pem").read_text())
    return path


if __name__ == "__main__":
    main()
