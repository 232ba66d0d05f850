"""From exec to the handshake line, by the ways there are to start: decision 0003 quotes this table."""

from __future__ import annotations

import compileall
import os
import py_compile
import shutil
import subprocess
import tempfile
from pathlib import Path

from terraform_twilio import __version__
from terraform_twilio.distribution.interpreter import real_interpreter, remember
from terraform_twilio.distribution.locations import remembered_interpreter
from terraform_twilio.distribution.package import launcher_name, package_files, write_package
from timing import medians, print_table

PLUGIN = {"TF_PLUGIN_MAGIC_COOKIE": "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
          "PLUGIN_PROTOCOL_VERSIONS": "6", "PLUGIN_MIN_PORT": "10000", "PLUGIN_MAX_PORT": "25000"}
PYTHON = real_interpreter()


class Start:
    """One way to start the package: a command and the user's folders it finds."""

    def __init__(self, folder: Path, name: str, package: Path, *, cache: str | None = None,
                 python: str | Path | None = PYTHON) -> None:
        self.environ = {"PATH": os.environ["PATH"], "HOME": str(folder / name), **PLUGIN}
        self.environ["XDG_CACHE_HOME"] = cache or str(folder / name / "cache")
        self.command = [str(package / launcher_name(__version__))]
        if python:
            remember(remembered_interpreter(self.environ), Path(python))

    def directly(self, *options: str) -> Start:
        """Without the launcher: the interpreter itself, with the same options and cache."""
        package = Path(self.command[0]).parent
        self.command = [str(PYTHON), "-ISE", *options, str(package / "lib" / "serve.py")]
        return self

    def __call__(self) -> None:
        with subprocess.Popen(self.command, env=self.environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              stdin=subprocess.DEVNULL) as plugin:
            assert plugin.stdout.readline().startswith(b"1|6|"), self.command
            plugin.terminate()


def ways(folder: Path) -> dict[str, Start]:
    files = package_files(__version__)
    packed, compiled = folder / "packed", folder / "compiled"
    for directory in (packed, compiled):
        write_package(files, directory, folder)
    compileall.compile_dir(compiled, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    cached = f"pycache_prefix={folder / 'direct'}"
    found = {
        "interpreter, byte code in the user's cache": Start(folder, "a", packed).directly("-X", cached),
        "interpreter, byte code shipped (unchecked hash)": Start(folder, "b", compiled).directly("-B"),
        "interpreter, no byte code": Start(folder, "c", packed).directly("-B"),
        "launcher, remembered interpreter": Start(folder, "d", packed),
        "launcher, python3 found on PATH": Start(folder, "e", packed, python=None),
        "launcher, cache cannot be written": Start(folder, "f", packed, cache="/dev/null/nowhere"),
    }
    shim = shutil.which("python3")
    if shim and "shims" in shim:
        found["launcher, a version manager's shim remembered"] = Start(folder, "g", packed, python=shim)
    return found


def floor() -> None:
    subprocess.run([PYTHON, "-ISE", "-c", "pass"], check=True)


def main(runs: int = 15) -> None:
    with tempfile.TemporaryDirectory() as folder:
        variants = {"python -ISE -c pass": floor, **ways(Path(folder))}
        title = "exec to the handshake line (plaintext)"
        print_table(title, medians(variants, runs, warm_ups=2), "python -ISE -c pass")


if __name__ == "__main__":
    main()
