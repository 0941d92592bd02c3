"""A team's own part, to take along: what it wrote and counted, as far as whoever takes it may read it."""

import io
import zipfile

from django.db.models import Q
from django.template.loader import render_to_string

from collaborative.discussion.models import Post, PostReply
from collaborative.introductions.models import Introduction, Storyboard
from collaborative.tenancy.enums import Audience
from metrics import exports
from metrics.catalogue import metrics_of
from pdsa import pages, reach
from pdsa.models import CycleAnswer, PDSACycle, Photo, Priority, Spread

MOST = 2000  # things of one kind; ours: more than a team has written in two years
MOST_PHOTOS, MOST_BYTES = 100, 40_000_000
# Words of single people alone, and those said in the safe place of a role group, stay with whoever wrote them.
OF_THE_TEAM = (Audience.TEAM, Audience.TEAM_STAFF, Audience.ALL)


def words_of(actor, team) -> dict:
    """What stands in the page of words, in the order in which it came to be."""
    tries = _here(PDSACycle, actor, team).filter(forgotten_at=None)
    tries = list(tries.for_lines().order_by("ramp_id", "pk")[:MOST])
    return {
        "team": team,
        "today": actor.today,
        "tries": [(pages.line(cycle, actor), _answers(said, actor)) for cycle, said in _with_answers(actor, tries)],
        "priorities": list(Priority.objects.visible_to(actor).filter(team=team).order_by("since", "pk")[:MOST]),
        "boards": list(_here(Storyboard, actor, team).order_by("created_at", "pk")[:MOST]),
        "introductions": list(
            _here(Introduction, actor, team).select_related("author").order_by("said_at", "pk")[:MOST]
        ),
        "posts": list(_here(Post, actor, team).select_related("author").order_by("posted_at", "pk")[:MOST]),
        "replies": list(
            _here(PostReply, actor, team).select_related("author", "post").order_by("replied_at", "pk")[:MOST]
        ),
        "spread": [(row, reach.sentences(row)) for row in _spread(actor, team)],
    }


def _here(model, actor, team):
    return model.objects.visible_to(actor).filter(team=team, audience__in=OF_THE_TEAM)


def _spread(actor, team):
    return Spread.objects.visible_to(actor).filter(team=team).order_by("said_on", "pk")[:MOST]


def _with_answers(actor, tries):
    """Each try with what was said to it."""
    found = {cycle.pk: [] for cycle in tries}
    rows = CycleAnswer.objects.visible_to(actor).filter(cycle__in=list(found), forgotten_at=None)
    for answer in rows.for_page():
        found[answer.cycle_id].append(answer)
    return [(cycle, found[cycle.pk]) for cycle in tries]


def _answers(said, actor):
    return pages.conversation(said, actor)


def archive_of(actor, team) -> tuple[bytes, int]:
    """One file that every computer opens: a page of words, a table of numbers, and photos; and how many things."""
    words = words_of(actor, team)
    rows = exports.rows_of(actor, metrics=metrics_of(actor), teams=[team])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("our-words.html", render_to_string("keeping/words.html", words))
        archive.writestr("our-numbers.csv", exports.csv_of(rows))
        for name, content in _photos(actor, team):
            archive.writestr(name, content)
    return file.getvalue(), len(rows) + sum(len(found) for found in words.values() if isinstance(found, list))


def _photos(actor, team):
    rows = Photo.objects.visible_to(actor).filter(team=team, audience__in=OF_THE_TEAM, forgotten_at=None)
    left = MOST_BYTES
    for number, photo in enumerate(
        rows.filter(~Q(file__size=0)).select_related("file").order_by("pk")[:MOST_PHOTOS], 1
    ):
        left -= photo.file.size
        if left < 0:
            return
        ending = "png" if photo.file.content_type.endswith("png") else "jpg"
        yield f"photos/{number:03d}.{ending}", bytes(photo.file.content)
