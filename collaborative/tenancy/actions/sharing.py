"""What the teams agreed to show each other, and its pauses."""

from django.utils import timezone

from collaborative.audit.actions import record_access

from .. import rules
from ..models import SharingAgreement, SharingPause


def agree_on_sharing(
    collaborative, *, numbers_by_name, agreed_on=None, look_again_on=None, by=None, on, **words
) -> SharingAgreement:
    """The agreement the teams made together; it holds from now on in place of an earlier one.

    `words`: new_tries, scores_by_name, photos_to_all, what was said about each subject, who_was_there, teams_there.
    """
    agreed_on = agreed_on or on
    agreement = SharingAgreement.objects.create(
        collaborative=collaborative,
        numbers_by_name=numbers_by_name,
        agreed_on=agreed_on,
        look_again_on=look_again_on or agreed_on + rules.LOOK_AGAIN_AFTER,
        **words,
    )
    if by is not None:
        record_access("agreement_made", person_id=by, thing_id=agreement.pk)
    return agreement


def pause_sharing(team, *, by, on) -> SharingPause:
    """The team's numbers are shown to no other team until the pause ends; it holds at once. `by` is a person's id."""
    pause = SharingPause.objects.shown().filter(team=team, ended_at=None).first()
    if pause is None:
        pause = SharingPause.objects.create(team=team, asked_by_id=by)
        record_access("sharing_paused", person_id=by, thing_id=team.pk)
    return pause


def end_pause(team, *, by, on) -> None:
    """The agreement holds for this team again."""
    SharingPause.objects.shown().filter(team=team, ended_at=None).update(ended_at=timezone.now())
    record_access("sharing_pause_ended", person_id=by, thing_id=team.pk)
