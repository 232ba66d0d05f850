"""Who gets which type name: the resource types, their aliases, and the two data sources of a group."""

from __future__ import annotations

from terraform_twilio.compiler.discover import Group
from terraform_twilio.compiler.naming import founding_alias, official_alias, plural, snake, versioned

CONFIGURATION = {"crud", "immutable", "association", "create_read_update", "create_read", "list_read", "singleton",
                 "keyed_config", "upsert_delete", "write_only"}
V2010 = "api_v2010"


def entitle(groups: list[Group]) -> None:
    """Fill in `names` of every group; a name that a correction gave stays as it is."""
    for kind, is_wanted, plain in (("resource", has_resource, _plain), ("singular", _has_fetch, _plain),
                                   ("plural", _has_list, _plain_plural)):
        unnamed = [group for group in groups if is_wanted(group) and not group.left_out and kind not in group.names]
        pairs = {group.name: (plain(group), group.document.version) for group in unnamed}
        final = versioned(pairs.values())
        for group in unnamed:
            group.names[kind] = final[pairs[group.name]]


def has_resource(group: Group) -> bool:
    """A resource type is what can be configured, or an action that the official provider's rule takes in."""
    return group.kind in CONFIGURATION or (group.kind == "action" and _is_official(group))


def _is_official(group: Group) -> bool:
    """The official provider's rule: create, fetch and delete, and the create answer holds the id."""
    if not {"create", "fetch", "delete"} <= group.operations.keys() or not group.operations["fetch"].path_names:
        return False
    return snake(group.operations["fetch"].path_names[-1]) in (group.operations["create"].answer or {})


def aliases(group: Group, released: set[str]) -> list[str]:
    """The other names of a group's resource type: the released official one, and the founding document's."""
    official = official_alias(group.document.name, group.document.product, group.path)
    founding = [founding_alias(group.path)] if group.document.name == V2010 else []
    return sorted([official] * (official in released) + founding)


def _has_fetch(group: Group) -> bool:
    return "fetch" in group.operations


def _has_list(group: Group) -> bool:
    return "list" in group.operations


def _plain(group: Group) -> str:
    return f"twilio_{group.document.product}_{group.noun}"


def _plain_plural(group: Group) -> str:
    return f"twilio_{group.document.product}_{plural(group.noun)}"
