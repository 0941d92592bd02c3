"""Introducing oneself, and saying hello."""

from django.db import transaction

from collaborative.isolation.locking import save_if_unchanged

from ..models import Hello, Introduction


@transaction.atomic
def introduce(*, collaborative_id, by, role, team_id, audience, group_id, brings, ask_me="", language="en"):
    """A few words about oneself, for the people one chose."""
    return Introduction.objects.create(
        collaborative_id=collaborative_id, author_id=by, author_role=role, team_id=team_id, audience=audience,
        group_id=group_id, brings=brings, ask_me=ask_me, language=language,
    )  # fmt: skip


@transaction.atomic
def change_introduction(introduction, *, version, audience, group_id, brings, ask_me, language) -> None:
    """Other words, or for other people; the hellos under it go along. Raises ChangedMeanwhile."""
    place = {"audience": audience, "group_id": group_id}
    save_if_unchanged(introduction, version, brings=brings, ask_me=ask_me, language=language, **place)
    Hello.objects.filter(introduction=introduction).update(team_id=introduction.team_id, **place)


def say_hello(introduction, *, by, role, author_team_id, text, language="en") -> Hello:
    """A hello in words, for the same people as the introduction."""
    return Hello.objects.create(
        introduction=introduction, collaborative_id=introduction.collaborative_id, team_id=introduction.team_id,
        group_id=introduction.group_id, audience=introduction.audience, author_id=by, author_role=role,
        author_team_id=author_team_id, text=text, language=language,
    )  # fmt: skip
