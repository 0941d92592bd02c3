"""How the project team works: who has what in hand, the eight answers, and what each brings."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy import grants
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Responsibility, Role
from collaborative.tenancy.here import project_team_here

from .. import rules
from ..actions import project as actions
from ..enums import Skill, StructureQuestion
from ..forms.project import HoldersForm, SkillsForm, StructureForm
from ..models import SkillNote, StructureAnswer
from .showing import go, here, language, show, theirs


def _may_name(actor, line):
    """Whether the reader names who has this in hand."""
    leads = any(place.leads_collaborative for place in actor.memberships)
    is_admin = actor.has_role(Role.ORGANIZATION_ADMIN)
    return rules.may_name(line, opens_words=grants.OPENS_WORDS, leads=leads, is_admin=is_admin)


@collaborative_page("project_team", "read")
def competencies(request):
    """Who has which part of the work in hand, and what still needs a name."""
    actor, people = request.actor, project_team_here(request.actor)
    core, further = rules.holders(rules.CORE, people), rules.holders(rules.FURTHER, people)
    return show(
        request,
        "competencies",
        {
            "groups": [[_line(actor, *one) for one in core], [_line(actor, *one) for one in further]],
            "unnamed": [line.label for line in rules.without_a_name(core + further)],
            "may_see_skills": can(actor, "read", "skill"),
        },
    )


def _line(actor, line, rows):
    may_name = line != Responsibility.SENIOR_LEADER and _may_name(actor, line)
    return {"line": line, "names": [row.person.full_name for row in rows], "may_name": may_name}


@collaborative_page("project_team", "write", methods=("GET", "POST"))
def holders_edit(request, line):
    """Name who has one part of the work in hand."""
    actor = request.actor
    if line not in Responsibility.values or line == Responsibility.SENIOR_LEADER:
        raise Http404
    if not _may_name(actor, line):
        raise PermissionDenied
    people = project_team_here(actor)
    held = [str(row.pk) for row in people if line in row.responsibilities]
    form = HoldersForm(request.POST or None, people=people, initial={"holders": held})
    if form.is_valid():
        chosen = {row.pk for row in people if str(row.pk) in form.cleaned_data["holders"]}
        actions.name_holders(line, people, chosen, on=actor.today)
        messages.success(request, _("Saved."))
        return go(request, "competencies")
    return show(request, "holders_edit", {"form": form, "line": Responsibility(line)})


@collaborative_page("project_team", "read")
def structure(request):
    """How we meet and decide: eight questions, each with our answer and who wrote it last."""
    answers = {row.question: row for row in here(request, StructureAnswer.objects).select_related("author")}
    lines = [(question, answers.get(question.value)) for question in StructureQuestion]
    may_write, may_see_skills = can(request.actor, "write", "project_team"), can(request.actor, "read", "skill")
    return show(request, "structure", {"lines": lines, "may_write": may_write, "may_see_skills": may_see_skills})


@collaborative_page("project_team", "write", methods=("GET", "POST"))
def structure_answer(request, question):
    """One of the eight answers."""
    if question not in StructureQuestion.values:
        raise Http404
    actor = request.actor
    answer = here(request, StructureAnswer.objects).filter(question=question).first()
    draft = DraftOf(actor, f"structure-{question}", actor.collaborative_id)
    initial = {"text": answer.text if answer else "", "version": answer.version if answer else ""}
    form = StructureForm(request.POST or None, initial={**initial, **draft.words()})
    context = {"form": form, "draft": draft, "question": StructureQuestion(question)}
    if form.is_valid():
        try:
            actions.answer_structure(
                answer, collaborative_id=actor.collaborative_id, question=question, by=actor.person_id,
                on=actor.today, language=language(request), **form.cleaned_data,
            )  # fmt: skip
        except ChangedMeanwhile as changed:
            found = {"theirs": theirs(form, changed, ["text"])}
            return show(request, "structure_answer", {**context, **found}, status=409)
        draft.drop()
        return go(request, "structure")
    return show(request, "structure_answer", context)


@collaborative_page("skill", "read")
def skills(request):
    """What each of the project team brings and would like help with, for the project team alone."""
    notes = here(request, SkillNote.objects).select_related("author").order_by("author__first_name", "pk")
    by_skill = {}
    for note in notes:
        by_skill.setdefault(note.skill, []).append(note)
    lines = [(skill, by_skill.get(skill.value, [])) for skill in Skill]
    return show(request, "skills", {"lines": lines, "may_see_skills": True})


@collaborative_page("skill", "write", methods=("GET", "POST"))
def skills_mine(request):
    """My own words, skill by skill; every box may stay empty."""
    actor = request.actor
    draft = DraftOf(actor, "skills", actor.collaborative_id)
    own = here(request, SkillNote.objects).filter(author_id=actor.person_id)
    initial = {f"{row.skill}-{name}": getattr(row, name) for row in own for name in ("brings", "would_like")}
    form = SkillsForm(request.POST or None, initial={**initial, **draft.words()})
    if form.is_valid():
        place = {"collaborative_id": actor.collaborative_id, "by": actor.person_id}
        actions.note_skills(form.notes(), language=language(request), **place)
        draft.drop()
        messages.success(request, _("Saved."))
        return go(request, "skills")
    return show(request, "skills_mine", {"form": form, "draft": draft})
