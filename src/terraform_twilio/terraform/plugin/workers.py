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

    def __init__(self, start_thread: Callable = start_new_thread) -> None:
        self._start_thread = start_thread
        self._queue: SimpleQueue = SimpleQueue()
        self._lock = allocate_lock()
        self._jobs = 0
        self._threads = 0

    def submit(self, job: Callable[[], None]) -> None:
        """Runs the job on a worker; here, where the system grants no thread at all."""
        with self._lock:
            self._jobs += 1
            if self._threads < min(self._jobs, MOST_THREADS):
                self._start()
        if self._threads:
            self._queue.put(job)
        else:
            self._run(job)

    def _start(self) -> None:
        try:
            self._start_thread(self._work, ())
        except RuntimeError:
            return
        self._threads += 1

    def is_full(self) -> bool:
        """Whether so many jobs wait and run that another one should be refused."""
        return self._jobs >= MOST_JOBS

    def _work(self) -> None:
        while True:
            self._run(self._queue.get())

    def _run(self, job: Callable[[], None]) -> None:
        try:
            job()
        finally:
            with self._lock:
                self._jobs -= 1
