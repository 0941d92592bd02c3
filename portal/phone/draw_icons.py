"""Draw the icons of the installed application out of the shapes of static/favicon.svg: run as a module, by hand.

The four stages as arcs around a dot, on our paper; drawn large and made small, so that edges are smooth.
"""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parents[2] / "static" / "icons"
PAPER, INK = "#faf6ee", "#22302e"
ARCS = (("#23618e", -82), ("#b86e00", 8), ("#75385f", 98), ("#0d5c54", 188))  # plan, do, study, act, from the top
LENGTH = 74  # degrees of one arc
BOX, RADIUS, STROKE, DOT = 46, 17, 8, 5.5  # of the drawing in favicon.svg
SMOOTH = 4
# name: (pixels, how much of the width the drawing takes); a mask may cut a tenth off each side
SIZES = {"icon-192": (192, 0.94), "icon-512": (512, 0.94), "maskable-512": (512, 0.72), "apple-touch-icon": (180, 0.8)}


def drawn(pixels: int, share: float) -> Image.Image:
    """One icon."""
    large = pixels * SMOOTH
    image = Image.new("RGB", (large, large), PAPER)
    pen, unit, middle = ImageDraw.Draw(image), large * share / BOX, large / 2

    def circle(radius):
        return (middle - radius * unit, middle - radius * unit, middle + radius * unit, middle + radius * unit)

    for colour, start in ARCS:
        pen.arc(circle(RADIUS + STROKE / 2), start, start + LENGTH, fill=colour, width=round(STROKE * unit))
    pen.ellipse(circle(DOT), fill=INK)
    return image.resize((pixels, pixels), Image.Resampling.LANCZOS).quantize(64)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (pixels, share) in SIZES.items():
        drawn(pixels, share).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
