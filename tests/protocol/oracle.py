"""Google's protobuf speaking protocol 6, from `messages.txt`: a second opinion on every field number.

`messages.txt` states the fields of 6.0 to 6.8: number, name, type; `rep` is repeated, `opt` and `oneof` know presence.
Enumerations are read as int64, which looks the same on the wire.
"""

from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_SCALARS = {"string": 9, "bytes": 12, "bool": 8, "int64": 3}
_MESSAGE = 11
_OPTIONAL, _REPEATED = 1, 3
_EMPTY = ("GetMetadata.Request", "GetProviderSchema.Request", "StopProvider.Request", "GetFunctions.Request")


def fields_by_message():
    """Name -> [(number, name, type, label)] as `messages.txt` states them."""
    stated = {name: [] for name in _EMPTY} | {"Timestamp": [(1, "seconds", "int64", "")]}
    for line in Path(__file__).with_name("messages.txt").read_text().splitlines():
        name, _, fields = line.partition(": ")
        stated[name] = [_field(field) for field in fields.split("; ")]
    return stated


def _field(text):
    number, _, rest = text.partition(" ")
    name, _, type_ = rest.partition(":")
    label, _, inner = type_.rpartition(" ")
    if inner.startswith("map<"):
        return int(number), name, inner.removeprefix("map<string,").removesuffix(">"), "map"
    return int(number), name, inner, label


STATED = fields_by_message()


def _flat(name):
    return name.replace(".", "_")


def _add_field(message, number, name, type_, label):
    field = message.field.add(number=number, name=name, label=_REPEATED if label in ("rep", "map") else _OPTIONAL)
    if label == "map":
        entry = message.nested_type.add(name=f"{name.title().replace('_', '')}Entry")
        entry.options.map_entry = True
        _add_field(entry, 1, "key", "string", "")
        _add_field(entry, 2, "value", type_, "")
        field.type, field.type_name = _MESSAGE, f".tfplugin6.{message.name}.{entry.name}"
    elif type_ in _SCALARS:
        field.type = _SCALARS[type_]
    elif type_ in STATED:
        field.type, field.type_name = _MESSAGE, f".tfplugin6.{_flat(type_)}"
    else:
        field.type = _SCALARS["int64"]
    if label in ("opt", "oneof"):
        field.proto3_optional = True
        field.oneof_index = len(message.oneof_decl)
        message.oneof_decl.add(name=f"_{name}")


def _classes():
    file = descriptor_pb2.FileDescriptorProto(name="tfplugin6.proto", package="tfplugin6", syntax="proto3")
    for name, fields in STATED.items():
        message = file.message_type.add(name=_flat(name))
        for field in fields:
            _add_field(message, *field)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"tfplugin6.{_flat(name)}")) for name in STATED
    }


CLASSES = _classes()


def message(name, /, **fields):
    """A message of protocol 6 as protobuf makes it."""
    return CLASSES[name](**fields)
