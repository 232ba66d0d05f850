"""One page of the registry each: of the provider, of a resource type, of a data source."""

from __future__ import annotations

from pathlib import Path

from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.documentation import arguments
from terraform_twilio.engine.identity import form_of
from terraform_twilio.terraform.schema import Schema

PREFIX = "twilio_"


class Example:
    """A configuration to quote, and how one imports into its block."""

    def __init__(self, text: str, importing: str = "") -> None:
        self.text = text.strip()
        self.importing = importing.strip()


def page_name(type_name: str) -> str:
    """The registry leaves the provider's name out: `twilio_api_key` stands in `api_key.md`."""
    return type_name.removeprefix(PREFIX) + ".md"


def of_resource(resource_type: ResourceType, schema: Schema, subcategory: str, example: Example) -> str:
    name = resource_type.name
    return "\n\n".join([
        _front_matter(f"{name} Resource", subcategory, schema.description), f"# {name} (Resource)", schema.description,
        *_aliases(resource_type.entry.aliases or ()), "## Example Usage", _terraform(example.text),
        arguments.section(schema.attributes).strip(), *_import(resource_type, example)]) + "\n"


def of_data_source(name: str, schema: Schema, subcategory: str, example: Example) -> str:
    return "\n\n".join([
        _front_matter(f"{name} Data Source", subcategory, schema.description), f"# {name} (Data Source)",
        schema.description, "## Example Usage", _terraform(example.text),
        arguments.section(schema.attributes).strip()]) + "\n"


def of_provider(schema: Schema, introduction: str, example: Example) -> str:
    return "\n\n".join([
        _front_matter("Provider: Twilio", "", schema.description), introduction.strip(), "## Example Usage",
        _terraform(example.text), arguments.section(schema.attributes).strip()]) + "\n"


def minimal_example(kind: str, name: str, schema: Schema) -> Example:
    """A block with what is required, for a type that nobody has written an example for."""
    required = sorted(attribute.name for attribute in schema.attributes if attribute.required)
    width = max(map(len, required), default=0)
    lines = [f"  {one.ljust(width)} = var.{one}" for one in required]
    body = "\n".join(["{", *lines, "}"]) if lines else "{}"
    return Example(f'{kind} "{name}" "example" {body}')


def _front_matter(title: str, subcategory: str, description: str) -> str:
    return "\n".join(["---", f'page_title: "{title}"', f'subcategory: "{subcategory}"', "description: |-",
                      f"  {_first_sentence(description)}", "---"])


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."


def _aliases(names: tuple) -> list[str]:
    if not names:
        return []
    return [f"The same resource type under other names: {', '.join(f'`{name}`' for name in sorted(names))}."]


def _terraform(text: str) -> str:
    return f"```terraform\n{text}\n```"


def _import(resource_type: ResourceType, example: Example) -> list[str]:
    """The id as it is written, in a block and on the command line; the last line of the command is the command."""
    command = example.importing or f"terraform import {resource_type.name}.example '{_placeholders(form_of(resource_type))}'"
    address, import_id = command.splitlines()[-1].removeprefix("terraform import ").split(" ", 1)
    block = ["import {", f"  to = {address}", f'  id = "{import_id.strip(_QUOTE)}"', "}"]
    return ["## Import", _terraform("\n".join(block)), f"```shell\n{command}\n```"]


_QUOTE = "'"


def _placeholders(form: str) -> str:
    """`[account_sid/]call_sid/sid` as `<call_sid>/<sid>`: the account is named only where it is another one."""
    if " " in form:
        return "<account_sid>"
    return "/".join(f"<{part}>" for part in form.removeprefix("[account_sid/]").split("/"))


def example_in(folder: Path) -> Example | None:
    """The hand-written example of a type, where there is one."""
    for file_name in ("resource.tf", "data-source.tf"):
        if (folder / file_name).is_file():
            importing = folder / "import.sh"
            return Example((folder / file_name).read_text(encoding="utf-8"),
                           importing.read_text(encoding="utf-8") if importing.is_file() else "")
    return None
