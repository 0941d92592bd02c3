"""Dated lines: add, change, take away, bring back."""

from operator import itemgetter

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Person
from collaborative.ui.own_words import in_own_words

from .. import actions
from ..forms import LineForm
from ..models import LearningSession, PlannedDate
from .saving import collaborative_of, page_url, person_of, save_or_show


@collaborative_page("schedule", "write", methods=("GET", "POST"))
def line_add(request):
    """A new date to know."""
    actor, form = request.actor, _form(request)

    def save(words):
        anchor = _anchor(actor, words.pop("anchor_id"))
        actions.plan_line(collaborative=collaborative_of(request), anchor=anchor, by=person_of(request), **words)

    return save_or_show(request, "schedule/line_add.html", form, save)


@collaborative_page("schedule", "write", methods=("GET", "POST"))
def line_edit(request, line_id):
    """Change a date's words, its day, or what it moves along with."""
    actor, line = request.actor, _line(request, line_id)
    form = _form(request, initial=_words(line))

    def save(words):
        anchor = _anchor(actor, words.pop("anchor_id"))
        actions.edit_line(line, version=form.cleaned_data["version"], anchor=anchor, by=person_of(request), **words)

    def read_again():
        line.refresh_from_db()
        return line.version, _words(line)

    return save_or_show(
        request, "schedule/line_edit.html", form, save, version=line.version, read_again=read_again, line=line
    )


@collaborative_page("schedule", "write", methods=("POST",))
def line_hide(request, line_id):
    """Take a date away; the next page offers it back."""
    line = _line(request, line_id)
    actions.hide_line(line, by=person_of(request))
    return HttpResponseRedirect(f"{page_url(request)}?line={line.pk}")


@collaborative_page("schedule", "write", methods=("POST",))
def line_show(request, line_id):
    """Bring a date back."""
    line = get_object_or_404(_here(request, PlannedDate.objects.hidden_for(request.actor)), pk=line_id)
    actions.show_line(line, by=person_of(request))
    return HttpResponseRedirect(page_url(request))


@collaborative_page("schedule", "write", methods=("POST",))
def line_done(request, line_id):
    """Say that a date is behind us, or take that back."""
    line = _line(request, line_id)
    actions.set_done(line, done=line.done_on is None, by=person_of(request), on=request.actor.today)
    return HttpResponseRedirect(page_url(request))


def _here(request, rows):
    return rows.filter(collaborative_id=request.actor.collaborative_id)


def _line(request, line_id):
    return get_object_or_404(_here(request, PlannedDate.objects.within(request.actor, "write")).lines(), pk=line_id)


def _anchor(actor, anchor_id):
    if not anchor_id:
        return None
    return PlannedDate.objects.visible_to(actor).get(pk=anchor_id, collaborative_id=actor.collaborative_id)


def _words(line):
    names = ("title", "on", "at", "minutes", "place", "note", "link", "questions", "is_pinned")
    ids = {name: str(getattr(line, name) or "") for name in ("anchor_id", "has_in_hand_id", "group_id")}
    return {name: getattr(line, name) for name in names} | ids


def _form(request, initial=None):
    sessions = LearningSession.objects.visible_to(request.actor)
    anchors = [(str(row.starts_id), in_own_words(row.name)) for row in _here(request, sessions).in_order()]
    if initial and initial["anchor_id"] and initial["anchor_id"] not in dict(anchors):
        other = PlannedDate.objects.visible_to(request.actor).filter(pk=initial["anchor_id"])
        anchors += [(str(row.pk), in_own_words(row.title)) for row in other]
    staff = Person.objects.visible_to(request.actor).filter(
        memberships__collaborative_id=request.actor.collaborative_id,
        memberships__role__in=(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH),
        memberships__hidden_at=None,
    )
    people = [(str(row.pk), row.full_name) for row in staff.distinct().order_by("first_name", "family_name", "pk")]
    groups = [
        (str(row.pk), in_own_words(row.name)) for row in _here(request, AffinityGroup.objects.visible_to(request.actor))
    ]
    return LineForm(
        request.POST or None, initial=initial, anchors=anchors, people=people, groups=sorted(groups, key=itemgetter(1))
    )
