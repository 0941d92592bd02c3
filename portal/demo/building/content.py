"""The demo's words, read from its data files."""

from importlib.resources import files

import yaml

PACKAGE = "portal.demo"


def read(name: str) -> dict:
    """One file of the demo's content."""
    return yaml.load((files(PACKAGE) / "content" / f"{name}.yaml").read_bytes(), Loader=yaml.CSafeLoader)


def tries() -> list[dict]:
    """All ramps with their center, in the order of the files' names."""
    folder = files(PACKAGE) / "content"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith("tries_"))
    ramps = []
    for name in names:
        part = read(name.removesuffix(".yaml"))
        ramps += [{"collaborative": part["collaborative"], "center": part["center"], **ramp} for ramp in part["ramps"]]
    return ramps
