"""Small: functions of about five lines, modules of about 150 (docs/architecture.md, sentence 10)."""

from architecture.sources import modules

LONGEST_MODULE = 400
SHORT_FUNCTION = 20
SHORT_FUNCTIONS = 0.9

# Longer modules, each with its reason.
LONG_MODULES: dict[str, str] = {}


def test_long_modules_are_listed_with_a_reason():
    long = {str(module) for module in modules() if len(module.lines) > LONGEST_MODULE}
    assert long == set(LONG_MODULES)


def test_nine_of_ten_functions_are_short():
    lengths = [node.end_lineno - node.lineno + 1 for module in modules() for node in module.functions()]
    assert sum(length <= SHORT_FUNCTION for length in lengths) / len(lengths) >= SHORT_FUNCTIONS
