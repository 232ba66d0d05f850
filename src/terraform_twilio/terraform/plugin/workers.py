"""Threads for the calls that wait, started when they are needed and kept."""

from __future__ import annotations

from terraform_twilio.terraform.plugin.native import SimpleQueue, allocate_lock, start_new_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MOST_THREADS = 100
MOST_JOBS = 1000


class Workers:
    """Runs jobs; a job does not raise."""

    def __init__(self) -> None:
        self._queue: SimpleQueue = SimpleQueue()
        self._lock = allocate_lock()
        self._jobs = 0
        self._threads = 0

    def submit(self, job: Callable[[], None]) -> None:
        with self._lock:
            self._jobs += 1
            if self._threads < min(self._jobs, MOST_THREADS):
                self._threads += 1
                start_new_thread(self._work, ())
        self._queue.put(job)

    def is_full(self) -> bool:
        """Whether so many jobs wait and run that another one should be refused."""
        return self._jobs >= MOST_JOBS

    def _work(self) -> None:
        while True:
            job = self._queue.get()
            try:
                job()
            finally:
                with self._lock:
                    self._jobs -= 1
