"""Programs of the system that a test cannot do without."""

import os
import shutil

import pytest


def chromium() -> str:
    """The browser for tests of pages."""
    path = shutil.which("chromium")
    assert path, "these tests need the chromium of the system: apt-get install chromium"
    return path


def found(name: str) -> str:
    """Where it lies. Without it the test is left out on a machine of somebody's own; in `.ci/run`,
    which installs what is needed, it fails."""
    path = shutil.which(name)
    if not path:
        missing = f"this test needs {name}: apt-get install {name}"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return path
