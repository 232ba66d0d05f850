"""Habits of docs/architecture.md that a reader trips over: lazy imports without a reason, empty names."""

import ast

from architecture.sources import modules

# Parts that a launch loads; the others may import lazily only where the command line does.
LAUNCH_PATH = ("bytecode", "launch", "terraform", "twilio", "catalogue", "engine", "provider")
REFUSED_VARIABLES = {"data", "item", "obj", "res", "resp", "ctx", "cfg", "params"}


def test_imports_inside_functions_are_on_the_launch_path_and_say_why():
    wrong = [f"{module}:{node.lineno}" for module in modules() if module.part != "cli"
             for node in module.local_imports()
             if module.part not in LAUNCH_PATH or not _comments_at(module, node).strip()]
    assert not wrong, "\n".join(wrong)


def _comments_at(module, node) -> str:
    """The comments on the statement's lines, and on the lines before it up to the first without import or comment."""
    first = node.lineno - 1
    while module.lines[first - 1].strip().startswith(("#", "import ", "from ")):
        first -= 1
    return " ".join(line.partition("#")[2] for line in module.lines[first:node.end_lineno])


def test_no_variable_has_a_name_that_says_nothing():
    wrong = [f"{module}:{node.lineno}: {name}" for module in modules() for name, node in _variables(module.tree)
             if name in REFUSED_VARIABLES]
    assert not wrong, "\n".join(wrong)


def _variables(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node
        elif isinstance(node, ast.arg):
            yield node.arg, node
