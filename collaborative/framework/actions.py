"""The only writes of a framework. `by` is a Person, None for a command."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from collaborative.isolation.locking import save_if_unchanged

from .models import Aim, CollaborativeChangeFramework, GlossaryTerm, PrimaryDriver, SecondaryDriver, StarterIdea
from .rules import read_framework


@transaction.atomic
def load_framework(*, collaborative, by, on, data=None, template=None, origin=""):
    """A framework from a template's data: aims, drivers, starter ideas and the glossary; published on `on`.

    `template`: what was read already, such as from another collaborative. `on` None leaves it a draft that only the
    project team sees. Raises TemplateProblem, having written nothing.
    """
    template = template or read_framework(data)
    earlier = CollaborativeChangeFramework.objects.filter(collaborative=collaborative).aggregate(Max("number"))
    framework = CollaborativeChangeFramework.objects.create(
        collaborative=collaborative,
        number=(earlier["number__max"] or 0) + 1,
        name=template.name,
        note=template.note,
        need_and_opportunity=template.need_and_opportunity,
        questions=list(template.questions),
        origin=origin,
    )
    Aim.objects.bulk_create(
        Aim(framework=framework, position=position, **aim) for position, aim in enumerate(template.aims, start=1)
    )
    drivers = _load_drivers(framework, template)
    _load_ideas(drivers, template)
    load_terms(collaborative=collaborative, terms=template.terms, by=by)
    if on is not None:
        publish_framework(framework, by=by, on=on)
    return framework


def _load_drivers(framework, template):
    """The primary drivers by code, with what stands under them."""
    drivers = {
        driver.code: PrimaryDriver(
            framework=framework,
            position=position,
            code=driver.code,
            short_title=driver.short_title,
            long_title=driver.long_title,
            rationale=driver.rationale,
        )
        for position, driver in enumerate(template.drivers, start=1)
    }
    PrimaryDriver.objects.bulk_create(drivers.values())
    SecondaryDriver.objects.bulk_create(
        SecondaryDriver(
            primary=drivers[driver.code],
            position=position,
            code=secondary.code,
            label=secondary.label,
            statement=secondary.statement,
            plain=secondary.plain,
        )
        for driver in template.drivers
        for position, secondary in enumerate(driver.secondary, start=1)
    )
    return drivers


def _load_ideas(drivers, template):
    secondary = SecondaryDriver.objects.shown().filter(primary__in=drivers.values()).select_related("primary")
    ids = {(row.primary.code, row.code): row.pk for row in secondary}
    StarterIdea.objects.bulk_create(
        StarterIdea(
            driver=drivers[idea.driver],
            secondary_id=ids.get((idea.driver, idea.secondary)),
            position=position,
            role=idea.role,
            role_label=idea.role_label,
            title=idea.title,
            what=idea.what,
            with_whom=idea.with_whom,
            how_to_tell=idea.how_to_tell,
        )
        for position, idea in enumerate(template.ideas, start=1)
    )


def load_terms(*, collaborative, terms, by):
    """Words of the field with their plain meaning; a word that is already there keeps the meaning it has."""
    there = GlossaryTerm.objects.shown().filter(collaborative=collaborative)
    known = set(there.values_list("term", "language"))
    GlossaryTerm.objects.bulk_create(
        GlossaryTerm(
            collaborative=collaborative, term=term.term, text=term.text, also=list(term.also), language=term.language
        )
        for term in terms
        if (term.term, term.language) not in known
    )


def publish_framework(framework, *, by, on):
    """Teams read it from `on`; the newest published one is in force."""
    save_if_unchanged(framework, framework.version, published_on=on)


def edit_framework(framework, *, version, by, **words):
    """`words`: name, note, need_and_opportunity. Raises ChangedMeanwhile."""
    save_if_unchanged(framework, version, **words)


def edit_aim(aim, *, version, by, **words):
    """`words`: text, measure, target, by_when. Raises ChangedMeanwhile."""
    save_if_unchanged(aim, version, **words)


def edit_driver(driver, *, version, by, **words):
    """`words`: short_title, long_title, rationale. Raises ChangedMeanwhile."""
    save_if_unchanged(driver, version, **words)


def edit_secondary(secondary, *, version, by, **words):
    """`words`: label, statement, plain. Raises ChangedMeanwhile."""
    save_if_unchanged(secondary, version, **words)


def add_idea(driver, *, by, **words):
    """A starter idea, after the others. `words`: role_label, title, what, with_whom, how_to_tell, secondary."""
    last = StarterIdea.objects.filter(driver=driver).aggregate(Max("position"))["position__max"] or 0
    return StarterIdea.objects.create(driver=driver, position=last + 1, **words)


def edit_idea(idea, *, version, by, **words):
    """`words` as in `add_idea`. Raises ChangedMeanwhile."""
    save_if_unchanged(idea, version, **words)


def hide_idea(idea, *, by):
    """Take a starter idea off the page; what teams grew from it stays."""
    StarterIdea.objects.shown().filter(pk=idea.pk).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk if by else None, version=F("version") + 1
    )


def show_idea(idea, *, by):
    """Bring a starter idea back."""
    StarterIdea.objects.filter(pk=idea.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


def edit_term(term, *, version, by, text):
    """Say a word of the field in other plain words. Raises ChangedMeanwhile."""
    save_if_unchanged(term, version, text=text)
