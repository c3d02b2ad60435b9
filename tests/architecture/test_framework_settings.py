"""Settings of the framework that what we wrote relies on."""

import tomllib

from tests.architecture.reading import ROOT


def test_one_run_of_a_page_at_a_time():
    """Two at once would lose a press or refuse it as a conflict with oneself (ADR 0009)."""
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["fastReruns"] is False
