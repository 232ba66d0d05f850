"""`LEFT_OUT.md`: everything in the documents that the catalogue does not cover, each with its reason."""

from __future__ import annotations

from terraform_twilio.compiler.attributes import PAGING
from terraform_twilio.compiler.discover import Group
from terraform_twilio.compiler.documents import Document, Operation
from terraform_twilio.compiler.entries import used_operations

HEADING = """# Left out

What stands in Twilio's documents and not in this catalogue, with the reason. Written by the compiler: the reasons come
from `overrides/` and from the classes of operations. What is not here and not in the catalogue is a mistake.
"""


def text(documents: list[Document], groups: list[Group], entries: dict[str, dict],
         lost: list[tuple[str, str, str, str]], outside: str = "") -> str:
    """The page; `outside` is the section, written by hand, about what no document has."""
    sections = (("No resource type", _without_resource(groups, entries)),
                ("Operations that nothing uses", _operations(groups)),
                ("Parameters that no attribute, filter or query carries, properties that none shows, "
                 "and values that none takes", _parameters(lost)),
                ("Resource types whose configuration Terraform cannot generate", _never_returned(entries)),
                ("Paths without an operation", _empty_paths(documents)))
    return "\n".join([HEADING, *(f"## {title}\n\n" + "\n".join(lines) + "\n" for title, lines in sections), outside])


def _without_resource(groups: list[Group], entries: dict[str, dict]) -> list[str]:
    return [f"- `{group.name}` ({group.kind}{_data_sources(entries[group.name])}): {entries[group.name]['left_out']}"
            for group in groups if "left_out" in entries[group.name]]


def _data_sources(entry: dict) -> str:
    named = [entry[kind] for kind in ("singular", "plural") if kind in entry]
    return f"; data source {' and '.join(f'`{name}`' for name in named)}" if named else "; no data source"


def _operations(groups: list[Group]) -> list[str]:
    """One line for each operation that no resource type and no data source sends."""
    found = [line for group in groups for line in _unused(group)]
    return sorted(f"- {group.document.name} `{operation.method} {operation.path}`: {reason}"
                  for group, operation, reason in found)


def _unused(group: Group) -> list[tuple[Group, Operation, str]]:
    explained = [(group, operation, reason) for operation, reason in group.left_out_operations]
    used = used_operations(group) if group.names else {}
    return explained + [(group, operation, _why_unused(group)) for role, operation in group.operations.items()
                        if role not in used]


def _why_unused(group: Group) -> str:
    if group.names:
        return "the group has data sources alone."
    return "the group has neither resource type nor data source."


def _parameters(lost: list[tuple[str, str, str, str]]) -> list[str]:
    paging = ", ".join(f"`{name}`" for name in sorted(PAGING))
    everywhere = f"- Everywhere, {paging} of lists: the provider pages by itself."
    lines = [f"- `{entry}` {attribute} ({sent}): {reason}" for entry, attribute, sent, reason in lost]
    return [everywhere, *sorted(lines)]


def _never_returned(entries: dict[str, dict]) -> list[str]:
    """Resource types for which `terraform plan -generate-config-out` cannot give a configuration that validates."""
    managed = [entry for entry in entries.values() if "resource" in entry]
    unreadable = [f"`{entry['resource']}`" for entry in managed if not entry["operations"].keys() & {"fetch", "list"}]
    return ["Generated configuration (`plan -generate-config-out`) of these has to be completed by hand, because Twilio never",
            "returns what they must be given:", "",
            *(f"- `{entry['resource']}`: {', '.join(names)}" for entry in managed if (names := unreturned(entry))), "",
            f"Of {' and '.join(unreadable)}, which cannot be read, it is valid and empty."]


def unreturned(entry: dict) -> list[str]:
    """The arguments that a configuration must have, and that no answer and no path holds."""
    return [name for name, attribute in entry["attributes"].items()
            if attribute.get("required") is True and not attribute.keys() & {"response", "path"}]


def _empty_paths(documents: list[Document]) -> list[str]:
    return [f"- {document.name} `{path}`" for document in documents for path in document.empty_paths]
