"""Medians of interleaved runs: a machine that slows down slows every variant alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def medians(variants: dict[str, Callable[[], object]], runs: int, warm_ups: int = 1) -> dict[str, float]:
    """The median milliseconds of each variant, run in turn."""
    taken: dict[str, list[float]] = {name: [] for name in variants}
    for run in range(warm_ups + runs):
        for name, variant in variants.items():
            milliseconds = _milliseconds(variant)
            if run >= warm_ups:
                taken[name].append(milliseconds)
    return {name: statistics.median(found) for name, found in taken.items()}


def _milliseconds(variant: Callable[[], object]) -> float:
    start = time.perf_counter()
    variant()
    return (time.perf_counter() - start) * 1000


def print_table(title: str, rows: dict[str, float], base: str) -> None:
    """One line per variant: milliseconds, and how many times the base."""
    print(f"\n{title}")
    width = max(map(len, rows))
    for name, milliseconds in rows.items():
        print(f"  {name:<{width}}  {milliseconds:7.1f} ms  {milliseconds / rows[base]:5.2f} x")
