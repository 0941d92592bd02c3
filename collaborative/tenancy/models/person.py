"""Everything said about a person, once per organization."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow
from collaborative.people.models import PLAIN_ADDRESS

from ..enums import Reminders, ShownAs
from ..querysets import PersonQuerySet


@with_history
class Person(OrganizationRow):
    """Someone in this organization. The login, where there is one, is `user`; rights come from memberships alone."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="persons")
    first_name = models.CharField(_("first name"), max_length=60)
    family_name = models.CharField(_("family name"), max_length=60, blank=True)
    line = models.CharField(_("one line about me"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    # In their own words and as many as they like: "Spanish", "some Portuguese", "American Sign Language".
    languages = ArrayField(models.CharField(max_length=40), verbose_name=_("speaks"), default=list, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    how_to_reach = models.CharField(_("how and when to reach me"), max_length=160, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="en")
    time_zone = models.CharField(_("time zone"), max_length=50, blank=True)
    shown_as = models.CharField(max_length=12, choices=ShownAs, default=ShownAs.ROLE)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)
    weekend_mail = models.BooleanField(default=False)
    reminders = models.CharField(max_length=8, choices=Reminders, default=Reminders.MAIL)
    # People who license, rate, fund or monitor the centers: they may hold the role of observer, nothing else.
    behind_wall = models.BooleanField(default=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "persons"
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "user"],
                condition=models.Q(hidden_at=None, user__isnull=False),
                name="person_once_per_login",
            ),
            models.UniqueConstraint(fields=["organization_id", "id", "behind_wall"], name="person_wall_row"),
            models.CheckConstraint(
                condition=models.Q(email="") | models.Q(email__regex=PLAIN_ADDRESS), name="person_with_a_plain_address"
            ),
        ]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self):
        return f"{self.first_name} {self.family_name}".strip()
