"""`make bench`: every measurement of the project, one table after the other; budgets as ratios, for machines differ."""

from __future__ import annotations

import importlib.util
import platform

# In the order in which a launch goes: the interpreter is found, the plugin answers, Twilio is called, a command ends.
TABLES = ("launcher", "runtime", "client", "commands")


def main() -> None:
    machine = f"{platform.system()} {platform.machine()}"
    print(f"Python {platform.python_version()} on {machine}; medians of interleaved runs")
    for name in TABLES:
        if importlib.util.find_spec(name):
            importlib.import_module(name).main()


if __name__ == "__main__":
    main()
