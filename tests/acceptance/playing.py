"""Playing many steps at once on the real terraform; what fails beside others is tried alone, and that is what counts."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from acceptance.grouped import Grouped
from acceptance.lockstep import Lockstep
from acceptance.real_life import Scene
from acceptance.remembered import Remembered
from lifecycle.life import NUMBERS, Stage, numbered_account

TOGETHER, FEW = 150, 8


class Part(NamedTuple):
    """One step: of whose which case, its label, and what is done on which scene."""

    name: str
    case: str
    label: str
    act: Callable[[Scene], None]
    has_own_account: bool


class Player:
    """Plays parts in `directory`, in the environments of one lane."""

    def __init__(self, stage: Stage, directory: Path, environ: dict, states: Remembered) -> None:
        self.stage = stage
        self.directory = directory
        self.environ = environ
        self.states = states

    def failures(self, parts: list[Part]) -> dict[tuple, dict[str, str]]:
        """What went wrong, by name and case, then by label.

        What fails beside others may fail because of them: it is tried again among few, then in an account of its own.
        """
        found: dict[tuple, dict[str, str]] = {(part.name, part.case): {} for part in parts}
        doubtful = [part for part, _ in self._failed(parts, len(parts))]
        if len(doubtful) > FEW:
            doubtful = [part for part, _ in self._failed(doubtful, FEW)]
        for part, error in self._failed([part._replace(has_own_account=True) for part in doubtful], 1):
            found[part.name, part.case][part.label] = f"{type(error).__name__}: {error}"
        return found

    def _failed(self, parts: list[Part], at_once: int) -> list[tuple]:
        """The parts that fail, with their errors."""
        return [(part, error) for number in range(0, len(parts), at_once)
                for part, error in self._played(parts[number:number + at_once]) if error is not None]

    def _played(self, parts: list[Part]) -> list[tuple]:
        lockstep = Lockstep(Grouped(self.directory / f"{next(NUMBERS)}", self.environ, self.states).grant)
        account = numbered_account(self.stage.emulator, next(NUMBERS))
        own, shared = Scene(self.stage, lockstep), Scene(self.stage, lockstep, account)
        raised = lockstep.play([_acting(part, own if part.has_own_account else shared) for part in parts])
        return list(zip(parts, raised, strict=True))


class Repertoire:
    """All that was chosen, played in batches, one per lane at a time, from the first question on.

    `parts` makes the steps of a name; `lanes` are the environments, each with providers of its own.
    """

    def __init__(self, stage: Stage, directory: Path, lanes: list[dict], states: Remembered,
                 parts: Callable[[str], Iterable[Part]]) -> None:
        self.stage = stage
        self.directory = directory
        self.states = states
        self.parts = parts
        self.lanes: queue.Queue = queue.Queue()
        self.pool = ThreadPoolExecutor(len(lanes))
        self.batches: dict[str, Future] = {}
        for lane in lanes:
            self.lanes.put(lane)

    def begin(self, names: list[str]) -> None:
        """Whoever is asked for later is played with these."""
        for batch in batches_of({name: list(self.parts(name)) for name in names}):
            future = self.pool.submit(self._played, batch)
            self.batches |= {part.name: future for part in batch}

    def failures(self, name: str, case: str) -> dict[str, str]:
        return self.batches[name].result().get((name, case), {})

    def end(self) -> None:
        self.pool.shutdown(cancel_futures=True)

    def _played(self, batch: list[Part]) -> dict:
        lane = self.lanes.get()
        try:
            return Player(self.stage, self.directory, lane, self.states).failures(batch)
        finally:
            self.lanes.put(lane)


def batches_of(parts: dict[str, list[Part]]) -> Iterator[list[Part]]:
    """As many names together as have few parts; all parts of a name in one batch."""
    batch: list[Part] = []
    for its in parts.values():
        if batch and len(batch) + len(its) > TOGETHER:
            yield batch
            batch = []
        batch = batch + its
    if batch:
        yield batch


def _acting(part: Part, scene: Scene) -> Callable[[], None]:
    return lambda: part.act(scene)
