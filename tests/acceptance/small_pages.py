"""The provider as `-debug` starts it, on a catalogue whose pages are small."""

from __future__ import annotations

import os
import sys

from lifecycle.data_sources.plural import PAGE
from terraform_twilio.catalogue.lookup import Catalogue, read_compiled
from terraform_twilio.engine import build
from terraform_twilio.launch import ADDRESSES
from terraform_twilio.provider import Provider
from terraform_twilio.terraform.plugin.log import Log
from terraform_twilio.terraform.plugin.serve import serve


def main() -> None:
    """Serves until it is killed."""
    environ = dict(os.environ)
    log = Log(environ, sys.stderr, "twilio")
    entries = build.entries_table([(name, _with_small_pages(facts)) for name, facts in build.texts()])
    serve(lambda: Provider(Catalogue(entries), environ, log), schema=lambda: read_compiled("schema.bin"),
          addresses=ADDRESSES, environ=environ, log=log, debug=True)


def _with_small_pages(facts: dict) -> dict:
    return facts | ({"page_size": PAGE} if facts.get("page_size") else {})
