"""When the process ends: after Shutdown, on SIGTERM, and when nobody is left who could ask for anything.

1. SIGINT, SIGHUP and SIGQUIT are ignored (`serve`): they reach the whole process group. After the first core asks us to
   stop in its own words; of the others it dies.
2. So may SIGTERM (systemd, CI runners). While core is connected the first one is left to core: who ended here would
   leave behind what a create in flight makes, without its id in any state. The second one ends the process.
3. Nothing tells a provider that Terraform was killed; its connection ends and its process is no longer our parent.
4. The end is `_exit`: threads that wait in an apply cannot delay it. The socket is removed before.
"""

from __future__ import annotations

import time

from terraform_twilio.terraform.plugin.native import SIG_IGN, SIGHUP, SIGINT, SIGTERM, allocate_lock, signal, system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_ORPHAN_SECONDS = 10.0
_WATCHFUL = 0.1
_CALM = 1.0


class Lifetime:
    """Watches the parent and the connections of a process that Terraform started."""

    def __init__(self, remove: Callable[[], None], clock: Callable[[], float] = time.monotonic,
                 parent: Callable[[], int] = system.getppid, leave: Callable[[int], None] = system._exit) -> None:
        self._remove = remove
        self._clock = clock
        self._parent = parent
        self._leave = leave
        self._first_parent = parent()
        self._lock = allocate_lock()
        self._open = 0
        self._left_at: float | None = None
        self._is_terminated = False

    def take_termination(self, *, at_once: bool) -> None:
        """SIGTERM ends the process as `end` does; unless `at_once`, the first one waits for open connections.

        `at_once`, Ctrl-C and a terminal that hangs up end it, too, but under nohup."""
        for number in (SIGTERM, SIGHUP, SIGINT) if at_once else (SIGTERM,):
            if signal(number, lambda number, stack: self.terminated(at_once=at_once)) == SIG_IGN:
                signal(number, SIG_IGN)

    def terminated(self, *, at_once: bool) -> None:
        if at_once or self._is_terminated or not self._open:
            self.end(0)
        self._is_terminated = True

    def connection_began(self) -> int:
        """How many are open now."""
        with self._lock:
            self._open += 1
            return self._open

    def connection_ended(self) -> None:
        with self._lock:
            self._open -= 1
            self._left_at = self._clock()

    def patience(self) -> float:
        """How many seconds may pass until the next look at `is_over`."""
        return _CALM if self._open else _WATCHFUL

    def is_over(self) -> bool:
        """Whether nobody is left: our parent is gone, or every connection was closed and no new one came (or may)."""
        if self._parent() != self._first_parent:
            return True
        if self._open or self._left_at is None:
            return False
        return self._is_terminated or self._clock() - self._left_at > _ORPHAN_SECONDS

    def end(self, status: int) -> None:
        self._remove()
        self._leave(status)
