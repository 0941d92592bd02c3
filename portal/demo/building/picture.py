"""Photos of the demo, drawn: nobody can be seen in them."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

SIZE = (960, 640)
WALL, FLOOR, PAPER = "#f3e6d3", "#cfa97c", "#fffaf0"
COLOURS = ("#d9694a", "#e3a63b", "#5a8f6b", "#4f7fa8", "#8a5f8f")


def drawn(picture) -> SimpleUploadedFile:
    """A wall with sheets of paper on it, or a door, as a photo to upload."""
    photo = Image.new("RGB", SIZE, WALL)
    pen = ImageDraw.Draw(photo)
    pen.rectangle((0, 500, *SIZE), fill=FLOOR)
    {"wall": _wall, "door": _door}[picture["draws"]](pen)
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=80)
    return SimpleUploadedFile("photo.jpg", out.getvalue(), "image/jpeg")


def _wall(pen):
    """Five faces on paper, each in another mood and colour."""
    for number, colour in enumerate(COLOURS):
        left, top = 60 + number * 175, 130 + (number % 2) * 40
        pen.rectangle((left, top, left + 145, top + 200), fill=PAPER, outline="#d8c7ad", width=3)
        pen.ellipse((left + 22, top + 40, left + 122, top + 140), fill=colour)
        for eye in (52, 84):
            pen.ellipse((left + eye, top + 76, left + eye + 9, top + 85), fill=PAPER)
        start, end = ((20, 160), (200, 340), (0, 180), (180, 360), (40, 140))[number]
        pen.arc((left + 50, top + 92, left + 96, top + 122), start, end, fill=PAPER, width=5)


def _door(pen):
    """An open door with suns of paper around it."""
    pen.rectangle((360, 120, 620, 520), fill="#4f7fa8")
    pen.rectangle((390, 150, 590, 520), fill="#bfe0ea")
    for number, colour in enumerate(COLOURS):
        left, top = (150, 90, 180, 700, 760)[number], (110, 240, 370, 160, 320)[number]
        pen.ellipse((left, top, left + 90, top + 90), fill=colour)
