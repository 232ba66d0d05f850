"""What only all entries together tell: which resource type's SID belongs in an attribute, and what makes an id."""

from __future__ import annotations

import re
from collections import defaultdict

ID_ROLES = ("fetch", "update", "delete", "create")


def refer(entries: dict[str, dict]) -> None:
    """Fill in `refers_to` of every attribute that a practitioner writes; corrections may say otherwise afterwards."""
    owners, collections = _owners(entries), _collections(entries)
    for name, entry in entries.items():
        for attribute_name, attribute in entry["attributes"].items():
            target = _parent(name, entry, attribute, collections) or _by_sid(name, attribute_name, attribute, owners)
            if target and _may_refer(entry, attribute_name, attribute, target):
                attribute["refers_to"] = target


def identify(entries: dict[str, dict]) -> None:
    """Fill in `id` of every entry where no correction did: the values of its longest path, the account left out."""
    for entry in entries.values():
        wanted = [name for name in _path_attributes(entry) if name != "account_sid"]
        if wanted:
            entry.setdefault("id", wanted)


def _path_attributes(entry: dict) -> list[str]:
    """The attributes whose values fill the longest path, in its order."""
    by_wire = {attribute["path"]: name for name, attribute in entry["attributes"].items() if "path" in attribute}
    return [by_wire[wire] for wire in _parameters(_longest_path(entry)) if wire in by_wire]


def _longest_path(entry: dict) -> str:
    paths = [entry["operations"][role].split(" ")[1] for role in ID_ROLES if role in entry["operations"]]
    return max(paths, key=lambda path: len(_parameters(path)), default="")


def _parameters(spelled: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", spelled)


def _owners(entries: dict[str, dict]) -> dict[str, list[tuple[str, dict]]]:
    """Entries with a resource type by the SID prefix of their own: an attribute `sid`, else their path's end."""
    owners: dict[str, list[tuple[str, dict]]] = defaultdict(list)
    strangers: dict[str, list[tuple[str, dict]]] = defaultdict(list)
    for name, entry in entries.items():
        own = _own_sid(entry)
        for prefix in entry["attributes"].get(own, {}).get("sid", ()):
            (owners if own == "sid" else strangers)[prefix].append((name, entry))
    return strangers | owners


def _own_sid(entry: dict) -> str:
    """The attribute with the SID that a resource type makes; none where it links or sets up what exists."""
    is_maker = "resource" in entry and entry["class"] != "association"
    ends_in_parameter = _longest_path(entry).removesuffix(".json").endswith("}")
    return _path_attributes(entry)[-1] if is_maker and ends_in_parameter else ""


def _collections(entries: dict[str, dict]) -> dict[tuple[str, str], str]:
    """Resource types by document and collection path."""
    return {(name.partition("/")[0], entry["group"]): entry["resource"]
            for name, entry in entries.items() if "resource" in entry}


def _may_refer(entry: dict, name: str, attribute: dict, target: str) -> bool:
    """What a practitioner writes may refer to another resource type; the own SID and what is read only do not."""
    is_written = attribute.keys() & {"create", "update", "path", "header", "query"}
    return bool(is_written) and name not in ("sid", "id") and target != entry.get("resource")


def _parent(name: str, entry: dict, attribute: dict, collections: dict[tuple[str, str], str]) -> str | None:
    """A path parameter in the middle of a path names the parent: the collection in front of it."""
    if "path" not in attribute:
        return None
    for spelled in entry["operations"].values():
        front, found, _ = spelled.partition("{" + attribute["path"] + "}")
        collection = re.sub(r"\{\w+\}", "{}", front.partition(" ")[2].rstrip("/"))
        target = collections.get((name.partition("/")[0], collection))
        if found and target and target != entry.get("resource"):
            return target
    return None


def _by_sid(name: str, attribute_name: str, attribute: dict, owners: dict[str, list[tuple[str, dict]]]) -> str | None:
    """The resource type whose own SID has this prefix; of several the one the name, else the document, speaks for."""
    if attribute["type"] != "string" or len(attribute.get("sid", ())) != 1:
        return None
    candidates = owners.get(attribute["sid"][0], [])
    document, product = name.partition("/")[0], _product(name)
    stem = attribute_name.removesuffix("_sid")
    ranked = sorted(candidates, key=lambda found: (
        not _speaks_for(stem, found), not found[0].startswith(document + "/"), _product(found[0]) != product,
        "successor" in found[1], found[1]["resource"]))
    return ranked[0][1]["resource"] if ranked else None


def _speaks_for(stem: str, found: tuple[str, dict]) -> bool:
    """Whether an attribute's name ends with the noun, the product's name in front of it or not."""
    noun = found[0].partition("/")[2]
    return f"_{stem}".endswith(f"_{_product(found[0])}_{noun}")


def _product(name: str) -> str:
    return re.sub(r"_(v\d+|organizations|scim)$", "", name.partition("/")[0])
