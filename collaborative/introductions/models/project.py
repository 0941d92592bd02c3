"""Whom to ask, how the project team works, what its people bring, and which views are in the faculty."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import Skill, StructureQuestion, Subject, Viewpoint
from ..querysets import ContactQuerySet, PerspectiveQuerySet, SkillQuerySet, StructureQuerySet


@with_history
class SubjectContact(OrganizationRow):
    """Whom to ask about a subject: one person each."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    subject = models.CharField(_("about"), max_length=12, choices=Subject)
    person = RowKey("tenancy.Person", related_name="+")

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "subject"], condition=Q(hidden_at=None), name="subject_once"
            )
        ]

    def __str__(self):
        return self.subject


@with_history
class StructureAnswer(OrganizationRow, Written):
    """One of the eight answers about how the project team works; whoever wrote last stands beside it."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    question = models.CharField(_("question"), max_length=12, choices=StructureQuestion)
    text = models.TextField(_("our answer"), max_length=2000)
    written_on = models.DateField()

    objects = StructureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "question"],
                condition=Q(hidden_at=None),
                name="structure_question_once",
            )
        ]

    def __str__(self):
        return self.question


@with_history
class SkillNote(OrganizationRow, Written):
    """What somebody of the project team brings, and would like help with: in words, for the project team alone."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    skill = models.CharField(max_length=20, choices=Skill)
    brings = models.CharField(_("what I bring"), max_length=300, blank=True)
    would_like = models.CharField(_("what I would like help with"), max_length=300, blank=True)

    objects = SkillQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "author", "skill"],
                condition=Q(hidden_at=None),
                name="skill_note_once",
            )
        ]

    def __str__(self):
        return self.skill


@with_history
class Perspective(OrganizationRow, Written):
    """A view somebody brings to the faculty, in that person's own words."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    viewpoint = models.CharField(_("view"), max_length=12, choices=Viewpoint)
    words = models.CharField(_("in my own words"), max_length=400)

    objects = PerspectiveQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "author", "viewpoint"],
                condition=Q(hidden_at=None),
                name="perspective_once",
            )
        ]

    def __str__(self):
        return self.words[:60]
