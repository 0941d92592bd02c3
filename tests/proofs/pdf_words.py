"""The words of a PDF as our own reports write them: glyphs in packed streams, and what each glyph stands for."""

import contextlib
import re
import zlib

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
GLYPH = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>")
SHOWN = re.compile(rb"\[((?:\((?:\\.|[^\\)])*\)|[^\]])*)\]TJ|(\((?:\\.|[^\\)])*\))Tj", re.S)
PIECE = re.compile(rb"\(((?:\\.|[^\\)])*)\)", re.S)
IMAGE = re.compile(rb"/Subtype\s*/Image")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def words_of_pdf(pdf: bytes) -> str:
    """Everything that can be read: what is drawn (read with each font, one of which is right), and what is said beside
    the drawing in plain letters, such as titles and descriptions of charts."""
    streams = inflated(pdf)
    fonts = [glyphs(stream) for stream in streams if b"begincmap" in stream]
    said = [stream.decode("latin-1") + stream.decode("utf-16-be", "ignore") for stream in (pdf, *streams)]
    for stream in streams:
        lines = [b"".join(map(_bytes, PIECE.findall(drawn or one))) for drawn, one in SHOWN.findall(stream)]
        said += ["".join(_read(line, font) for line in lines) for font in fonts]
    return "\n".join(said)


def inflated(pdf):
    """Every stream of the file but its pictures, unpacked where it is packed."""
    found = []
    for stream in STREAM.finditer(pdf):
        packed = stream[1]
        about = pdf[max(0, stream.start() - 600) : stream.start()].rpartition(b" obj")[2]
        if IMAGE.search(about):
            continue
        with contextlib.suppress(zlib.error):
            packed = zlib.decompress(packed)
        found.append(packed)
    return found


def glyphs(stream):
    """{number of a glyph: its letters} of a font."""
    return {
        int(glyph, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for glyph, letters in GLYPH.findall(stream)
    }


def _bytes(piece):
    return ESCAPE.sub(lambda found: _unescaped(found[1]), piece)


def _unescaped(sign):
    return bytes([int(sign, 8)]) if sign.isdigit() else ESCAPED.get(sign, sign)


def _read(line, font):
    return "".join(font.get(int.from_bytes(line[at : at + 2], "big"), "") for at in range(0, len(line), 2)) + " "
