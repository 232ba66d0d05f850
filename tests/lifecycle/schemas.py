"""The schemas the provider publishes, as core would have them."""

from __future__ import annotations

from terraform_twilio.catalogue.lookup import Catalogue
from terraform_twilio.engine import build
from terraform_twilio.engine.stop import Stop
from terraform_twilio.provider import Provider


class Hurry(Stop):
    """Waits take no time: what the emulator does next, it does after so many looks."""

    __slots__ = ()

    def wait(self, seconds: float) -> bool:
        return super().wait(0)


class Schemas:
    """Every resource type's and data source's schema, aliases included, and `entries`, the table providers look into.

    Both are made from the catalogue's text, so that no test judges tables that were compiled before the last change.
    """

    def __init__(self) -> None:
        texts = list(build.texts())
        self.resources, self.data_sources = build.all_schemas(texts)
        self.entries = build.entries_table(texts)

    def new_provider(self) -> Provider:
        return Provider(Catalogue(self.entries), {}, stop=Hurry())

    def schema_of_resource(self, name: str) -> object:
        return self.resources[name]

    def schema_of_data_source(self, name: str) -> object:
        return self.data_sources[name]
