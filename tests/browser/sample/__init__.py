"""A small app on which every pattern and every widget that our stylesheet dresses is drawn.

It has the frame, the middleware and the theme of the product, and no data: what the tests find here
depends on Streamlit and on our look alone.
"""

import os
import shutil
from pathlib import Path

from tests.architecture.reading import ROOT
from tests.browser.support.running_app import RunningApp

HERE = Path(__file__).parent


def sample_app(folder: Path) -> RunningApp:
    """The sample app, not yet started, in a folder of its own with the product's theme."""
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    for name in ("app.py", "shell.py"):
        shutil.copy(HERE / name, folder)
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return RunningApp(
        folder / "data", script=folder / "app.py", health="/_stcore/health",
        environment={"PYTHONPATH": path},
    )  # fmt: skip
