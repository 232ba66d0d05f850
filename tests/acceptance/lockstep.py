"""Many lives at once: each runs in a thread of its own, and those that wait for the same command get it in one run.

A terraform that plans fifty resources costs little more than one that plans one. So whoever wants a command waits until
all others want one, too; then the largest group of equal wishes is granted. Nobody's command sees another's resources:
a group is one project for the time of a command (acceptance/grouped.py).
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Hashable


class Wish:
    """What one life asks for: `kind` says who may share a run; the answer or the failure arrives together with `granted`."""

    def __init__(self, kind: Hashable, core: object, **facts: object) -> None:
        self.kind = kind
        self.core = core
        self.facts = facts
        self.answer: object = None
        self.failure: Exception | None = None
        self.granted = threading.Event()

    @property
    def is_open(self) -> bool:
        return self.answer is None and self.failure is None


class Lockstep:
    """`grant` answers a list of wishes of one kind."""

    def __init__(self, grant: Callable[[list[Wish]], None]) -> None:
        self.grant = grant
        self.waiting: list[Wish] = []
        self.running = 0
        self.changed = threading.Condition()

    def play(self, players: list[Callable[[], None]]) -> list[Exception | None]:
        """Runs all to their end; what each raised."""
        raised: list[Exception | None] = [None] * len(players)
        self.running = len(players)
        threads = [threading.Thread(target=self._played, args=(number, player, raised), daemon=True)
                   for number, player in enumerate(players)]
        for thread in threads:
            thread.start()
        while group := self._next_group():
            self._answer(group)
        for thread in threads:
            thread.join()
        return raised

    def ask(self, wish: Wish) -> object:
        """In a player's thread: the answer, once it is granted."""
        with self.changed:
            self.waiting.append(wish)
            self.running -= 1
            self.changed.notify()
        wish.granted.wait()
        if wish.failure is not None:
            raise wish.failure
        return wish.answer

    def _played(self, number: int, player: Callable[[], None], raised: list) -> None:
        try:
            player()
        except Exception as error:
            raised[number] = error
        with self.changed:
            self.running -= 1
            self.changed.notify()

    def _next_group(self) -> list[Wish]:
        """The largest group of equal wishes, once nobody runs; none when all have ended."""
        with self.changed:
            self.changed.wait_for(lambda: self.running == 0)
            if not self.waiting:
                return []
            kind, _ = Counter(wish.kind for wish in self.waiting).most_common(1)[0]
            group = [wish for wish in self.waiting if wish.kind == kind]
            self.waiting = [wish for wish in self.waiting if wish.kind != kind]
            return group

    def _answer(self, group: list[Wish]) -> None:
        try:
            self.grant(group)
        except Exception as error:
            for wish in group:
                wish.failure = wish.failure or error
        with self.changed:
            self.running += len(group)
        for wish in group:
            wish.granted.set()
