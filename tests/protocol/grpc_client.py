"""grpcio's client, with protobuf's messages."""

import base64
from contextlib import contextmanager

import grpc
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from protocol import oracle
from protocol.thing_provider import NOTE
from terraform_twilio.terraform import dynamic_value
from terraform_twilio.terraform.schema import implied_type
from terraform_twilio.terraform.values import UNKNOWN

TYPE = implied_type(NOTE.attributes)
_OPTIONS = [
    ("grpc.max_receive_message_length", -1),
    ("grpc.max_send_message_length", -1),
    ("grpc.ssl_target_name_override", "localhost"),
    ("grpc.enable_http_proxy", 0),
]


class Client:
    """Calls a plugin's methods."""

    def __init__(self, channel):
        self.channel = channel

    def raw(self, path, data=b"", **options):
        return self.channel.unary_unary(path)(data, timeout=30, **options)

    def begin(self, name, /, **fields):
        """A call in flight."""
        method = self.channel.unary_unary(
            f"/tfplugin6.Provider/{name}",
            request_serializer=oracle.CLASSES[f"{name}.Request"].SerializeToString,
            response_deserializer=oracle.CLASSES[f"{name}.Response"].FromString,
        )
        return method.future(oracle.message(f"{name}.Request", **fields), timeout=60)

    def call(self, name, /, **fields):
        return self.begin(name, **fields).result()

    def create(self, **facts):
        """An ApplyResourceChange in flight that creates a note."""
        planned = {name: facts.get(name) for name in TYPE[1]} | {"id": UNKNOWN}
        return self.begin(
            "ApplyResourceChange", type_name="thing_note", prior_state=dynamic(None), planned_state=dynamic(planned)
        )

    def plan_a_wait(self, seconds):
        """A PlanResourceChange in flight that waits."""
        proposed = dict.fromkeys(TYPE[1]) | {"text": "x", "failure": "wait", "seconds": seconds}
        return self.begin("PlanResourceChange", type_name="thing_note", prior_state=dynamic(None), config=dynamic(proposed),
                          proposed_new_state=dynamic(proposed))

    def configure(self, prefix):
        return self.call(
            "ConfigureProvider",
            config={"msgpack": dynamic_value.encode({"prefix": prefix}, ["object", {"prefix": "string"}])},
        )

    def modules(self):
        """The names of the modules that the plugin's process has imported."""
        type_ = ["object", {"text": "string", "loud": "string"}]
        answer = self.call(
            "ReadDataSource",
            type_name="thing_shout",
            config={"msgpack": dynamic_value.encode({"text": "modules", "loud": None}, type_)},
        )
        return set(dynamic_value.decode(answer.state.msgpack, type_)["loud"].split())

    def shut_down(self):
        self.raw("/plugin.GRPCController/Shutdown")


def dynamic(value):
    return {"msgpack": dynamic_value.encode(value, TYPE)}


def read(message):
    return dynamic_value.decode(message.msgpack, TYPE)


@contextmanager
def dial(plugin, certificate=None):
    """A client of the plugin; with (certificate, key), over TLS that trusts the handshake line's certificate alone."""
    if certificate is None:
        channel = grpc.insecure_channel(plugin.target, _OPTIONS)
    else:
        server = x509.load_der_x509_certificate(base64.b64decode(plugin.fields[5] + "=="))
        credentials = grpc.ssl_channel_credentials(server.public_bytes(Encoding.PEM), certificate[1], certificate[0])
        channel = grpc.secure_channel(plugin.target, credentials, _OPTIONS)
    with channel:
        yield Client(channel)
