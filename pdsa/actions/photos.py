"""A photo of the paper form is a test in itself; it is drawn anew, without the place where it was taken."""

from django.db import transaction

from collaborative.files.actions import store_picture

from .. import rules
from ..models import Photo


@transaction.atomic
def add_photo(cycle, *, upload, by, on, description="", everyone_agreed=False) -> Photo:
    """Keep a photo in a try: for the team, and beyond it only when everybody in it said yes. Raises NotAFile."""
    seen = {
        "collaborative_id": cycle.collaborative_id,
        "team_id": cycle.team_id,
        "group_id": cycle.group_id,
        "audience": rules.widest_photo_audience(cycle.audience, everyone_agreed=everyone_agreed),
    }
    # The file belongs to whoever leads the try, so that changing who sees the try reaches it.
    stored = store_picture(upload, by=cycle.author_id, **seen)
    return Photo.objects.create(
        **seen,
        cycle=cycle,
        author_id=cycle.author_id,
        taken_by=by,
        file=stored,
        description=description,
        everyone_agreed=everyone_agreed,
    )
