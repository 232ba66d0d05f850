"""The schemas the provider publishes, as core would have them."""

from __future__ import annotations

from terraform_twilio.engine import build


class Schemas:
    """Every resource type's and data source's schema, aliases included."""

    def __init__(self) -> None:
        self.resources, self.data_sources = build.all_schemas(list(build.texts()))

    def schema_of_resource(self, name: str) -> object:
        return self.resources[name]

    def schema_of_data_source(self, name: str) -> object:
        return self.data_sources[name]
