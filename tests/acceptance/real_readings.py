"""The cases of data sources for the real terraform, as parts to play."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from acceptance.playing import Part
from acceptance.real_life import RealReader, Scene
from lifecycle.data_sources.cases import CASES
from lifecycle.data_sources.sources import Source, read_sources
from lifecycle.life import Stage

SOURCES = {one.name: one for one in read_sources()}
# The model counts calls of the provider; here it is the requests that must not be.
UNASKED = {"both"}
PAIRS = [(source, case) for source in SOURCES.values() for case in CASES if case.applies(source)]


def parts_of(stage: Stage, name: str) -> Iterator[Part]:
    """Every step of every case that applies to a data source; each has an account of its own."""
    for source, case in PAIRS:
        if source.name == name:
            for label, step in case.steps(RealReader(Scene(stage, None), source)):
                yield Part(name, case.name, label, _reading(source, step, case.name in UNASKED), True)


def _reading(source: Source, step: Callable, is_unasked: bool) -> Callable[[Scene], None]:
    def read(scene: Scene) -> None:
        reader = RealReader(scene, source)
        asked = reader.requests(lambda: step(reader))
        assert not (is_unasked and asked), f"Twilio was asked: {asked}"

    return read
