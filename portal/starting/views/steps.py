"""The steps of preparing a house, each on a page of its own: leave it, come back, undo it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.framework.templates import template_data, template_keys
from collaborative.introductions.models import Promise
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.schedule.actions import EndsBeforeItStarts
from collaborative.schedule.enums import LINES
from collaborative.schedule.models import LearningSession, PlannedDate
from collaborative.tenancy.actions import houses
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Organization
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui import nouns
from collaborative.ui.house_words import LANGUAGES, speaking

from .. import rules, steps
from ..enums import StepKey
from ..house_forms import DatesForm, FrameworkForm, NounForm, TextsForm
from .house import fetched, me, to_house

LINES_SHOWN = 60


def answer(request, key, own, context, *, status=200):
    """One step's page, with its draft, its undo and a fresh key."""
    shared = {
        "house": own,
        "step": StepKey(key),
        "undo": steps.standing(request.actor, own).get(key),
        "form_key": new_form_key(),
    }
    return render(request, f"starting/house_{key}.html", {**shared, **context}, status=status)


def saved(request, words=""):
    messages.success(request, words or _("Saved. You can undo it below."))
    return to_house(request.actor)


def changed_meanwhile(form, own):
    """Somebody else saved this step: one's own words stay in the form, and saving again is a choice."""
    own.refresh_from_db()
    form.data = {**form.data.dict(), "version": own.version}
    form.add_error(None, _("Somebody else saved this meanwhile. Your words stand here still; save again to keep them."))


@collaborative_page("house", "write", methods=("GET", "POST"), as_oneself=True)
def house_dates(request):
    """Name, sessions, the days that follow from them, and whose holidays we keep off."""
    actor = request.actor
    own = fetched(actor)
    collaborative = own.collaborative
    here = {"collaborative_id": actor.collaborative_id}
    sessions = list(LearningSession.objects.visible_to(actor).filter(**here).in_order())
    lines = list(
        PlannedDate.objects.visible_to(actor).filter(kind__in=LINES, **here).order_by("on", "pk")[:LINES_SHOWN]
    )
    initial = {name: getattr(collaborative, name) for name in steps.OF_COLLABORATIVE}
    initial |= {"version": own.version, "holidays": own.holidays}
    initial |= {f"session_{row.number}": row.starts_on for row in sessions} | {
        f"line_{row.pk}": row.on for row in lines
    }
    country = Organization.objects.get(pk=actor.organization_id).country
    form = DatesForm(
        request.POST or None, initial=initial, sessions=sessions, lines=lines, country=country, calendar=own.holidays
    )
    if form.is_valid() and _dates_saved(actor, own, form):
        return saved(request)
    return answer(request, StepKey.DATES, own, {"form": form})


def _dates_saved(actor, own, form):
    try:
        steps.save_dates(
            own,
            version=form.cleaned_data["version"],
            facts=form.facts,
            holidays=form.cleaned_data["holidays"],
            sessions=form.moved_sessions(),
            lines=form.moved_lines(),
            by=me(actor),
            on=actor.today,
        )
    except ChangedMeanwhile:
        changed_meanwhile(form, own)
        return False
    except EndsBeforeItStarts:
        form.add_error(None, _("A period would end before it starts. Please look at the days once more."))
        return False
    return True


@collaborative_page("house", "write", methods=("GET", "POST"), as_oneself=True)
def house_words(request):
    """The few nouns a collaborative says in its own words, and how they read."""
    actor = request.actor
    own = fetched(actor)
    offered = _offers(own)
    forms = [
        NounForm(
            request.POST or None,
            noun=noun,
            offers=offered[noun],
            initial=NounForm.initial_of(own.vocabulary.get(noun), offered[noun]),
        )
        for noun in nouns.NOUNS
    ]
    problem = ""
    valid = [form.is_valid() for form in forms]  # every one of them is asked, so that each shows its own problem
    if request.method == "POST" and all(valid):
        vocabulary = {form.noun: form.said for form in forms if form.said}
        try:
            steps.save_words(own, version=_version(request), vocabulary=vocabulary, by=me(actor), on=actor.today)
        except ChangedMeanwhile:
            own.refresh_from_db()
            problem = _("Somebody else saved this meanwhile. Your words stand here still; save again to keep them.")
        else:
            return saved(request)
    with speaking(None):  # the page speaks of our words themselves
        return answer(
            request, StepKey.WORDS, own, {"forms": forms, "problem": problem, "samples": _samples(own.vocabulary)}
        )


