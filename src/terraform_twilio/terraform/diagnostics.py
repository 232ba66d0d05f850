"""What a practitioner is told, as a value: severity, summary, detail and the attribute to blame."""

from __future__ import annotations

ERROR = 1
WARNING = 2


class Diagnostic:
    """One message. `path` is a `terraform.paths` path; empty means the whole configuration block."""

    __slots__ = ("detail", "path", "severity", "summary")

    def __init__(self, severity: int, summary: str, detail: str = "", path: tuple = ()) -> None:
        self.severity = severity
        self.summary = summary
        self.detail = detail
        self.path = path

    def __repr__(self) -> str:
        return f"Diagnostic({self.severity}, {self.summary!r}, {self.detail!r}, {self.path!r})"


def error(summary: str, detail: str = "", path: tuple = ()) -> Diagnostic:
    return Diagnostic(ERROR, summary, detail, path)


def warning(summary: str, detail: str = "", path: tuple = ()) -> Diagnostic:
    return Diagnostic(WARNING, summary, detail, path)


def has_error(diagnostics: list[Diagnostic]) -> bool:
    return any(diagnostic.severity == ERROR for diagnostic in diagnostics)
