"""What happens to a state when the mistake is ours: it is kept, the practitioner is told, the log says where it was."""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.changes import Change, Outcome


def outcome(change: Change, state: dict | None, problem: Exception, log: object) -> Outcome:
    if log is not None:
        log.error("defect while applying", type_name=change.resource_type.name, exception=type(problem).__name__,
                  trace=_trace(problem))
    return Outcome(state, change.private, [diagnose.defect("apply", change.resource_type.name, problem)])


def _trace(problem: Exception) -> str:
    """Where it happened; never the exception's text, which may hold values."""
    frames, frame = [], problem.__traceback__
    while frame is not None:
        frames.append(f"{frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno}")
        frame = frame.tb_next
    return " > ".join(frames)
