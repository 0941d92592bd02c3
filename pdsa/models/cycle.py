"""A ramp of cycles: one small test of change after another, each with its own words and its own audience."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import RowKey, Written
from collaborative.tenancy.enums import TEAM_ROLES, Audience, ShownAs

from ..enums import Decision, Stage
from ..querysets import CycleQuerySet, RampQuerySet
from .seen import Seen

TITLE_LENGTH = 70


def short_name(title, what) -> str:
    """What a try is called: its title, or the first words of what is tried."""
    if not title and not what:
        return gettext("Words removed by their author")
    if title or len(what) <= TITLE_LENGTH:
        return title or what
    return what[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


@with_history
class Ramp(Seen):
    """One change, tried again and again. It holds no words, so that it tells nothing of cycles one may not see."""

    objects = RampQuerySet.as_manager()

    class Meta(Seen.Meta):
        constraints = [
            *Seen.Meta.constraints,
            models.CheckConstraint(
                condition=Q(audience__in=[Audience.SELF, Audience.ALL]), name="ramp_is_own_or_everybodys"
            ),
        ]

    def __str__(self):
        return str(self.pk)


@with_history
class PDSACycle(Seen, Written):
    """One try: a plan, what happened, what was learned, and what next. `author` is who leads it."""

    ramp = RowKey(Ramp, related_name="cycles")
    grown_from = RowKey("self", null=True, blank=True, related_name="grown_into")
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.PLAN)
    author_role = models.CharField(max_length=24, choices=[(r.value, r.label) for r in TEAM_ROLES], blank=True)
    shown_as = models.CharField(max_length=12, choices=ShownAs, default=ShownAs.ROLE)
    whose_idea = models.CharField(_("whose idea it was"), max_length=120, blank=True)
    begun_on = models.DateField()
    shown_on = models.DateField(null=True, blank=True)

    driver = RowKey("framework.PrimaryDriver", null=True, blank=True, related_name="+")
    secondary = RowKey("framework.SecondaryDriver", null=True, blank=True, related_name="+")
    priority = RowKey("pdsa.Priority", null=True, blank=True, related_name="cycles")

    title = models.CharField(_("short name"), max_length=120, blank=True)
    what = models.TextField(_("what we will try"))
    with_whom = models.CharField(_("with whom"), max_length=240, blank=True)
    where = models.CharField(_("where"), max_length=240, blank=True)
    starts_on = models.DateField(_("on which day"), null=True, blank=True)
    prediction = models.TextField(_("what we think will happen"), blank=True)
    # The guess was written down when something had happened already: it is shown as that.
    guessed_afterwards = models.BooleanField(default=False, db_default=False)
    how_to_tell = models.TextField(_("how we will tell"), blank=True)
    look_back_on = models.DateField(_("when we look back"))

    did = models.TextField(_("what we did"), blank=True)
    saw = models.TextField(_("what we saw and heard"), blank=True)

    compared = models.TextField(_("how it fits with what we thought"), blank=True)
    surprised = models.TextField(_("what surprised us"), blank=True)
    for_whom = models.TextField(_("for whom it worked well, and for whom not yet"), blank=True)

    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    decision_reason = models.TextField(_("why"), blank=True)
    next_step = models.TextField(_("next step"), blank=True)
    decided_on = models.DateField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = CycleQuerySet.as_manager()

    class Meta(Seen.Meta):
        indexes = [
            models.Index(fields=["organization_id", "team", "stage"], name="cycle_of_team"),
            models.Index(fields=["organization_id", "collaborative", "audience", "-shown_on"], name="cycle_shown"),
        ]
        constraints = [
            *Seen.Meta.constraints,
            models.CheckConstraint(
                condition=Q(~Q(decision=""), stage=Stage.CLOSED, decided_on__isnull=False)
                | Q(~Q(stage=Stage.CLOSED), decision="", decided_on=None),
                name="cycle_closed_with_decision",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(look_back_on__gte=F("starts_on")), name="cycle_looks_back_after_start"
            ),
            models.CheckConstraint(condition=~Q(grown_from=F("id")), name="cycle_grows_from_another"),
            models.CheckConstraint(
                condition=Q(audience=Audience.SELF) | Q(shown_on__isnull=False), name="cycle_shown_has_day"
            ),
            models.CheckConstraint(
                condition=Q(guessed_afterwards=False) | ~Q(prediction="") | Q(forgotten_at__isnull=False),
                name="cycle_guess_is_written",
            ),
            models.CheckConstraint(condition=~Q(what="") | Q(forgotten_at__isnull=False), name="cycle_says_what"),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The short name, or the first words of what is tried."""
        return short_name(self.title, self.what)
