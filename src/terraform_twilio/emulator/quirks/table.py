"""What Twilio does beyond the general rule, by kind: each a function in one file, with its source.

PREPARING  before the path is walked, by `METHOD host/path` or host     (call)
CREATING   before a new resource is stored: fill or check it           (call, resource)
CREATED    after: what Twilio makes along with it                      (call, resource)
UPDATING   after an update's values are placed                         (call, resource, before)
UPDATED    after it is stored                                          (call, resource)
DELETING   before it goes: refuse, or take others along                (call, resource)
READING    before it is shown: what changes by itself                  (call, resource)
STANDING   when it exists without having been created                  (call, resource)
LISTING    where a list's resources come from, if not from the collection   (call, location)
ANSWERS    an operation that is all its own, by `METHOD host/path`      (call)
"""

from __future__ import annotations

from collections.abc import Callable

from terraform_twilio.emulator.quirks import (
    accounts,
    answers_alone,
    assistants,
    associations,
    conversations,
    dialing_permissions,
    exports,
    fixed_places,
    flex,
    flex_configuration,
    foreign_links,
    in_use,
    link_shortening,
    lookups,
    operators,
    organizations,
    phone_numbers,
    porting,
    recordings,
    references,
    serverless,
    signing_requests,
    sims,
    statistics,
    studio,
    supporting_documents,
    sync,
    taskrouter,
    tokens,
    trunking,
    verify,
    voice_and_messages,
)
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

TABLES = ("PREPARING", "CREATING", "CREATED", "UPDATING", "UPDATED", "DELETING", "READING", "STANDING", "LISTING",
          "ANSWERS")
MODULES: tuple = (
    accounts, answers_alone, assistants, associations, conversations, dialing_permissions, exports, fixed_places,
    flex, flex_configuration, foreign_links, in_use, link_shortening, lookups, operators, organizations, phone_numbers,
    porting, recordings, references, serverless, signing_requests, sims, statistics, studio, supporting_documents, sync,
    taskrouter, tokens, trunking, verify, voice_and_messages,
)


def _merged(name: str) -> dict[str, Callable]:
    """One table out of every module's; two rules for one kind are a mistake of ours."""
    merged: dict[str, Callable] = {}
    for module in MODULES:
        for line, rule in getattr(module, name, {}).items():
            if line in merged:
                raise ValueError(f"two {name} rules for {line}")
            merged[line] = rule
    return merged


PREPARING, CREATING, CREATED, UPDATING, UPDATED, DELETING, READING, STANDING, LISTING, ANSWERS = map(_merged, TABLES)


def run(table: dict[str, Callable], call: Call, resource: Resource, *more: dict) -> None:
    """Applies the rule of a call's kind, if there is one."""
    rule = table.get(call.kind.line)
    if rule:
        rule(call, resource, *more)
