"""Finds the defaults of resources in recorded answers, and writes them beside this module, one fact per line.

    python -m terraform_twilio.emulator.defaults.derive RECORDED_ANSWERS

A default is what a near-minimal create answers without having been told: no SID, date, address or name, nothing the
create requires, and text only where the documents name the choices or a table here says so.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from terraform_twilio.catalogue.operations import read_operations
from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.kinds import Kind, Kinds
from terraform_twilio.emulator.names import squashed
from terraform_twilio.emulator.routes import Match, Routes

NOT_DEFAULTS = re.compile(r"^(sid|id|url|uri|links|subresource_uris|.*_sid|.*_url|date_.*|.*_date|.*_time|unique_name|"
                          r"friendly_name|identity|status|.*_name|to|from|body|revision|attributes|secret|version)$")
TEXTS = frozenset({"compatibility_message", "region", "media_region", "auth_type", "api_version", "webhook_method",
                   "target_workers", "task_order", "language", "resolution", "format", "direction", "price_unit"})
TOLD = {
    "chat.twilio.com": {"last_consumed_message_index", "permissions", "binding_type", "message_types", "is_online",
                        "notification_level", "unread_messages_count"},
    "conversations.twilio.com": {"permissions", "binding_type", "message_types"},
    "api.twilio.com": {"type", "price_unit"},
    "flex-api.twilio.com": {"serverless_service_sids", "ui_attributes", "integration", "janitor_enabled", "long_lived",
                            "phase"},
    "monitor.twilio.com": {"event_data"},
    "proxy.twilio.com": {"mode", "ttl", "default_ttl", "number_selection_behavior"},
    "serverless.twilio.com": {"runtime"},
    "studio.twilio.com": {"test_users"},
    "sync.twilio.com": {"index", "manage", "read", "write"},
    "taskrouter.twilio.com": {"age", "priority", "timeout", "reservation_status", "configured_capacity", "available",
                              "target_workers", "channel_optimized_routing", "longest_task_waiting_age", "total_tasks",
                              "total_workers", "tasks_by_priority", "tasks_by_status", "realtime", "multi_task_enabled",
                              "total_eligible_workers"},
    "verify.twilio.com": {"config", "factor_type"},
    "video.twilio.com": {"audio_sources", "codec", "container_format", "offset", "size", "duration"},
}
"""What the recorded answers repeat of their own requests, or of a use of the object, by host."""

OBSERVED = frozenset({"Feedback", "Tokens", "Calls", "Messages", "VerificationCheck", "Queries", "Conferences"})


def is_method(facts: dict) -> bool:
    return facts.get("format") == "http-method"


def cleaned(name: str, value: object, facts: dict) -> object:
    """A value if it can be a default, else None."""
    if NOT_DEFAULTS.match(name) or value is None:
        return None
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if inner is None or cleaned(key, inner, {}) is not None}
        return kept or None
    is_choice = "enum" in facts or is_method(facts) or name in TEXTS or value in ("POST", "GET")
    if isinstance(value, str) and not is_choice:
        return None
    is_told = isinstance(value, list) and (any(isinstance(one, dict) for one in value) or not (facts or not value))
    return None if is_told else value


def required(kind: Kind) -> set[str]:
    """What a create must be told."""
    creates = [operation for operation in kind.operations if operation.verb == "Create"]
    return {squashed(name.partition(".")[0]) for operation in creates
            for name, facts in operation.taken["parameter"].items() if facts.get("required")}


def defaults_of(kind: Kind, body: dict) -> dict:
    """The defaults that one answer shows."""
    found = {}
    for name, value in body.items():
        default = cleaned(name, value, kind.shape.get(name, {}))
        if name in kind.shape and default is not None and name not in TOLD.get(kind.host, ()) and (
                squashed(name) not in required(kind)):
            found[name] = default
    return found


def is_telling(match: Match, recorded: dict, kind: Kind) -> bool:
    """Whether an answer shows defaults: a create's, or the first look at something that nobody created."""
    if kind.path.rpartition("/")[2] in OBSERVED or not isinstance(recorded["body"], dict):
        return False
    is_create = match.operation.verb == "Create" and recorded["status"] == 201
    return is_create or (match.operation.verb == "Fetch" and not kind.creates and recorded["status"] == 200)


def matched(routes: Routes, recorded: dict) -> Match | None:
    parts = urlsplit(recorded["url"])
    try:
        return routes.match(parts.netloc, recorded["method"], parts.path)
    except Refusal:
        return None


def derive(answers: list[dict]) -> dict[str, dict[str, dict]]:
    """The defaults by document and kind, from the first telling answer of each."""
    operations = read_operations()
    routes, kinds = Routes(operations), Kinds(operations)
    found: dict[str, dict[str, dict]] = {}
    for recorded in answers:
        match = matched(routes, recorded)
        kind = kinds.of(match.operation) if match else None
        if kind and is_telling(match, recorded, kind):
            defaults = defaults_of(kind, recorded["body"])
            if defaults:
                found.setdefault(match.operation.document, {}).setdefault(kind.line, defaults)
    return found


def text_of(kinds: dict[str, dict]) -> str:
    """The text of one file: one fact per line."""
    blocks = []
    for line, defaults in sorted(kinds.items()):
        rows = ",\n".join(f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False, sort_keys=True)}"
                          for name, value in sorted(defaults.items()))
        blocks.append(f"{json.dumps(line)}: {{\n{rows}\n}}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def main(source: str) -> None:
    """Writes a file per document."""
    answers = json.loads(Path(source).read_text(encoding="utf-8"))["answers"]
    for document, kinds in derive(answers).items():
        Path(__file__).with_name(document + ".json").write_text(text_of(kinds), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
