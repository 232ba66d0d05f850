"""What the model of core says when a provider breaks a rule."""

from __future__ import annotations


class Violation(AssertionError):
    """A provider broke rule `rule`; the text names it first."""

    def __init__(self, rule: str, text: str, path: tuple = ()) -> None:
        where = f" at {spell(path)}" if path else ""
        super().__init__(f"{rule}: {text}{where}")
        self.rule = rule
        self.path = path


class Mistake(Exception):
    """The test itself asked for something core would refuse before asking the provider."""


def spell(path: tuple) -> str:
    """The path as a practitioner reads it: `tags[0].name`."""
    text = "".join(f".{step}" if isinstance(step, str) else f"[{step}]" for step in path)
    return text.removeprefix(".")
