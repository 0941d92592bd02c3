"""Introducing oneself, and saying hello."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import AffinityGroup
from collaborative.ui.own_words import in_own_words

from .. import rules
from ..actions import words as actions
from ..forms.words import HelloForm, IntroductionForm
from ..lines import line_of, who_reads
from ..models import Hello, Introduction
from .showing import go, here, language, show, theirs

PER_PAGE = 20
READ_WITH = ("author", "team__center", "group__coach", "group__co_lead")
HELLOS = 100  # under one introduction; ours


def _audiences(actor):
    """[(form value, label)] of whom one may introduce oneself to."""
    groups = AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).order_by("name", "pk")
    names = {group.pk: in_own_words(group.name) for group in groups}
    labels = {
        Audience.TEAM: _("My team"),
        Audience.ALL: _("All teams"),
        Audience.FACULTY: _("Coaches and the project team"),
    }
    found = rules.told_to(
        lambda audience: can(actor, "write", f"introduction.{audience}"),
        has_team=actor.team_id is not None, group_ids=list(names),
    )  # fmt: skip
    return [(f"group:{group}", names[group]) if group else (str(audience), labels[audience])
            for audience, group in found]  # fmt: skip


@collaborative_page("introduction", "read")
def introduction_list(request):
    """What people say of themselves to this reader, the newest first."""
    actor = request.actor
    said = here(request, Introduction.objects).for_page().order_by("-said_at", "-pk")
    page = Paginator(said, PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [line_of(row, row.team, actor) for row in page.object_list]
    has_spoken = here(request, Introduction.objects).filter(author_id=actor.person_id).exists()
    context = {"page": page, "has_spoken": has_spoken, "may_write": can(actor, "write", "introduction")}
    return show(request, "introduction_list", context)


@collaborative_page("introduction", "write", methods=("GET", "POST"))
def introduction_write(request):
    """A few words about oneself; written once, and changed whenever one likes."""
    actor = request.actor
    own = here(request, Introduction.objects).filter(author_id=actor.person_id).order_by("-said_at", "-pk").first()
    draft = DraftOf(actor, "introduction", actor.collaborative_id)
    initial = _words_of(own) if own else {}
    form = IntroductionForm(request.POST or None, audiences=_audiences(actor), initial={**initial, **draft.words()})
    if form.is_valid():
        try:
            said = _say(request, own, dict(form.cleaned_data))
        except ChangedMeanwhile as changed:
            found = {"form": form, "draft": draft, "theirs": theirs(form, changed, ["brings", "ask_me"])}
            return show(request, "introduction_write", found, status=409)
        draft.drop()
        messages.success(request, _("Thank you. It is good to know you."))
        return go(request, "introduction_detail", said.pk)
    return show(request, "introduction_write", {"form": form, "draft": draft, "own": own})


def _words_of(own):
    audience = f"group:{own.group_id}" if own.group_id else own.audience
    return {"brings": own.brings, "ask_me": own.ask_me, "audience": audience, "version": own.version}


def _say(request, own, values):
    actor = request.actor
    version, (audience, group_id) = values.pop("version"), values.pop("audience")
    values |= {"audience": audience, "group_id": group_id, "language": language(request)}
    if own:
        actions.change_introduction(own, version=version, **values)
        return own
    return actions.introduce(
        collaborative_id=actor.collaborative_id, by=actor.person_id, role=actor.roles[0], team_id=actor.team_id,
        **values,
    )  # fmt: skip


@collaborative_page("introduction", "read")
def introduction_detail(request, introduction_id):
    """One introduction, and the hellos under it."""
    return detail(request, introduction_of(request, introduction_id))


def introduction_of(request, introduction_id):
    rows = here(request, Introduction.objects).select_related(*READ_WITH)
    return get_object_or_404(rows, pk=introduction_id)


def detail(request, introduction, form=None):
    actor = request.actor
    hellos = here(request, Hello.objects).filter(introduction=introduction).for_page().order_by("said_at", "pk")
    draft = DraftOf(actor, "hello", introduction.pk)
    line = line_of(introduction, introduction.team, actor)
    may_answer = can_on_rung(actor, "comment", "introduction", introduction) and not line.is_mine
    return show(
        request,
        "introduction_detail",
        {
            "line": line,
            "hellos": [line_of(row, row.author_team, actor) for row in hellos[:HELLOS]],
            "form": form or HelloForm(initial=draft.words()),
            "draft": draft,
            "may_answer": may_answer,
            "who_reads": who_reads(introduction),
        },
    )


@collaborative_page("introduction", "comment", methods=("POST",))
def hello_say(request, introduction_id):
    """A hello in words."""
    introduction = introduction_of(request, introduction_id)
    form = HelloForm(request.POST)
    if not form.is_valid():
        return detail(request, introduction, form)
    actor = request.actor
    actions.say_hello(
        introduction, by=actor.person_id, role=actor.roles[0], author_team_id=actor.team_id,
        text=form.cleaned_data["text"], language=language(request),
    )  # fmt: skip
    DraftOf(actor, "hello", introduction.pk).drop()
    return go(request, "introduction_detail", introduction.pk)
