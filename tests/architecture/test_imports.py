"""Who may import whom (docs/architecture.md): imports point down, and some parts are strangers."""

import sys

import pytest

from architecture.sources import modules

# Every part has a row: itself is always allowed, and so is the root package for its version.
MAY_IMPORT = {
    "terraform": set(),
    "twilio": set(),
    "catalogue": {"terraform", "twilio"},
    "engine": {"catalogue", "terraform", "twilio"},
    "bytecode": set(),
    "launch": {"catalogue", "provider", "terraform"},
    "provider": {"catalogue", "engine", "terraform", "twilio"},
    "emulator": {"catalogue"},
    "compiler": {"catalogue", "terraform", "twilio"},
    "documentation": {"catalogue", "engine", "terraform"},
    "distribution": {"bytecode", "launch"},  # serve.py alone, which runs inside the installed package
    "cli": {"catalogue", "compiler", "distribution", "emulator", "engine", "launch", "terraform", "twilio"},
    "__init__": set(),
}
# Modules for somebody else's tests, who brings the package along.
NOT_FOR_THE_PRODUCT = {"emulator/testing.py": {"pytest"}}


def test_every_part_has_a_row_and_every_row_a_part():
    assert {module.part for module in modules()} == set(MAY_IMPORT)


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_imports_only_what_its_row_names(part):
    allowed = MAY_IMPORT[part] | {part, ""}
    wrong = [f"{module}:{node.lineno} imports {name}" for module in modules() if module.part == part
             for name, node in module.imports() if name.split(".")[0] == "terraform_twilio"
             and [*name.split("."), ""][1] not in allowed]
    assert not wrong, "\n".join(wrong)


def test_the_product_needs_nothing_but_the_standard_library():
    known = sys.stdlib_module_names | {"terraform_twilio", "_sha256", "_sha2"}  # One of the last two, by version.
    wrong = [f"{module}: {name}" for module in modules() for name, _ in module.imports()
             if name.split(".")[0] not in known | NOT_FOR_THE_PRODUCT.get(str(module), set())]
    assert not wrong, "\n".join(wrong)


def test_no_module_imports_itself_by_a_detour():
    graph = {module.name: {name for name, node in module.imports() if node not in module.local_imports()
                           and name.startswith("terraform_twilio") and name != module.name} for module in modules()}
    assert [cycle for start in graph if (cycle := _cycle_from(start, graph))] == []


def _cycle_from(start: str, graph: dict[str, set[str]]) -> list[str]:
    paths, seen = [[start]], set()
    while paths:
        path = paths.pop()
        for name in graph.get(path[-1], ()):
            if name == start:
                return [*path, name]
            if name not in seen:
                seen.add(name)
                paths.append([*path, name])
    return []
