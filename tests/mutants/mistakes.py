"""The mistakes: each a text of one module of the engine, and what stands there instead.

A mistake whose text is not found exactly once fails the run: the code has changed, and the mistake has to follow it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """One change to one module of `engine`."""

    title: str
    module: str
    right: str
    wrong: str


MISTAKES = (
    Mistake("echo the API instead of the plan", "translate",
            "        if planned.get(name) is UNKNOWN:\n            value = answered(",
            "        if True:\n            value = answered("),
    Mistake("null for empty", "plan",
            "    if configured is not None:\n        return configured",
            "    if configured:\n        return configured"),
    Mistake("forget the private record", "private",
            "    return dumps(record).encode()", '    return b""'),
    Mistake("take a 404 for an error when reading", "session",
            "            if error.is_not_found:\n                return None\n", ""),
    Mistake("take a 404 for an error when deleting", "deleting",
            "        if not problem.is_not_found and not _is_gone(session, change, problem):", "        if True:"),
    Mistake("skip one attribute", "creating",
            "            for attribute in change.resource_type.arguments\n            if (wire_name",
            "            for attribute in change.resource_type.arguments[:-1]\n            if (wire_name"),
    Mistake("send unchanged parameters", "parameters",
            "    return not identical(planned, prior_state.get(attribute.name))", "    return planned is not None"),
    Mistake("forget what every update must carry", "parameters",
            "(everything or attribute.always)", "everything"),
    Mistake("drop requires_replace", "plan",
            "_computed_updated(change, planned, requires_replace), requires_replace)",
            "_computed_updated(change, planned, requires_replace), [])"),
    Mistake("call volatile attributes known", "plan",
            "    return bool(attribute.volatile or change", "    return bool(change"),
    Mistake("call everything unknown in an update", "plan",
            "    return bool(attribute.volatile or change", "    return bool(True or change"),
    Mistake("lose the id of a half-created object", "creating",
            'afterwards=diagnose.HALF_CREATED)\n    state =',
            'afterwards=diagnose.HALF_CREATED)\n        return Outcome(None, private, [problem])\n    state ='),
    Mistake("ignore the normaliser", "normalise",
            "    return normaliser in NORMALISERS and _alike", "    return False and _alike"),
    Mistake("clear nothing that is configured no longer", "plan",
            "    return UNKNOWN if is_cleared_by_empty_text(change.resource_type, attribute) else prior",
            "    return prior"),
    Mistake("leave out what only an update takes", "creating",
            "for name, value in parameters.items() if everything or name in late or name in always}",
            "for name, value in ()}"),
    Mistake("keep in the state what a refused update did not do", "updating",
            "    state = prior\n    if may_have_acted",
            "    state = settled(change.planned_state)\n    if may_have_acted"),
    Mistake("take another account's object for a deleted one", "read",
            "    if accounts is None or session.is_closed(accounts[0]):", "    if True:"),
    Mistake("send what Twilio only reports", "plan",
            "or (prior is not None and attribute.only_reports(configured)))", "or False)"),
    Mistake("create what nobody has asked for", "planning",
            "if attribute.is_asked_by_plan and change.config.get(attribute.name) is None]", "if False]"),
    Mistake("read nothing back", "translate",
            "        if value is not MISSING and not _keeps_prior(", "        if False and not _keeps_prior("),
    Mistake("forget that it was imported", "import_state", "Private(imported=True)", "Private()"),
    Mistake("wait for nothing", "waiting",
            "    if goal is None:", "    if True:"),
    Mistake("warn of no loss", "planning",
            "    if replacing.is_lost(resource_type, prior_state):", "    if False:"),
    Mistake("let Terraform replace what is dear", "replacing",
            "    return [diagnose.loss_was_ordered(resource_type, state)] if state else []", "    return []"),
    Mistake("overlook what is tainted", "replacing",
            "        return [diagnose.loss(resource_type, state, diagnose.TAINTED) for state in left]", "        return []"),
    Mistake("taint what was not read", "creating",
            "    except Interrupted:\n        return diagnose.not_looked_at(resource_type)\n", "    finally:\n        pass\n"),
)
