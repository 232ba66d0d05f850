"""The wishes of a group as one run of terraform: one module, one state; afterwards everybody gets his own part back."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from acceptance.lockstep import Wish
from acceptance.module_text import Module, marked, unmarked
from acceptance.project import TERRAFORM
from acceptance.remembered import Remembered
from acceptance.shown import Complaint, Kept, Plan, Planned
from core import Failed

OPTIONS = ("-input=false", "-no-color")
JSON = ("-json", *OPTIONS, "-parallelism=30")
LINEAGE = "00000000-0000-0000-0000-000000000001"
ERRORS = 1
LOGS = "LOGS_OF_THIS_LANE"
"""The variable that names the folder in which terraform and the provider log."""


class Answered:
    """What a command said: its lines in JSON, its exit code."""

    def __init__(self, code: int, said: str, errors: str) -> None:
        self.code = code
        self.lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
        self.said = said + errors
        self.places: dict = {}

    @property
    def diagnostics(self) -> list:
        return [line for line in self.lines if line.get("type") == "diagnostic"]


class Grouped:
    """Grants wishes in `directory`; `environ` is by the name that a core's provider goes by, `states` keeps the state.

    What was logged before is nobody's any more.
    """

    def __init__(self, directory: Path, environ: dict[str, dict], states: Remembered) -> None:
        self.directory = directory
        self.environ = environ
        self.states = states
        self.path = f"/{directory.name}"
        self.numbers = itertools.count(1)
        self.lock = Lock()
        self.logs = Path(environ["loud"][LOGS])
        directory.mkdir(parents=True)
        for log in self.logs.iterdir():
            log.write_bytes(b"")
        self._put("backend.tf.json", json.dumps({"terraform": {"backend": {"http": {"address": states.url + self.path}}}}))
        self._terraform(environ["usual"], "init", *OPTIONS)

    def grant(self, wishes: list[Wish]) -> None:
        """The kind's first word says what is done."""
        GRANTS[wishes[0].kind[0]](self, wishes)

    # --- the commands ------------------------------------------------------------------------------------------------

    def plan(self, wishes: list[Wish]) -> None:
        """Answers everyone with his part of a plan; whoever is complained about fails.

        What is refused before anything is planned is refused to everybody, so the others try again.
        """
        while waiting := _waiting(wishes):
            _, answered, plan = self._planned(waiting, wishes[0].kind[2:])
            complaints = self._heard(waiting, answered)
            if answered.code != ERRORS or _has_begun(answered):
                self._give_parts(waiting, plan, complaints)

    def apply(self, wishes: list[Wish]) -> None:
        """Plans until nobody is complained about any more, applies that, and keeps what is left."""
        while waiting := _waiting(wishes):
            name, answered, plan = self._planned(waiting)
            self._heard(waiting, answered)
            if answered.code != ERRORS:
                applied = self._run(waiting, "apply", *JSON, name)
                applied.places = answered.places
                self._keep(waiting)
                self._give_parts(waiting, plan, self._heard(waiting, applied))

    def destroy(self, wishes: list[Wish]) -> None:
        """Everything at once, each life's own."""
        self._write(wishes)
        answered = self._run(wishes, "destroy", "-auto-approve", *JSON, *wishes[0].kind[2:])
        self._keep(wishes)
        self._heard(wishes, answered)
        for wish in wishes:
            wish.answer = True

    def import_(self, wishes: list[Wish]) -> None:
        """One after the other, for the command takes one."""
        for wish in wishes:
            self._write([wish])
            address = marked(wish.facts["address"], wish.core.mark)
            answered = self._run([wish], "import", *OPTIONS, address, wish.facts["id"])
            if answered.code:
                wish.failure = AssertionError(answered.said)
            self._keep([wish])
            wish.answer = True

    def generate(self, wishes: list[Wish]) -> None:
        """A plan of imports whose configuration terraform writes itself; everyone gets his part of both."""
        file = f"generated-{next(self.numbers)}.hcl"
        _, answered, plan = self._planned(wishes, (f"-generate-config-out={file}",))
        complaints = self._heard(wishes, answered)
        path = self.directory / file
        blocks = blocks_of(path.read_text(encoding="utf-8")) if path.exists() else {}
        for wish in _waiting(wishes):
            text = blocks[marked(wish.facts["address"], wish.core.mark)]
            wish.answer = self._part(wish, plan, complaints), text

    def tell(self, wishes: list[Wish]) -> None:
        """What a practitioner reads: a plan, and everything that was logged so far."""
        self._write(wishes)
        environ = self.environ[wishes[0].core.provider]
        told = self._terraform(environ, "plan", *OPTIONS)
        texts = [told.said, *(path.read_text(encoding="utf-8", errors="replace") for path in self.logs.iterdir())]
        for wish in wishes:
            wish.answer = texts

    # --- their parts -------------------------------------------------------------------------------------------------

    def _planned(self, wishes: list[Wish], options: tuple = ()) -> tuple:
        """The name of the plan's file, what was said, and the plan."""
        name = f"{next(self.numbers)}.plan"
        module = self._write(wishes)
        answered = self._run(wishes, "plan", *JSON, "-detailed-exitcode", f"-out={name}", *options)
        answered.places = module.places
        return name, answered, Planned(answered.lines, lambda: self._show(wishes, name))

    def _show(self, wishes: list[Wish], name: str) -> str:
        with self.lock:
            answered = self._run(wishes, "show", "-json", "-no-color", name)
        assert answered.code == 0, answered.said
        return answered.said

    def _give_parts(self, wishes: list[Wish], plan: Planned, complaints: list[Complaint]) -> None:
        for wish in _waiting(wishes):
            wish.answer = self._part(wish, plan, complaints)

    def _part(self, wish: Wish, plan: Planned, complaints: list[Complaint]) -> Plan:
        mine = [one for one in complaints if one.severity == "warning" and one.mark in (0, wish.core.mark)]
        wish.core.calls.warnings.extend(mine)
        return Plan(plan, wish.core.mark, wish.core.kind, mine)

    def _heard(self, wishes: list[Wish], answered: Answered) -> list[Complaint]:
        """The complaints; the errors fail whose they are, and an error about nobody in particular fails everybody."""
        marks = {wish.core.mark for wish in wishes}
        complaints = [Complaint.of(line, answered.places, marks) for line in answered.diagnostics]
        errors = [one for one in complaints if one.severity == "error"]
        for wish in wishes:
            if mine := [one for one in errors if one.mark in (0, wish.core.mark)]:
                wish.failure = Failed(f"mark {wish.core.mark}", mine)
        assert answered.code != ERRORS or errors, answered.said
        return complaints

    def _run(self, wishes: list[Wish], *arguments: str) -> Answered:
        return self._terraform(self.environ[wishes[0].core.provider], *arguments)

    def _terraform(self, environ: dict, *arguments: str) -> Answered:
        told = subprocess.run([TERRAFORM, *arguments], cwd=self.directory, env=environ, capture_output=True,
                              encoding="utf-8", timeout=600, stdin=subprocess.DEVNULL)
        return Answered(told.returncode, told.stdout, told.stderr)

    # --- the directory -----------------------------------------------------------------------------------------------

    def _write(self, wishes: list[Wish]) -> Module:
        """The configuration and the state of exactly these lives."""
        module = Module()
        for wish in wishes:
            module.add(wish.core.mark, wish.core.alias, wish.facts.get("blocks", {}), wish.core.laters)
        self._put("main.tf.json", module.text())
        self._put("written.tf", "\n".join(module.written))
        settings = {wish.core.alias: wish.core.settings for wish in wishes}
        self._put("provider.tf.json", json.dumps({"provider": {"twilio": [
            {"alias": alias, **one} for alias, one in settings.items()]}}))
        self._put("import.tf.json", json.dumps({"import": list(_imports(wishes))}))
        self.states.texts[self.path] = json.dumps(self._state(wishes)).encode()
        return module

    def _state(self, wishes: list[Wish]) -> dict:
        resources = [kept.entry for wish in wishes for kept in {**wish.core.state, **wish.core.others}.values()]
        return {"version": 4, "terraform_version": "1.0.0", "serial": next(self.numbers), "lineage": LINEAGE,
                "outputs": {}, "resources": resources}

    def _keep(self, wishes: list[Wish]) -> None:
        """Everyone gets back what the state has of his."""
        resources = json.loads(self.states.texts[self.path])["resources"]
        managed = [one for one in resources if one["mode"] == "managed"]
        for wish in wishes:
            mine = {f"{one['type']}.{unmarked(one['name'])[0]}": Kept(one) for one in managed
                    if unmarked(one["name"])[1] == wish.core.mark}
            wish.core.state = {name: one for name, one in mine.items() if not name.startswith("terraform_data.")}
            wish.core.others = {name: one for name, one in mine.items() if name.startswith("terraform_data.")}

    def _put(self, name: str, text: str) -> None:
        (self.directory / name).write_text(text, encoding="utf-8")


def _waiting(wishes: list[Wish]) -> list[Wish]:
    return [wish for wish in wishes if wish.is_open]


def _imports(wishes: list[Wish]) -> Iterable[dict]:
    for wish in wishes:
        for address, id_ in wish.facts.get("imports", {}).items():
            yield {"to": marked(address, wish.core.mark), "id": id_, "provider": f"twilio.{wish.core.alias}"}


def _has_begun(answered: Answered) -> bool:
    """Whether anything was read before the plan failed: then there is a plan of the others, else only a validation."""
    return any(line.get("type") in ("refresh_start", "apply_start", "planned_change", "change_summary")
               for line in answered.lines)


def blocks_of(text: str) -> dict[str, str]:
    """The resource blocks of a generated configuration, by address."""
    found: dict[str, str] = {}
    for piece in text.split("\nresource ")[1:]:
        type_name, name = piece.split('"')[1:4:2]
        found[f"{type_name}.{name}"] = "resource " + piece.rpartition("\n}")[0] + "\n}\n"
    return found


GRANTS = {"plan": Grouped.plan, "apply": Grouped.apply, "destroy": Grouped.destroy, "import": Grouped.import_,
          "generate": Grouped.generate, "tell": Grouped.tell}
