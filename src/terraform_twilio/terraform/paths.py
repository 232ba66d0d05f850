"""Paths into a value: a tuple whose steps are `str` (attribute), `int` (list index) or `Key` (map key)."""

from __future__ import annotations


class Key(str):
    """A step into a map, where a plain `str` is a step into an object."""

    __slots__ = ()
