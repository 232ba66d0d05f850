"""Functions and assets: what they serve lies in versions, uploaded to a host of their own and never changed.

1. Changed content, or another path or visibility, is uploaded as a new version; `version_sid` then tells builds which.
2. The newest version is what a read looks at. Where it is not the one that this resource uploaded, what it was made of
   is not known: the text of a function is fetched, everything else becomes null, and the next plan uploads again.
3. Nothing is uploaded that is known to be there already, because each version means a new build and a new deployment.
4. A file is read when it is applied, never while planning (P13): another step may be about to write it.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.behaviours import diagnoses, uploads
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.behaviours.newest import LOOKED_AT, newest
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.normalise import identical
from terraform_twilio.engine.read import Reading
from terraform_twilio.engine.session import APPEARANCE
from terraform_twilio.engine.translate import to_value
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import ResponseError, TwilioError
from terraform_twilio.twilio.operations import MULTIPART, Arguments, File, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine import plan
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

_HOST, _UPLOAD_HOST = "serverless.twilio.com", "serverless-upload.twilio.com"
_PLACE = ("path", "visibility")
_MADE_OF = ("content", "source", "source_hash", "content_type")
VERSION = "version_sid"


class Code(Behaviour):
    """The documents know functions and assets as mere names: versions are made on a host that they leave out."""

    def __init__(self, collection: str, items: str, *, media_type: str | None, shows_content: bool) -> None:
        versions = f"/v1/Services/{{ServiceSid}}/{collection}/{{Sid}}/Versions"
        # Sent twice, it makes a version that nothing uses: no reason to leave a function without its code.
        self._upload = Operation("POST", _UPLOAD_HOST, versions, MULTIPART)
        self._list = Operation("GET", _HOST, versions)
        self._content = Operation("GET", _HOST, f"{versions}/{{VersionSid}}/Content") if shows_content else None
        self._items = items
        self._media_type = media_type

    # --- checking ----------------------------------------------------------------------------------------------------

    def validate(self, resource_type: ResourceType, config: dict) -> list[Diagnostic]:
        problems = _without_place(config)
        content, source, path = (config.get(name) for name in ("content", "source", "path"))
        if content is not None and source is not None:
            problems.append(diagnoses.content_and_source())
        if isinstance(path, str) and not path.startswith("/"):
            problems.append(diagnoses.path_without_slash(path))
        if content is None and source is None:
            problems += [diagnoses.nothing_to_describe(name, "content or source")
                         for name in ("source_hash", "content_type") if config.get(name) is not None]
        return problems

    def warnings(self, change: plan.Proposal, planned: plan.Plan | None) -> list[Diagnostic]:
        """Errors, in truth: what was unknown while validating, and a place for which there is nothing to upload."""
        if planned is None:
            return []
        if _is_managed(planned.planned_state):
            return _without_place(change.config)
        prior = change.prior_state or {}
        return [diagnoses.place_without_content(name) for name in _PLACE if change.config.get(name) is not None
                and not identical(planned.planned_state[name], prior.get(name))]

    # --- reading -----------------------------------------------------------------------------------------------------

    def fetched(self, session: Session, resource_type: ResourceType, state: dict, payload: dict) -> dict:
        """The fetch knows the name alone; the newest version says the rest."""
        arguments = Arguments(_address(state), query={"PageSize": LOOKED_AT})
        version = newest(session.client.pages(self._list, arguments, self._items))
        if version is None:
            return payload
        return {**payload, VERSION: version.get("sid"), "path": version.get("path"),
                "visibility": _lower(version.get("visibility"))}

    def read(self, session: Session, resource_type: ResourceType, prior: dict, private: Private,
             proceed: Callable) -> Reading:
        reading = proceed(session, resource_type, prior, private)
        state = reading.state
        if state is None or reading.diagnostics or state[VERSION] in (None, prior.get(VERSION)):
            return reading
        try:
            made_of = self._found(session, prior, state, private)
        except TwilioError as problem:
            return Reading(prior, private, [diagnose.failed("read", resource_type, problem)])
        return Reading({**state, **made_of}, reading.private, [])

    def _found(self, session: Session, prior: dict, state: dict, private: Private) -> dict:
        """What is known of a version that this resource did not upload, or that was there before the import."""
        is_new_here = private.imported and prior.get(VERSION) is None
        shows = self._content is not None and (is_new_here or prior.get("content") is not None)
        text = self._text(session, state, state[VERSION]) if shows else None
        return {"content": text, "source": None, "source_hash": None, "content_type": prior.get("content_type")}

    def _text(self, session: Session, state: dict, version_sid: object) -> str | None:
        path = {**_address(state), "VersionSid": version_sid}
        return to_value("string", session.client.call(self._content, Arguments(path)).payload.get("content"))

    # --- writing -----------------------------------------------------------------------------------------------------

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        planned = change.planned_state
        try:
            file = self._file(planned) if _is_managed(planned) else None
        except (OSError, ValueError) as problem:
            return Outcome(None, change.private, [_unreadable(planned, problem)])
        unknown = {name: None for name in (*_PLACE, VERSION) if planned[name] is UNKNOWN}
        outcome = proceed(session, _with_planned(change, unknown))
        if file is None or outcome.state is None or outcome.diagnostics:
            return outcome
        return self._uploaded(session, change, outcome, file, kept={}, afterwards=diagnose.HALF_CREATED)

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        prior, planned = change.prior_state, change.planned_state
        try:
            file = self._file(planned) if _is_changed(prior, planned) else None
        except (OSError, ValueError) as problem:
            return Outcome(prior, change.private, [_unreadable(planned, problem)])
        outcome = proceed(session, _with_planned(change, {VERSION: prior[VERSION]}))
        if file is None or outcome.state is None or outcome.diagnostics or self._is_there(session, change, file):
            return outcome
        kept = {name: prior[name] for name in (*_PLACE, *_MADE_OF, VERSION)}
        return self._uploaded(session, change, outcome, file, kept=kept, afterwards=diagnose.UNCHANGED)

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        """Core deletes what is configured no longer before it updates the build that holds it; Twilio refuses that."""
        outcome = proceed(session, change)
        if outcome.state is not None and outcome.diagnostics:
            outcome.diagnostics.append(diagnoses.code_is_built(change.resource_type))
        return outcome

    def _file(self, planned: dict) -> File:
        kind = planned["content_type"] or self._media_type
        if planned["source"] is not None:
            return uploads.read(planned["source"], kind or uploads.media_type(planned["path"]))
        return File(uploads.base_name(planned["path"]), kind or uploads.media_type(planned["path"]),
                    planned["content"].encode())

    def _is_there(self, session: Session, change: Change, file: File) -> bool:
        """Whether the newest version is known to hold just this: after an import, or when text has moved to a file."""
        prior, planned = change.prior_state, change.planned_state
        if self._content is None or prior[VERSION] is None or any(
                not identical(prior[name], planned[name]) for name in (*_PLACE, "content_type")):
            return False
        text = prior["content"]
        if text is None and prior["source"] is None:
            text = _or_none(lambda: self._text(session, prior, prior[VERSION]))
        return text is not None and text.encode() == file.content

    def _uploaded(self, session: Session, change: Change, outcome: Outcome, file: File, *, kept: dict,
                  afterwards: str) -> Outcome:
        """The outcome with a new version; where the upload fails, `kept` is what is still so."""
        try:
            version = self._sent(session, outcome.state, change.planned_state, file)
        except TwilioError as problem:
            told = diagnose.failed("upload the content of", change.resource_type, problem, afterwards=afterwards)
            return Outcome({**outcome.state, **kept}, outcome.private, [told])
        return Outcome({**outcome.state, VERSION: version.get("sid")}, outcome.private)

    def _sent(self, session: Session, state: dict, planned: dict, file: File) -> dict:
        """The new version. What was just created may not have reached the other host yet (A12)."""
        arguments = Arguments(_address(state), {"Content": file, "Path": planned["path"],
                                                "Visibility": planned["visibility"]})
        for seconds in APPEARANCE:
            try:
                return session.client.call(self._upload, arguments).payload
            except ResponseError as problem:
                if not problem.is_not_found:
                    raise
            session.pause(seconds)
        return session.client.call(self._upload, arguments).payload


def _address(state: dict) -> dict:
    return {"ServiceSid": state["service_sid"], "Sid": state["sid"]}


def _without_place(config: dict) -> list[Diagnostic]:
    missing = [name for name in _PLACE if config.get(name) is None]
    return [diagnoses.upload_needs(name, missing) for name in ("content", "source")
            if config.get(name) is not None and missing]


def _is_managed(planned: dict) -> bool:
    """Whether the practitioner says what is to be served."""
    return planned["content"] is not None or planned["source"] is not None


def _is_changed(prior: dict, planned: dict) -> bool:
    """Whether something is planned that only an upload can bring about."""
    changed = {name for name in (*_PLACE, *_MADE_OF) if not identical(prior[name], planned[name])}
    if planned["source_hash"] is not None and prior["source"] is not None:
        changed.discard("source")  # the same file, moved
    return _is_managed(planned) and bool(changed)


def _with_planned(change: Change, values: dict) -> Change:
    """The change as the general rule shall see it: what only an upload tells is not worth a fetch."""
    return Change(change.resource_type, change.prior_state, {**change.planned_state, **values}, change.config,
                        change.private)


def _unreadable(planned: dict, problem: Exception) -> Diagnostic:
    return diagnoses.unreadable_file("source", planned["source"], uploads.reason(problem))


def _or_none(fetch: Callable[[], str | None]) -> str | None:
    """What need not be known: without it, the content is uploaded once more."""
    try:
        return fetch()
    except TwilioError:
        return None


def _lower(visibility: object) -> object:
    """A build's answer spells it in capitals; so may a version's."""
    return visibility.lower() if isinstance(visibility, str) else visibility

