"""Our HTTP/2 and gRPC in memory, with a service that echoes: no socket, no thread, no provider."""

import io

from terraform_twilio.terraform.plugin.grpc import HELD, INLINE, WORKER, Calls, Method
from terraform_twilio.terraform.plugin.http2.connection import Connection
from terraform_twilio.terraform.plugin.http2.frames import ConnectionFailure, goaway
from terraform_twilio.terraform.plugin.log import Log
from terraform_twilio.terraform.plugin.services import FixedService


class Wire:
    """A transport that keeps what is sent."""

    def __init__(self):
        self.sent = bytearray()

    def send(self, data):
        self.sent += data

    def take(self):
        taken, self.sent = bytes(self.sent), bytearray()
        return taken


class Later:
    """Workers that run their jobs when they are told to, in this thread."""

    def __init__(self):
        self.jobs = []
        self.busy = False

    def submit(self, job):
        self.jobs.append(job)

    def is_full(self):
        return self.busy

    def run(self):
        while self.jobs:
            self.jobs.pop(0)()


def _raise(data):
    raise RuntimeError("secret")


class EchoServer:
    """`receive` takes the client's bytes, `take` gives ours; a broken connection says GOAWAY, as a real one does."""

    def __init__(self, clock=lambda: 0.0):
        self.wire = Wire()
        self.workers = Later()
        self.connection = Connection(self.wire)
        self.is_closed = False
        self.begun = []
        services = {
            "test.Echo": FixedService(
                {
                    "Now": Method(INLINE, lambda data: data),
                    "Later": Method(WORKER, self._later),
                    "Hold": Method(HELD),
                    "Fail": Method(INLINE, _raise),
                    "Large": Method(INLINE, lambda data: data * 1000),
                }
            )
        }
        self.connection.calls = Calls(
            self.connection.sender, services, self.workers, Log({}, io.StringIO(), "echo"), clock
        )
        self.connection.greet()

    def receive(self, data):
        try:
            self.connection.receive(data)
        except ConnectionFailure as failure:
            self.is_closed = True
            self.wire.send(goaway(0, failure.code, str(failure)))

    def take(self):
        return self.wire.take()

    def _later(self, octets):
        self.begun.append(octets)
        return octets
