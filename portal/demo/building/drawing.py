"""Warm little pictures for the demo, drawn here: faces of nobody, and what a team would draw of itself."""

import io
import math
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

GROUNDS = ("#f3d9b1", "#cfe3d4", "#d7e3ef", "#f0d3c4", "#e6dcf0", "#f5e6b8")
SKINS = ("#f1c9a5", "#d9a679", "#b97f56", "#8d5a3b", "#6b4226", "#e8b98f")
HAIRS = ("#2b211c", "#5a3a22", "#8c5a2b", "#b8b2a7", "#3c3c3c", "#a5482c")
CLOTHES = ("#0d5c54", "#23618e", "#8a5000", "#75385f", "#a35b3b", "#4d6b3c")
FACE, WIDE = 320, (800, 500)


def _upload(picture, name):
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90)
    return SimpleUploadedFile(f"{name}.jpg", written.getvalue(), "image/jpeg")


def face(key: str):
    """A face for a person key: always the same one."""
    number = zlib.crc32(key.encode())

    def pick(choices, turn):
        return choices[(number >> turn) % len(choices)]

    picture = Image.new("RGB", (FACE, FACE), pick(GROUNDS, 0))
    draw = ImageDraw.Draw(picture)
    skin, hair = pick(SKINS, 3), pick(HAIRS, 6)
    style = (number >> 12) % 4
    if style == 1:  # long hair falls behind the shoulders
        draw.rounded_rectangle((84, 70, 236, 250), 70, fill=hair)
    draw.ellipse((48, 232, 272, 440), fill=pick(CLOTHES, 9))
    draw.rounded_rectangle((136, 200, 184, 258), 20, fill=skin)
    draw.ellipse((94, 74, 226, 226), fill=skin)
    if style == 2:  # a bun
        draw.ellipse((132, 28, 188, 84), fill=hair)
    if style == 3:  # curls
        for step in range(9):
            angle = math.pi * (1 + step / 8)
            x, y = 160 + 66 * math.cos(angle), 136 + 66 * math.sin(angle)
            draw.ellipse((x - 26, y - 26, x + 26, y + 26), fill=hair)
    draw.chord((90, 66, 230, 214), 180, 360, fill=hair)
    for x in (132, 188):
        draw.ellipse((x - 7, 150, x + 7, 164), fill="#2b211c")
    draw.arc((128, 156, 192, 202), 20, 160, fill="#2b211c", width=6)
    return _upload(picture, key)


def drawn(motif: str):
    """A picture of one of the motifs below, on sky and ground."""
    picture = Image.new("RGB", WIDE, "#d7e7ef")
    draw = ImageDraw.Draw(picture)
    MOTIFS[motif](draw)
    return _upload(picture, motif)


def _sun(draw, x=660, y=110, color="#f2b544"):
    draw.ellipse((x - 60, y - 60, x + 60, y + 60), fill=color)


def _hills(draw):
    _sun(draw)
    draw.ellipse((-200, 260, 460, 700), fill="#8fb58a")
    draw.ellipse((320, 290, 1000, 720), fill="#6f9e78")
    draw.polygon(((360, 300), (440, 300), (560, 500), (240, 500)), fill="#7fb0cf")


def _tree(draw):
    draw.rectangle((0, 380, 800, 500), fill="#c9d9a9")
    draw.rectangle((376, 240, 424, 420), fill="#7a5233")
    for x, y, size in ((400, 150, 120), (310, 210, 90), (490, 210, 90)):
        draw.ellipse((x - size, y - size, x + size, y + size), fill="#c8563b")
    draw.rectangle((520, 390, 680, 406), fill="#7a5233")
    for x in (536, 656):
        draw.rectangle((x, 406, x + 10, 440), fill="#7a5233")


def _boat(draw):
    _sun(draw, x=140)
    draw.rectangle((0, 330, 800, 500), fill="#4f8fb8")
    draw.polygon(((220, 330), (620, 330), (560, 410), (280, 410)), fill="#a3452f")
    draw.rectangle((320, 250, 520, 330), fill="#ffffff")
    for x in (345, 410, 475):
        draw.ellipse((x - 16, 275, x + 16, 307), fill="#23618e")
    draw.rectangle((450, 190, 490, 250), fill="#8a5000")


def _night(draw):
    draw.rectangle((0, 0, 800, 500), fill="#2c3b57")
    for x, y in ((90, 80), (200, 150), (330, 60), (520, 120), (690, 200), (600, 50)):
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill="#fbeed6")


def _house_on(draw, wall, window):
    draw.rectangle((0, 400, 800, 500), fill="#5d7a5f")
    draw.rectangle((270, 240, 530, 430), fill=wall)
    draw.polygon(((240, 250), (400, 120), (560, 250)), fill="#a3452f")
    draw.rectangle((310, 290, 370, 350), fill=window)
    draw.rectangle((430, 320, 490, 430), fill="#7a5233")


def _moon(draw):
    _night(draw)
    _sun(draw, x=640, y=120, color="#f5dd90")
    _house_on(draw, "#e9b84a", "#fbeed6")


def _house(draw):
    _night(draw)
    _house_on(draw, "#c9b08c", "#ffd873")


def _pond(draw):
    _sun(draw)
    draw.rectangle((0, 260, 800, 500), fill="#a9c98f")
    draw.ellipse((100, 290, 700, 480), fill="#5f9fb8")
    for x, y in ((240, 350), (420, 420), (560, 360)):
        draw.ellipse((x - 60, y - 22, x + 60, y + 22), fill="#4d8a55")
    draw.ellipse((376, 350, 464, 420), fill="#6bb04c")
    for x in (396, 444):
        draw.ellipse((x - 14, 336, x + 14, 364), fill="#6bb04c")
        draw.ellipse((x - 6, 342, x + 6, 354), fill="#22302e")


def _garden(draw):
    _sun(draw)
    draw.rectangle((0, 250, 800, 500), fill="#8a6242")
    for row in range(3):
        for plant in range(8):
            x, y = 60 + plant * 96, 300 + row * 74
            draw.ellipse((x - 26, y - 30, x + 26, y + 22), fill=("#5e9c55", "#7db35f", "#9cc46a")[row])


def _notes(draw):
    draw.rectangle((0, 0, 800, 500), fill="#fbf3df")
    for line in range(5):
        draw.line((0, 170 + line * 44, 800, 170 + line * 44), fill="#c9bfa8", width=4)
    for x, y in ((120, 300), (260, 230), (400, 320), (540, 200), (680, 276)):
        draw.ellipse((x - 34, y - 24, x + 34, y + 24), fill="#23618e")
        draw.line((x + 30, y, x + 30, y - 130), fill="#23618e", width=9)


def _faces(draw):
    draw.rectangle((0, 0, 800, 500), fill="#fbf3df")
    for place, color in enumerate(("#f2b544", "#7fb0cf", "#d9714f", "#9cc46a")):
        x, y = 220 + (place % 2) * 360, 140 + (place // 2) * 220
        draw.ellipse((x - 90, y - 90, x + 90, y + 90), fill=color)
        for eye in (x - 32, x + 32):
            draw.ellipse((eye - 9, y - 34, eye + 9, y - 16), fill="#22302e")
        box, turn = (x - 44, y - 10, x + 44, y + 54), ((20, 160), (200, 340))[place in (1, 2)]
        draw.arc(box, *turn, fill="#22302e", width=9)


MOTIFS = {
    "hills": _hills, "tree": _tree, "boat": _boat, "moon": _moon, "house": _house, "pond": _pond, "garden": _garden,
    "notes": _notes, "faces": _faces,
}  # fmt: skip