def _version(request):
    said = request.POST.get("version", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _offers(own):
    key = own.collaborative.template_key
    return rules.read_vocabulary(template_data(key if key in template_keys() else template_keys()[0]))


def _samples(vocabulary):
    """A few sentences as they read now, in each language."""
    found = []
    for language in LANGUAGES:
        with translation.override(language), speaking(vocabulary):
            sentences = [
                _("No center is here yet. Add the first one, then ask its team leader in: teams find their own people "
                  "from there."),
                _("No family partner has come in yet. Each team asks one or two: who could you help to find them?"),
                _("The project team and the centers choose them together before the first learning session."),
            ]  # fmt: skip
        found.append((language, sentences))
    return found


@collaborative_page("house", "write", methods=("GET", "POST"), as_oneself=True)
def house_texts(request):
    """Words of welcome, promises, what every invitation says besides, and what taking part brings."""
    actor = request.actor
    own = fetched(actor)
    draft = DraftOf(actor, "house-texts", actor.collaborative_id)
    initial = {name: getattr(own, name) for name in steps.TEXTS}
    initial |= {"practical_supports": own.collaborative.practical_supports, "version": own.version, **draft.words()}
    form = TextsForm(request.POST or None, initial=initial)
    has_list = Promise.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).exists()
    if has_list:
        del form.fields["practical_supports"]
    if form.is_valid():
        texts = {name: form.cleaned_data[name] for name in steps.TEXTS}
        supports = form.cleaned_data.get("practical_supports")
        try:
            steps.save_texts(
                own, version=form.cleaned_data["version"], texts=texts, practical_supports=supports, by=me(actor),
                on=actor.today,
            )  # fmt: skip
        except ChangedMeanwhile:
            changed_meanwhile(form, own)
        else:
            draft.drop()
            return saved(request)
    return answer(request, StepKey.TEXTS, own, {"form": form, "draft": draft, "has_list": has_list})


@collaborative_page("house", "write", methods=("GET", "POST"), as_oneself=True)
def house_framework(request):
    """The framework and the words explained, looked at once more, and the question about equity."""
    actor = request.actor
    own = fetched(actor)
    draft = DraftOf(actor, "house-framework", actor.collaborative_id)
    initial = {"equity_words": own.equity_words, "version": own.version, **draft.words()}
    form = FrameworkForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            steps.save_framework(own, by=me(actor), on=actor.today, **form.cleaned_data)
        except ChangedMeanwhile:
            changed_meanwhile(form, own)
        else:
            draft.drop()
            return saved(request)
    return answer(request, StepKey.FRAMEWORK, own, {"form": form, "draft": draft})


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def house_undo(request, key):
    """Bring back what was there before the newest saving of a step."""
    actor = request.actor
    own = fetched(actor)
    if key not in StepKey.values:
        raise Http404
    try:
        step = steps.undo(own, key, by=me(actor), on=actor.today)
    except steps.NothingToUndo:
        messages.info(request, _("There is nothing to undo here any more."))
    except houses.NotBeingPrepared:
        messages.info(request, _("The house is open: lists are not undone any more, people are asked one by one."))
    except houses.SomebodyCameIn:
        messages.info(request, _("Somebody of this list has said yes already, so it stays."))
    else:
        if step.before.get("text"):
            DraftOf(actor, f"house-{key}", actor.collaborative_id).keep({"rows": step.before["text"]})
        messages.success(request, _("Undone. It is as it was before."))
    return to_house(actor)
