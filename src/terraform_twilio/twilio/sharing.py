"""What several threads need and one of them gets: asked for once, whether it succeeds or fails."""

from __future__ import annotations

import _thread

from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Shared:
    """Values by key. Who waited while another thread failed is told of its failure, and does not fail all over again:
    ten calls in a row would each try for minutes."""

    def __init__(self) -> None:
        self._lock = _thread.allocate_lock()
        self._values: dict = {}
        self._failures: dict[str, TwilioError] = {}

    def get(self, key: str, make: Callable[[], object], is_usable: Callable[[object], bool] = bool) -> object:
        """The value of `key`, made where there is none that is usable; raises what `make` raises."""
        earlier = self._failures.get(key)
        with self._lock:
            if self._failures.get(key) is not earlier:
                raise self._failures[key]
            if key not in self._values or not is_usable(self._values[key]):
                self._values[key] = self._made(key, make)
            return self._values[key]

    def _made(self, key: str, make: Callable[[], object]) -> object:
        try:
            return make()
        except TwilioError as error:
            self._failures[key] = error
            raise
