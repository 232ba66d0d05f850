"""The schemas of each release, as its practitioners' configurations and states rely on them: `schemas/<version>.txt`.

One line a type: section, name, version, and of each attribute its name, its type and how it is set (r required, o optional,
c computed, s sensitive). Written for a new release by `python -m acceptance.released` in the folder of the tests.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "schemas"
SECTIONS = ("resource_schemas", "data_source_schemas")
FLAGS = {"required": "r", "optional": "o", "computed": "c", "sensitive": "s"}


def described(schemas: dict) -> dict[str, dict[str, str]]:
    """By section, name and version of a type the attributes, each in a word, of `terraform providers schema -json`."""
    return {f"{section.partition('_schemas')[0]} {name} {schema['version']}": dict(attributes_of(schema["block"]))
            for section in SECTIONS for name, schema in schemas[section].items()}


def attributes_of(block: dict, above: str = "") -> list[tuple[str, str]]:
    """Nested ones under dotted names."""
    found = []
    for name, one in sorted(block.get("attributes", {}).items()):
        flags = "".join(sign for flag, sign in FLAGS.items() if one.get(flag))
        nested = one.get("nested_type")
        type_ = nested["nesting_mode"] if nested else json.dumps(one["type"], separators=(",", ":")).replace('"', "")
        found.append((above + name, f"{type_}/{flags}"))
        found += attributes_of(nested, f"{above}{name}.") if nested else []
    return found


def written(described_: dict[str, dict[str, str]]) -> str:
    lines = [" ".join([name, *(f"{one}:{word}" for one, word in attributes.items())])
             for name, attributes in sorted(described_.items())]
    return "".join(f"{line}\n" for line in lines)


def read(path: Path) -> dict[str, dict[str, str]]:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        section, name, version, *attributes = line.split(" ")
        found[f"{section} {name} {version}"] = dict(one.split(":", 1) for one in attributes)
    return found


def losses(before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]) -> list[str]:
    """What a practitioner of the earlier release would miss: a type, an attribute, its type, a way to set it, a secrecy."""
    lost = []
    newest = {name.rpartition(" ")[0]: (int(name.rpartition(" ")[2]), one) for name, one in after.items()}
    for full, attributes in before.items():
        name, _, version = full.rpartition(" ")
        if name not in newest or newest[name][0] < int(version):
            lost.append(f"{full} is gone")
            continue
        lost += [f"{name}.{loss}" for loss in _losses_of(attributes, newest[name][1])]
    return lost


def _losses_of(before: dict[str, str], after: dict[str, str]) -> list[str]:
    lost = [f"{name} is gone" for name in before.keys() - after.keys()]
    for name in before.keys() & after.keys():
        (old_type, old), (new_type, new) = before[name].split("/"), after[name].split("/")
        if old_type != new_type:
            lost.append(f"{name} was {old_type} and is {new_type}")
        if set("ro") & set(old) and not set("ro") & set(new):
            lost.append(f"{name} cannot be configured any more")
        lost += [f"{name} {word}" for sign, word in (("c", "is not computed any more"), ("s", "is not secret any more"))
                 if sign in old and sign not in new]
        lost += [f"{name} is required now"] if "r" in new and "r" not in old else []
    return lost + [f"{name} is new and required" for name in after.keys() - before.keys() if "r" in after[name].split("/")[1]
                   and "." not in name]


def main() -> None:
    """Writes the schemas of this version."""
    from acceptance.project import Project
    from acceptance.reattached import Waiting
    from terraform_twilio import __version__
    from terraform_twilio.engine import build

    build.write_tables()
    with Waiting() as waiting, tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder), {"TF_REATTACH_PROVIDERS": waiting.variable}, {})
        (told,) = json.loads(project.run("providers", "schema", "-json"))["provider_schemas"].values()
    path = FOLDER / f"{__version__}.txt"
    FOLDER.mkdir(exist_ok=True)
    path.write_text(written(described(told)), encoding="utf-8")
    sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
