"""Trying the place out before anybody is invited."""

from django.db.models import F
from django.utils import timezone

from ..models import Trial


def note_trial(collaborative, *, who, device, happened, by, on) -> Trial:
    """Somebody tried it, on what, and what happened."""
    return Trial.objects.create(
        collaborative=collaborative, author=by, who=who, device=device, happened=happened, tried_on=on,
        language=by.language,
    )  # fmt: skip


def set_mended(trial, *, mended, by, on):
    """What stood in the way is mended, or not yet after all."""
    Trial.objects.filter(pk=trial.pk).update(mended_on=on if mended else None, version=F("version") + 1)


def hide_trial(trial, *, by):
    Trial.objects.filter(pk=trial.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )


def show_trial(trial):
    Trial.objects.filter(pk=trial.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)
