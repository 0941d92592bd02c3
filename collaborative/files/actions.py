"""The only writes of files."""

import io
import threading

from django.db.models import Sum
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from . import rules
from .models import StoredFile

LONGEST_SIDE = 2000  # pixels; enough to read a photographed form
SMALLER_WITHOUT_COPY = ("RGB", "RGBA", "L", "LA", "CMYK", "YCbCr")  # modes that shrink well as they are
PHOTOS = ("JPEG", "MPO", "PNG")  # MPO: a phone's JPEG that carries a second picture
ONE_AT_A_TIME = threading.Lock()  # one decoded picture in memory, however many are sent at once


class NotAFile(Exception):
    """The upload cannot be taken; the message says why and what to do."""


def store_picture(upload, *, by, longest=LONGEST_SIDE, **audience) -> StoredFile:
    """Keep a photo, drawn anew: location and other hidden data are gone, the original is not kept.

    `upload`: an uploaded JPEG or PNG. `longest`: pixels of its longer side. `audience`: the parent's
    collaborative_id, team_id, group_id and audience.
    Raises NotAFile.
    """
    _refuse_large(upload)
    with ONE_AT_A_TIME:
        try:
            drawn = _drawn_anew(upload, longest)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise NotAFile(_("This photo cannot be opened. Please take it again, or choose another one.")) from error
    return _keep("photo.jpg", "image/jpeg", drawn, by, audience)


def _drawn_anew(upload, longest):
    """The picture as a small JPEG. What would be too large in memory is refused by its header, before it is decoded."""
    picture = Image.open(upload)
    if picture.format not in PHOTOS:
        raise NotAFile(_("Please choose a photo saved as JPEG or PNG."))
    is_whole = "progression" in picture.info or picture.format == "PNG"  # decoded at its full size
    if picture.width * picture.height > (rules.MOST_PIXELS if is_whole else rules.MOST_PIXELS_OF_A_CAMERA):
        raise NotAFile(
            _("This picture has too many pixels for us. Please send it smaller, or take a screenshot of it.")
        )
    box = (longest, longest)
    picture.draft("RGB", box)  # a JPEG is then decoded at a half, a quarter or an eighth of its size
    if picture.mode not in SMALLER_WITHOUT_COPY:
        picture = picture.convert("RGB")
    picture.thumbnail(box)
    drawn = io.BytesIO()
    ImageOps.exif_transpose(picture).convert("RGB").save(drawn, "JPEG", quality=82)
    return drawn.getvalue()


def store_document(upload, *, by, **audience) -> StoredFile:
    """Keep a PDF, Office or text file, or a picture. Raises NotAFile."""
    _refuse_large(upload)
    name = rules.plain_name(upload.name)
    if name.lower().endswith((".jpg", ".jpeg", ".png")):
        return store_picture(upload, by=by, **audience)
    content = upload.read()
    content_type = rules.content_type_of(name, content)
    if content_type is None:
        raise NotAFile(_("We take PDF, Word, Excel, PowerPoint, text and photos. Please save it as one of these."))
    return _keep(name, content_type, content, by, audience)


def show_to(files, *, audience, team_id, group_id, collaborative_id) -> None:
    """Give files the audience of the thing they belong to."""
    files.update(audience=audience, team_id=team_id, group_id=group_id, collaborative_id=collaborative_id)


def clear_file(file_id) -> None:
    """The bytes and the words of a file are gone at once; what pointed to it says so itself."""
    StoredFile.objects.filter(pk=file_id).update(content=b"", size=0, name="", description="")


def _refuse_large(upload):
    if upload.size > rules.LARGEST:
        raise NotAFile(_("This file is larger than 10 MB. Please choose a smaller one."))
    if upload.size == 0:
        raise NotAFile(_("This file is empty. Please choose it again."))


def _keep(name, content_type, content, by, audience):
    team_id = audience.get("team_id")
    own = {"team_id": team_id} if team_id else {"team_id": None, "author_id": by}
    used = StoredFile.objects.filter(**own).aggregate(used=Sum("size"))["used"] or 0
    if used + len(content) > rules.CENTER_QUOTA:
        if team_id:
            raise NotAFile(_("Your team's files fill their space. Please remove some you no longer need."))
        raise NotAFile(_("Your files fill their space. Please remove some you no longer need."))
    return StoredFile.objects.create(
        author_id=by, name=name, content_type=content_type, size=len(content), content=content, **audience
    )
