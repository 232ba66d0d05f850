"""From a host, a method and a path to an operation: fixed segments win over parameters, per method (A7)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator.answers import Refusal, not_found

SUFFIXES = (".json", ".xml")


class Match:
    """An operation, the values of its path's parameters in order, and the suffix that was asked for."""

    __slots__ = ("operation", "suffix", "values")

    def __init__(self, operation: Operation, values: list[str], suffix: str) -> None:
        self.operation = operation
        self.values = values
        self.suffix = suffix


class Node:
    """One step of the tree of paths."""

    __slots__ = ("fixed", "operations", "parameter")

    def __init__(self) -> None:
        self.fixed: dict[str, Node] = {}
        self.parameter: Node | None = None
        self.operations: dict[str, Operation] = {}


class Routes:
    """The tree of every host's paths."""

    def __init__(self, operations: list[Operation]) -> None:
        self.hosts: dict[str, Node] = {}
        for operation in operations:
            self.add(operation)

    def add(self, operation: Operation) -> None:
        node = self.hosts.setdefault(operation.host, Node())
        for segment in operation.path.removesuffix(".json").strip("/").split("/"):
            node = _grown(node, segment)
        node.operations[operation.method] = operation

    def match(self, host: str, method: str, path: str) -> Match:
        """The operation, or 404 (no such path), or 405 (another method is known)."""
        bare, suffix = without_suffix(path) if host == "api.twilio.com" else (path.removesuffix(".json"), "")
        found = list(_walk(self.hosts.get(host, Node()), bare.strip("/").split("/"), []))
        for node, values in found:
            if method in node.operations:
                return Match(node.operations[method], values, suffix)
        if found:
            raise Refusal(405, 20004, "Method not allowed")
        raise not_found(public_path(host, path))


def _grown(node: Node, segment: str) -> Node:
    if segment.startswith("{"):
        node.parameter = node.parameter or Node()
        return node.parameter
    return node.fixed.setdefault(segment, Node())


def _walk(node: Node, segments: list[str], values: list[str]) -> Iterator[tuple[Node, list[str]]]:
    """Every place in the tree that the segments lead to, fixed segments first."""
    if not segments:
        if node.operations:
            yield node, values
        return
    segment, rest = unquote(segments[0]), segments[1:]
    if segment in node.fixed:
        yield from _walk(node.fixed[segment], rest, values)
    if node.parameter and segment:
        yield from _walk(node.parameter, rest, [*values, segment])


def without_suffix(path: str) -> tuple[str, str]:
    """The path of v2010 and its suffix (A3)."""
    suffix = next((suffix for suffix in SUFFIXES if path.endswith(suffix)), "")
    return path.removesuffix(suffix), suffix


def public_path(host: str, path: str) -> str:
    """The path as a 404 spells it: v2010's whole, a product's without its version (A4)."""
    if host == "api.twilio.com":
        return path
    head, _, tail = path.lstrip("/").partition("/")
    return "/" + tail if head[:1] == "v" and head[1:].isdigit() else path
