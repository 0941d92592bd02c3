"""Files that are not what they say, or too much: refused in words, and what was typed beside them stays."""

import io
import re
import struct
import zipfile
import zlib
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from collaborative.files.rules import LARGEST
from collaborative.tenancy.enums import Role
from tests.bad_input import crawl

PNG = b"\x89PNG\r\n\x1a\n"
REFUSED, TAKEN = 200, 302


def drawn(kind, size=(8, 8)):
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return out.getvalue()


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def bomb():
    """A small PNG that says it is 50 000 pixels wide and high: 7.5 gigabytes once it is opened."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return PNG + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1_000_000))) + chunk(b"IEND", b"")


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
PAGE_IN_PICTURE = drawn("PNG") + b"<html><script>alert(1)</script>"
# What is sent: (name, content, content type it claims), and whether a photo or a document may be made of it.
FILES = {
    "a PNG's first bytes and junk": ("photo.png", PNG + b"junk" * 99, "image/png", REFUSED, REFUSED),
    "half a photo": ("photo.jpg", drawn("JPEG", (400, 400))[:300], "image/jpeg", REFUSED, REFUSED),
    "a bomb": ("photo.png", bomb(), "image/png", REFUSED, REFUSED),
    "nothing": ("photo.jpg", b"", "image/jpeg", REFUSED, REFUSED),
    "a drawing with a script": ("drawing.svg", SVG, "image/svg+xml", REFUSED, REFUSED),
    "a drawing called a photo": ("drawing.png", SVG, "image/png", REFUSED, REFUSED),
    "a moving picture": ("cat.gif", drawn("GIF"), "image/gif", REFUSED, REFUSED),
    "a moving picture called a photo": ("cat.jpg", drawn("GIF"), "image/jpeg", REFUSED, REFUSED),
    "a zip": ("all.zip", zipped(a="x" * 5_000_000), "application/zip", REFUSED, REFUSED),
    "a page called a PDF": ("a.pdf", b"<html><script>alert(1)</script>", "application/pdf", REFUSED, REFUSED),
    "a program": ("setup.exe", b"MZ" + bytes(200), "application/octet-stream", REFUSED, REFUSED),
    "more than 10 MB": ("photo.jpg", drawn("JPEG") + bytes(LARGEST), "image/jpeg", REFUSED, REFUSED),
    "a photo with a page behind it": ("photo.png", PAGE_IN_PICTURE, "image/png", TAKEN, TAKEN),
    "a photo with a strange name": ("../..//\u202egpj.<b>\x01.jpg", drawn("JPEG"), "image/jpeg", TAKEN, TAKEN),
}


PHOTOS = {"pdsa:cycle_photo", "tenancy:team_edit", "tenancy:portrait_edit", "introductions:picture_add"}
WITH_FILES = PHOTOS | {
    "discussion:post_write", "discussion:post_add", "discussion:post_reply", "discussion:shelf_put"
}  # fmt: skip
STAND_ON = {"discussion:post_detail"}  # where they are not on a page of their own
# Lists of names as text files: what is wrong in them is told by line, and tested where houses are prepared.
LISTS = {"starting:house_people", "starting:house_centers"}


# A link beside a file is one too many, and people are named whom there are none of by such a name.
NEEDS_MORE = re.compile(r"link$|names$|task_")


@pytest.fixture
def teachers_forms(world, client):
    """The teacher's forms that take a file."""
    crawl.sign_in(client, world, Role.TEACHER)
    pages = [page for name, page in crawl.pages(world, Role.TEACHER) if name in WITH_FILES | STAND_ON]
    found = crawl.forms_of(client, pages)
    return {name: found[name] for name in WITH_FILES}


def test_no_broken_file_is_taken_and_no_words_are_lost_with_it(client, teachers_forms):
    found, lost = {}, []
    for name, form in teachers_forms.items():
        for what, (filename, content, kind, *_expected) in FILES.items():
            status, words = sent(client, form, SimpleUploadedFile(filename, content, kind))
            found[name, what] = status
            if status == REFUSED and (
                missing := [typed for typed in form.typed(*left_out(form)) if typed not in words]
            ):
                lost.append((name, what, missing))

    expected = {
        (name, what): as_photo if name in PHOTOS else as_document
        for name in teachers_forms
        for what, (*_file, as_photo, as_document) in FILES.items()
    }
    assert (found, lost) == (expected, [])


def left_out(form):
    return [name for name in form.fields if NEEDS_MORE.match(name)]


def sent(client, form, upload):
    """(status, page) of a form with a file; what it wrote is taken back."""
    answers = {name: words for name, words in form.answers() if name not in left_out(form)}
    field = next(one.name for one in form.fields.values() if one.kind == "file")
    with transaction.atomic():
        response = client.post(form.action, {**answers, field: upload, "everyone_agreed": "on"})
        transaction.set_rollback(True)
    return response.status_code, unescape(response.content.decode())


def test_a_form_torn_on_its_way_is_answered_clearly(client, teachers_forms):
    pieces = {
        "no end": b'--cut\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf a wor',
        "no boundary": b"text=words",
        "nothing": b"",
        "base64 without end": b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + b"\r\n" * 100_000 + b"\r\n--cut--\r\n",
        "a strange name": b'--cut\r\nContent-Disposition: form-data; name="\xff\x00"\r\n\r\nx\r\n--cut--\r\n',
    }
    kinds = dict.fromkeys(pieces, "multipart/form-data; boundary=cut") | {"no boundary": "multipart/form-data"}
    found = {}
    for name, form in teachers_forms.items():
        for what, body in pieces.items():
            with transaction.atomic():
                response = client.generic("POST", form.action, body, content_type=kinds[what])
                transaction.set_rollback(True)
            found[name, what] = (response.status_code in (200, 400), b"<h1" in response.content)

    # An answer is one box: what came of it is put there, and its writer reads where it ends.
    assert found == dict.fromkeys(found, (True, True)) | {("discussion:post_reply", "no end"): (False, False)}
