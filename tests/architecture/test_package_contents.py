"""The installed package holds what a launch can reach, no less and no more."""

from architecture.sources import ROOT, modules
from terraform_twilio.distribution.package import package_files
from terraform_twilio.engine import behaviours

STARTS = ("terraform_twilio.bytecode", "terraform_twilio.launch")


def reachable() -> set[str]:
    """The modules that an import chain from the start leads to, with the packages they are in."""
    named = {module.name: {name for name, _ in module.imports()} for module in modules()}
    by_table = [f"{behaviours.__name__}.{module}" for module in behaviours.BEHAVIOURS.values()]
    found, open_names = set(), [*STARTS, *by_table]
    while open_names:
        name = open_names.pop()
        if name in named and name not in found:
            found.add(name)
            open_names += [*named[name], name.rpartition(".")[0]]
    return found


def packed() -> set[str]:
    names = [name.removeprefix("lib/") for name in package_files("0.0.0") if name.startswith("lib/terraform_twilio/")]
    return {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            for name in names if name.endswith(".py")}


def test_every_module_that_a_launch_can_reach_is_packed():
    assert reachable() - packed() == set()


def test_nothing_is_packed_that_no_launch_can_reach():
    assert packed() - reachable() == set()


def test_the_package_is_small_enough_to_be_hashed_at_every_command():
    sizes = [len(content) for content in package_files("0.0.0").values()]
    assert sum(sizes) < 10_000_000  # Terraform takes 0.1 s for 100 MB, and 0.02 s for a thousand files.
    assert len(sizes) < 300


def test_no_absolute_path_of_this_machine_is_packed():
    folders = [str(ROOT.parent.parent).encode(), str(ROOT.home()).encode() + b"/"]
    assert [name for name, content in package_files("0.0.0").items() if any(path in content for path in folders)] == []
