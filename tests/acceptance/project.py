"""A root module in JSON syntax, made of a model's blocks, and the terraform commands on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from core import Reference, Text
from core.configuration import Block, is_data

TERRAFORM = shutil.which("terraform") or shutil.which("tofu") or "terraform"
NO_CHANGES, CHANGES = 0, 2
PLAN = ("plan", "-input=false", "-no-color")
APPLY = ("apply", "-auto-approve", "-input=false", "-no-color", "-compact-warnings")
DESTROY = ("destroy", "-auto-approve", "-input=false", "-no-color", "-compact-warnings")


class Project:
    """Commands run in `directory`, in the environment given, never asking."""

    def __init__(self, directory: Path, environ: dict, provider: dict | None = None) -> None:
        self.directory = directory
        self.environ = {**os.environ, **environ}
        directory.mkdir(parents=True, exist_ok=True)
        if provider is not None:
            self.write_json("provider", {"provider": {"twilio": _escaped(provider)}})

    def write(self, blocks: dict) -> None:
        """The resources are these blocks of the model now."""
        self.write_json("main", module_of(blocks))

    def write_json(self, name: str, module: dict) -> None:
        (self.directory / f"{name}.tf.json").write_text(json.dumps(module, indent=1))

    def write_text(self, text: str) -> None:
        """The configuration in HCL."""
        (self.directory / "main.tf").write_text(text)

    def init(self) -> None:
        self.run("init", "-input=false", "-no-color")

    def refused(self, *arguments: str) -> str:
        """What a command says that must fail, without the frame that terraform draws around it."""
        self.run(*arguments, codes=(1,))
        return self.told

    @property
    def told(self) -> str:
        """What the last command said, without line breaks and frames."""
        return " ".join(self.said.replace("│", " ").split())

    def run(self, *arguments: str, codes: tuple = (0,), timeout: float = 300) -> str:
        """stdout; any other exit code fails with everything that was said."""
        answer = subprocess.run([TERRAFORM, *arguments], cwd=self.directory, env=self.environ, capture_output=True,
                                text=True, timeout=timeout, stdin=subprocess.DEVNULL)
        assert answer.returncode in codes, f"{arguments}: exit code {answer.returncode}\n{answer.stdout}{answer.stderr}"
        self.code, self.said = answer.returncode, answer.stdout + answer.stderr
        return answer.stdout

    def apply(self, blocks: dict | None = None) -> str:
        if blocks is not None:
            self.write(blocks)
        return self.run(*APPLY)

    def apply_saved(self) -> str:
        """The last plan, unchanged."""
        return self.run("apply", "-input=false", "-no-color", "saved.plan")

    def destroy(self, *options: str) -> str:
        return self.run(*DESTROY, *options)

    def plan(self, *options: str) -> dict:
        """A plan in `saved.plan`, as `show -json` tells it: `{address: change}` of whatever is not a no-op."""
        self.run(*PLAN, "-out=saved.plan", "-compact-warnings", "-detailed-exitcode", *options,
                 codes=(NO_CHANGES, CHANGES))
        said = self.said
        shown = json.loads(self.run("show", "-json", "saved.plan"))
        self.said = said
        return {one["address"]: one for one in shown.get("resource_changes", [])
                if one["change"]["actions"] != ["no-op"]}

    def assert_settled(self, *options: str) -> None:
        """T1: nothing is left to do."""
        said = self.run(*PLAN, "-detailed-exitcode", *options, codes=(NO_CHANGES, CHANGES))
        assert self.code == NO_CHANGES, said

    # --- the state ---------------------------------------------------------------------------------------------------

    @property
    def state_file(self) -> Path:
        return self.directory / "terraform.tfstate"

    def resources(self) -> list:
        """What stands in the state file."""
        return json.loads(self.state_file.read_text())["resources"] if self.state_file.exists() else []

    def stored(self) -> dict:
        """The first instance of every resource, by address."""
        return {f"{'' if one['mode'] == 'managed' else 'data.'}{one['type']}.{one['name']}": one["instances"][0]
                for one in self.resources() if one["instances"]}

    def state(self) -> dict:
        """The values of every resource in the state, by address; data sources are no part of it."""
        return {address: one["attributes"] for address, one in self.stored().items() if not is_data(address)}

    def tainted(self) -> set:
        return {address for address, one in self.stored().items() if one.get("status") == "tainted"}

    def know(self, other: Project, *, but: str) -> None:
        """From now on what the other's state holds, but for one resource."""
        state = json.loads(other.state_file.read_text())
        state["resources"] = [one for one in state["resources"] if f"{one['type']}.{one['name']}" != but]
        self.state_file.write_text(json.dumps(state))


def module_of(blocks: dict) -> dict:
    """The JSON syntax of the model's blocks."""
    module: dict = {}
    for address, written in blocks.items():
        block = Block(*written)
        kind, name = ("data" if is_data(address) else "resource"), address.rpartition(".")[2]
        module.setdefault(kind, {}).setdefault(block.type_name, {})[name] = _body(block)
    return module


def _body(block: Block) -> dict:
    body = {name: _escaped(value) for name, value in block.arguments.items()}
    if block.ignore_changes:
        body["lifecycle"] = {"ignore_changes": list(block.ignore_changes)}
    return body | ({"depends_on": list(block.depends_on)} if block.depends_on else {})


def _escaped(value: object) -> object:
    """Strings are templates in JSON syntax; a reference is one."""
    if isinstance(value, Reference):
        rest = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in value.rest)
        return "${" + f"{value.address}.{value.attribute}{rest}" + "}"
    if isinstance(value, Text):
        return "".join(str(_escaped(part)) for part in value.parts)
    if isinstance(value, str):
        return value.replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, dict):
        return {_escaped(name): _escaped(element) for name, element in value.items()}
    return [_escaped(element) for element in value] if isinstance(value, list) else value


def is_unknown(mark: object) -> bool:
    """Whether `after_unknown` of a plan means that something inside is known only after apply."""
    inner = mark.values() if isinstance(mark, dict) else mark if isinstance(mark, list) else ()
    return mark is True or any(map(is_unknown, inner))
