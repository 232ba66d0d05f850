from pathlib import Path

import pytest

from unit.distribution.sources import small_sources


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small_sources(tmp_path / "checkout")
