"""Whether anybody has said, tried or counted something in a house: then it is a home, and is not put away."""

from functools import cache

from django.apps import apps

from collaborative.discussion.models import Post, ShelfItem
from collaborative.introductions.models import Promise
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership, SharingAgreement, SharingPause
from metrics.models import Observation
from pdsa.models import Priority
from portal.notices.models import FriendlyCall
from portal.recognition.models import CreditNote

from .starter import titles_put_there

# Tables without an author that are people's all the same.
WITHOUT_AUTHOR = (FriendlyCall, SharingAgreement, SharingPause, Priority, Observation)
# What the project team writes for the house itself.
OF_THE_HOUSE = (Promise, CreditNote)
# What the first visit finds is put there with the house.
PUT_THERE = (Post, ShelfItem)


def is_lived_in(collaborative_id) -> bool:
    """Whether there are words or counts of anybody."""
    titles = titles_put_there()
    return any(
        (rows.exclude(title__in=titles) if rows.model in PUT_THERE else rows).exists()
        for rows in _rows(collaborative_id)
    )


def others_wrote(collaborative_id) -> bool:
    """Whether anybody but the project team wrote or counted something."""
    team = Membership.objects.filter(collaborative_id=collaborative_id, role=Role.IMPLEMENTATION_TEAM)
    return any(_not_by(rows, team.values("person_id")).exists() for rows in _rows(collaborative_id))


@cache
def tables() -> dict:
    """Every table of people's words and counts, and the way from it to its collaborative."""
    found = {}
    for model in apps.get_models():
        columns = {column.name for column in model._meta.concrete_fields}
        is_history = hasattr(model, "pgh_tracked_model")
        if not is_history and model not in OF_THE_HOUSE and ("author" in columns or model in WITHOUT_AUTHOR):
            if "collaborative" in columns:
                found[model] = "collaborative_id"
            elif "team" in columns:
                found[model] = "team__collaborative_id"
    return found


def _rows(collaborative_id):
    for model, way in tables().items():
        yield model.objects.filter(**{way: collaborative_id})


def _not_by(rows, persons):
    return rows if rows.model in WITHOUT_AUTHOR else rows.exclude(author_id__in=persons)
