"""The product's modules as syntax trees, for the laws below."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import terraform_twilio

ROOT = Path(terraform_twilio.__file__).parent


class Module:
    """One source file: its path below the root package, its text and its tree."""

    def __init__(self, path: Path) -> None:
        self.path = path.relative_to(ROOT)
        self.text = path.read_text()
        self.tree = ast.parse(self.text)
        self.lines = self.text.splitlines()
        parts = self.path.with_suffix("").parts
        self.name = ".".join(("terraform_twilio", *(parts[:-1] if parts[-1] == "__init__" else parts)))

    @property
    def part(self) -> str:
        """The part of the project it belongs to: a top folder, or a module beside them."""
        return self.path.parts[0].removesuffix(".py")

    def functions(self) -> Iterator[ast.FunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    def imports(self) -> Iterator[tuple[str, ast.stmt]]:
        """Every module named in an import outside `if TYPE_CHECKING`, with the statement."""
        for node in _without_type_checking(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}:{node.lineno} imports relatively"
                yield from ((name, node) for name in _imported_from(node))

    def local_imports(self) -> list[ast.stmt]:
        """The imports inside functions."""
        return [node for function in self.functions() for node in ast.walk(function)
                if isinstance(node, ast.Import | ast.ImportFrom)]

    def __repr__(self) -> str:
        return str(self.path)


def _imported_from(node: ast.ImportFrom) -> list[str]:
    """`from package import module` names the module, `from module import value` the module it comes from."""
    names = [f"{node.module}.{alias.name}" for alias in node.names]
    return [name if is_module(name) else node.module for name in names]


@cache
def is_module(name: str) -> bool:
    if not name.startswith("terraform_twilio"):
        return False
    path = ROOT.joinpath(*name.split(".")[1:])
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def _without_type_checking(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from _without_type_checking(child)


@cache
def modules() -> tuple[Module, ...]:
    return tuple(Module(path) for path in sorted(ROOT.rglob("*.py")))
