"""What the effective CLI configuration of Terraform or OpenTofu makes of a mirror: does `init` look there?

An explicit `provider_installation` block replaces every implied directory.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from terraform_twilio.distribution import settings_text
from terraform_twilio.distribution.locations import home, implied_mirror

# The program that expands variables in the path of a dev_overrides block; OpenTofu takes it as it is written.
EXPANDING = "terraform"
DEFAULT_HOSTS = {"terraform": "registry.terraform.io", "tofu": "registry.opentofu.org"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}
_FOLDERS = ("XDG_DATA_HOME", "HOME")
MAIN_FILES = {"terraform": (".terraformrc",), "tofu": (".tofurc", ".terraformrc")}


class Method:
    """One installation method: its kind, its mirror path ("" for others), and the addresses it is for."""

    __slots__ = ("exclude", "include", "kind", "path")

    def __init__(self, kind: str, path: str, include: list[str], exclude: list[str]) -> None:
        self.kind = kind
        self.path = path
        self.include = include
        self.exclude = exclude

    def serves(self, address: str, host: str) -> bool:
        is_included = not self.include or any(matches(pattern, address, host) for pattern in self.include)
        return is_included and not any(matches(pattern, address, host) for pattern in self.exclude)


class Settings:
    """The installation settings of one program. `methods` is None without a `provider_installation` block."""

    __slots__ = ("file", "host", "methods", "overrides", "problem")

    def __init__(self, host: str, file: Path | None = None, methods: list[Method] | None = None,
                 overrides: tuple[str, ...] = (), problem: str = "") -> None:
        self.host = host
        self.file = file
        self.methods = methods
        self.overrides = overrides
        self.problem = problem


def effective_settings(environ: Mapping[str, str], program: str = "terraform") -> Settings:
    """The settings that the program would use now; a file that cannot be read is a problem, never an exception."""
    host = DEFAULT_HOSTS[program]
    for file in _files(environ, program):
        try:
            body = settings_text.parse(file.read_text())
        except (OSError, UnicodeDecodeError, settings_text.SettingsSyntaxError) as reason:
            return Settings(host, file, problem=f"{file} cannot be read: {reason}")
        for installation in settings_text.bodies(body, "provider_installation"):
            return _settings(host, file, installation)
    return Settings(host)


def is_searched(settings: Settings, mirror: Path, address: str, environ: Mapping[str, str]) -> bool:
    """Whether `init` would look for the address in the mirror."""
    if settings.methods is None:
        return same_directory(mirror, implied_mirror(environ))
    return any(method.kind == "filesystem_mirror" and same_directory(Path(method.path), mirror)
               and method.serves(address, settings.host) for method in settings.methods)


def rivals(settings: Settings, mirror: Path, address: str) -> list[str]:
    """The kinds of the other methods that serve the address: `init` asks all of them, and takes the newest version."""
    return [method.kind for method in settings.methods or () if method.serves(address, settings.host)
            and not (method.kind == "filesystem_mirror" and same_directory(Path(method.path), mirror))]


def is_overridden(settings: Settings, address: str) -> bool:
    return any(matches(pattern, address, settings.host) for pattern in settings.overrides)


def matches(pattern: str, address: str, host: str) -> bool:
    """Whether an `include` pattern (`hashicorp/*`, `registry.terraform.io/*/*`) covers `namespace/type` of a host."""
    parts = [part.lower() for part in pattern.split("/")]
    if len(parts) == 2:
        parts.insert(0, host)
    wanted = [host, *address.split("/")]
    return len(parts) == 3 and all(part in ("*", name) for part, name in zip(parts, wanted, strict=True))


def same_directory(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def installation_block(mirror: Path, addresses: tuple[str, ...]) -> str:
    """The block that makes `init` take these addresses from the mirror, and everything else from its registry."""
    return f"provider_installation {{\n{mirror_block(mirror, addresses)}  direct {{\n    {excluding(addresses)}\n  }}\n}}\n"


def mirror_block(mirror: Path, addresses: tuple[str, ...]) -> str:
    """The method that serves these addresses, as it stands in a provider_installation block."""
    return f"  filesystem_mirror {{\n    path    = {_quoted(mirror)}\n    include = {_list(addresses)}\n  }}\n"


def excluding(addresses: tuple[str, ...]) -> str:
    """The line that keeps another method from serving them."""
    return f"exclude = {_list(addresses)}"


def _list(addresses: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{address}"' for address in addresses) + "]"


def overrides_block(directory: Path, addresses: tuple[str, ...], environ: Mapping[str, str],
                    program: str = EXPANDING) -> str:
    """The block that makes every command use the provider in `directory`, without `init` and without checksums."""
    path = _quoted(_unexpanded(str(directory), environ) if program == EXPANDING else directory)
    lines = "".join(f'    "{address}" = {path}\n' for address in addresses)
    return f"provider_installation {{\n  dev_overrides {{\n{lines}  }}\n  direct {{}}\n}}\n"


def _quoted(path: object) -> str:
    """As HCL writes a string."""
    return '"' + "".join([_ESCAPES.get(character, character) for character in str(path)]) + '"'


def _unexpanded(path: str, environ: Mapping[str, str]) -> str:
    """`path` where variables are expanded, once, and nothing escapes a `$`: by the variable that holds it."""
    for name in _FOLDERS if "$" in path else ():
        folder = environ.get(name, "").rstrip("/")
        if folder and path.startswith(f"{folder}/"):
            return f"${{{name}}}{path[len(folder):]}"
    return path


def _files(environ: Mapping[str, str], program: str) -> list[Path]:
    named = environ.get("TF_CLI_CONFIG_FILE") or environ.get("TERRAFORM_CONFIG")
    if named:
        return [file for file in [Path(named)] if file.is_file()]
    main = [home(environ) / name for name in MAIN_FILES[program]]
    if program == "tofu" and environ.get("XDG_CONFIG_HOME"):
        main.append(Path(environ["XDG_CONFIG_HOME"]) / "opentofu" / "tofurc")
    folder = home(environ) / ".terraform.d"
    if program == "tofu" and environ.get("XDG_CONFIG_HOME") and not folder.exists():
        folder = Path(environ["XDG_CONFIG_HOME"]) / "opentofu"
    return [*[file for file in main if file.is_file()][:1], *sorted(folder.glob("*.tfrc")),
            *sorted(folder.glob("*.tfrc.json"))]


def _settings(host: str, file: Path, installation: settings_text.Body) -> Settings:
    overrides, methods = [], []
    for kind, value in installation:
        for body in settings_text.bodies([(kind, value)], kind):
            if kind == "dev_overrides":
                overrides += [name for name, _path in body]
            else:
                methods.append(_method(kind, dict(body)))
    return Settings(host, file, methods, tuple(overrides))


def _method(kind: str, facts: dict) -> Method:
    return Method(kind, facts.get("path", ""), facts.get("include", []), facts.get("exclude", []))
