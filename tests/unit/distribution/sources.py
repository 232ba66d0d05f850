"""A small tree of sources that packages like the real one; its launch prints how it was started."""

from __future__ import annotations

from pathlib import Path

from terraform_twilio.distribution.package import SOURCE

LAUNCH = '''\
import sys

def main(arguments):
    print(repr({"executable": sys.executable, "arguments": arguments, "version": sys.version_info[:2],
                "isolated": sys.flags.isolated, "site": not sys.flags.no_site, "cache": sys.pycache_prefix,
                "library": sys.path[0], "file": __file__}))
    return 0
'''
FILES = {
    "__init__.py": "",
    "launch.py": LAUNCH,
    "provider.py": "",
    "catalogue/__init__.py": "",
    "catalogue/lookup.py": "",
    "catalogue/compiled/schema.bin": "tables",
    "catalogue/data/proxy_v1/service.json": "{}",
    "catalogue/operations/proxy_v1.json": "{}",
    "cli/main.py": "",
    "emulator/server.py": "",
    "engine/build.py": "",
    "engine/plan.py": "",
    "engine/.plan.py.swp": "an editor's",
    "engine/.DS_Store": "a file manager's",
    "engine/plan.py~": "an editor's",
    "engine/__pycache__/plan.cpython-311.pyc": "byte code",
    "terraform/plugin/serve.py": "",
    "twilio/client.py": "",
}


def small_sources(directory: Path) -> Path:
    """Write the tree as `<directory>/src/terraform_twilio`, with the real launcher, start script and byte code; returns it."""
    source = directory / "src" / "terraform_twilio"
    contents = {name: text.encode() for name, text in FILES.items()}
    for name in ("distribution/launcher.sh", "distribution/serve.py", "bytecode.py"):
        contents[name] = (SOURCE / name).read_bytes()
    for name, content in contents.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(content)
    (source / "distribution" / "launcher.sh").chmod(0o755)
    return source
