"""From a group to its entry of the catalogue, before corrections and before what only all entries together tell."""

from __future__ import annotations

from terraform_twilio.compiler import titles
from terraform_twilio.compiler.answers import Answers, element_of
from terraform_twilio.compiler.attributes import attributes, queries
from terraform_twilio.compiler.discover import ROLES, Group
from terraform_twilio.compiler.documents import Operation, wipe
from terraform_twilio.compiler.naming import snake

ACCOUNT = "/2010-04-01/Accounts/{}"

# Why a group of this class has no resource type, where no correction says it better.
LEFT_OUT = {
    "action": "Each call does something once; there is no object to keep.",
    "read_delete": "Something else makes it; the API can only read and delete it.",
    "fetch_list": "The API can only read it.",
    "fetch": "The API can only read it.",
    "list": "The API can only read it.",
}


def entry(group: Group, released: set[str]) -> dict:
    """The entry of one group."""
    used = used_operations(group)
    names = {kind: group.names[kind] for kind in ("resource", "singular", "plural") if kind in group.names}
    built = {"group": group.path, "class": group.kind, "host": group.document.host, **names,
             **_aliases(group, released), "operations": _spelled(used), **_left_out(group)}
    return built | (_attributes(group, used) if names else {"attributes": {}})


def used_operations(group: Group) -> dict[str, Operation]:
    """The operations an entry needs: all, but for an entry that has data sources alone the reading ones."""
    if "resource" in group.names or not group.names:
        return group.operations
    return {role: group.operations[role] for role in ("fetch", "list") if role in group.operations}


def _aliases(group: Group, released: set[str]) -> dict:
    names = titles.aliases(group, released) if "resource" in group.names else []
    official = [name for name in names if name in released and ACCOUNT + "/" in group.path]
    return ({"aliases": names} if names else {}) | ({"official": official} if official else {})


def _left_out(group: Group) -> dict:
    if "resource" in group.names:
        return {}
    return {"left_out": group.left_out or (group.reason if group.kind == "action" else None) or LEFT_OUT[group.kind]}


def _spelled(operations: dict[str, Operation]) -> dict[str, str]:
    """Operations as the catalogue writes them; a path parameter has one name throughout, the first operation's."""
    names: dict[str, str] = {}
    spelled = {}
    for role in (role for role in ROLES if role in operations):
        operation = operations[role]
        spelled[role] = f"{operation.method} {_one_name(operation.path, names)}"
        spelled[role] += " json" if operation.body == "json" else ""
    return spelled


def _one_name(path: str, names: dict[str, str]) -> str:
    steps = path.split("/")
    for position, step in enumerate(steps):
        if step.startswith("{"):
            place = wipe("/".join(steps[:position + 1]))
            steps[position] = names.setdefault(place, step)
    return "/".join(steps)


def _attributes(group: Group, used: dict[str, Operation]) -> dict:
    element = element_of(used.get("list"))
    answers = Answers(read=_read_answer(used, element), create=_create_answer(used),
                      element=element[1] if element else {})
    found = attributes(used, answers, account_in_path=group.path.startswith(ACCOUNT + "/"),
                       is_managed="resource" in group.names)
    _forget_lost_names(found, used)
    if group.kind == "action":
        _ask_of_creates_alone(found)
    conditional = [[snake(name) for name in names] for operation in used.values() for names in operation.at_least_one]
    facts = {"items": element[0] if element else None, "page_size": _page_size(used.get("list")),
             "one_of": conditional, "attributes": found, "filters": queries(used.get("list")),
             "queries": _told_apart(queries(used.get("fetch")), found)}
    return {name: fact for name, fact in facts.items() if fact not in (None, [], {}) or name == "attributes"}


def _told_apart(asked: dict[str, dict], found: dict[str, dict]) -> dict[str, dict]:
    """The query parameters of a fetch; one that is named as a property but is no such value has a name of its own."""
    clashes = {name for name, facts in asked.items()
               if "response" in found.get(name, {}) and found[name]["type"] != facts["type"]}
    return {f"requested_{name}" if name in clashes else name: facts for name, facts in asked.items()}


def _page_size(operation: Operation | None) -> int | None:
    """The most elements that one page of a list may be asked to hold, where its operation says so."""
    parameters = operation.parameters if operation else ()
    return next((one.schema.get("maximum") for one in parameters if one.name == "PageSize"), None)


def _read_answer(used: dict[str, Operation], element: tuple[str, dict] | None) -> dict[str, dict]:
    if "fetch" in used:
        return used["fetch"].answer or {}
    return element[1] if element else {}


def _create_answer(used: dict[str, Operation]) -> dict[str, dict]:
    return (used["create"].answer or {}) if "create" in used else {}


def _forget_lost_names(found: dict[str, dict], used: dict[str, Operation]) -> None:
    """Drop path attributes whose parameter goes by another operation's name in this entry."""
    kept = {name for spelled in _spelled(used).values() for name in _names(spelled)}
    for name in [name for name, attribute in found.items() if attribute.get("path", "") not in {"", *kept}]:
        del found[name]["path"]
        if not found[name].keys() - {"type", "sid", "pattern", "required"}:
            del found[name]


def _ask_of_creates_alone(found: dict[str, dict]) -> None:
    """What an action was told is not told back by what came of it, so that an imported one does without."""
    for attribute in found.values():
        if attribute.get("required") and not attribute.keys() & {"response", "path"}:
            attribute["required"] = "create"


def _names(spelled: str) -> list[str]:
    return [step.partition("}")[0][1:] for step in spelled.split("/") if step.startswith("{")]
