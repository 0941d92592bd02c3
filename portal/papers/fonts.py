"""The letters PDFs are set in; none of the machine's own, so that a paper looks the same everywhere."""

from importlib.util import find_spec
from pathlib import Path


def font_folder() -> str:
    """DejaVu Sans as matplotlib brings it along."""
    return str(Path(find_spec("matplotlib").submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf")
