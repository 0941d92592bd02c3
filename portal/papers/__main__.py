"""Lay out one paper: what is asked comes in as JSON, the PDF goes out."""

import json
import sys
from pathlib import Path

import typst

from .fonts import font_folder


def main():
    asked = json.load(sys.stdin.buffer)
    made = typst.compile(
        Path(asked["template"]).read_bytes(),
        root=asked["root"],
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(asked["words"])},
        timestamp=asked["timestamp"],
        pdf_standards=["ua-1"],
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
