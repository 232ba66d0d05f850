"""One module in JSON syntax out of the configurations of many lives, one argument a line, so that a line tells whose it is."""

from __future__ import annotations

import json
from typing import NamedTuple

from core import Later, Reference, Text
from core.configuration import Block, is_data
from core.configuration import laters as found_laters


class Place(NamedTuple):
    """What stands on a line: the life's mark, and the argument, "" for the block itself."""

    mark: int
    argument: str = ""


class Written(NamedTuple):
    """A block as terraform itself has written it down."""

    text: str


class Module:
    """`text` is the module, `places` says by line what stands there, `written` the blocks in HCL."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: dict[int, Place] = {}
        self.bodies: dict[str, dict[str, list]] = {}
        self.written: list[str] = []

    def add(self, mark: int, alias: str, configuration: dict, laters: list) -> None:
        """A life's blocks, each name with its mark at the end; `laters` are those that the life has used so far."""
        for address, block in configuration.items():
            if isinstance(block, Written):
                self.written.append(block.text)
            else:
                self._add_block(mark, alias, address, Block(*block), laters)

    def _add_block(self, mark: int, alias: str, address: str, block: Block, laters: list) -> None:
        arguments = [(name, spelled(value, mark, laters)) for name, value in block.arguments.items()]
        meta = [("provider", f"twilio.{alias}")]
        if block.depends_on:
            meta.append(("depends_on", [marked(one, mark) for one in block.depends_on]))
        kind = "data" if is_data(address) else "resource"
        self._put(kind, block.type_name, marked(address.rpartition(".")[2], mark), mark, [*meta, *arguments])
        for one in found_laters(block.arguments):
            name = name_of(one, mark, laters)
            self._put("resource", "terraform_data", name, mark, [("input", spelled(one.value, mark, laters))])

    def _put(self, kind: str, type_name: str, name: str, mark: int, body: list) -> None:
        self.bodies.setdefault(kind, {}).setdefault(type_name, {})[name] = (mark, body)

    def text(self) -> str:
        """One argument a line; `places` is filled on the way."""
        self._open("")
        for kind, types in self.bodies.items():
            self._open(kind)
            for type_name, blocks in types.items():
                self._open(type_name)
                for name, (mark, body) in blocks.items():
                    self._block(name, mark, body)
                self._close()
            self._close()
        self._close()
        return "".join(f"{line}\n" for line in _with_commas(self.lines))

    def _block(self, name: str, mark: int, body: list) -> None:
        self._open(name, Place(mark))
        for argument, value in body:
            self._line(f"{json.dumps(argument)}: {json.dumps(value)}", Place(mark, argument))
        self._close(Place(mark))

    def _open(self, name: str, place: Place | None = None) -> None:
        self._line(f"{json.dumps(name)}: {{" if name else "{", place)

    def _close(self, place: Place | None = None) -> None:
        self._line("}", place)

    def _line(self, text: str, place: Place | None) -> None:
        self.lines.append(text)
        if place is not None:
            self.places[len(self.lines)] = place


def marked(name: str, mark: int) -> str:
    """A name or an address as it is called beside other lives."""
    return f"{name}_{mark}"


def unmarked(name: str) -> tuple[str, int]:
    """The name or address, and the mark; 0 where there is none."""
    plain, _, mark = name.partition("[")[0].rpartition("_")
    return (plain, int(mark)) if mark.isdigit() else (name, 0)


def name_of(later: Later, mark: int, laters: list) -> str:
    """The resource of terraform's own whose output is not known before it is made; numbered in the order of use."""
    numbers = [number for number, one in enumerate(laters) if one is later]
    if not numbers:
        laters.append(later)
    return f"later_{numbers[0] if numbers else len(laters) - 1}_{mark}"


def spelled(value: object, mark: int, laters: list) -> object:
    """The value in JSON syntax, where strings are templates."""
    if isinstance(value, Later):
        return f"${{terraform_data.{name_of(value, mark, laters)}.output}}"
    if isinstance(value, Reference):
        rest = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in value.rest)
        return f"${{{marked(value.address, mark)}.{value.attribute}{rest}}}"
    if isinstance(value, Text):
        return "".join(str(spelled(part, mark, laters)) for part in value.parts)
    if isinstance(value, str):
        return value.replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, dict):
        return {spelled(name, mark, laters): spelled(element, mark, laters) for name, element in value.items()}
    return [spelled(element, mark, laters) for element in value] if isinstance(value, list) else value


def _with_commas(lines: list) -> list:
    """A comma after whatever is followed by another at the same depth."""
    return [f"{line}," if not line.endswith("{") and following and following != "}" else line
            for line, following in zip(lines, [*lines[1:], ""], strict=True)]
