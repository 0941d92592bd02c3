"""A worry about words, told in private; what the moderators do about it; and hints on posting."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Responsibility, Role
from collaborative.tenancy.models import Membership
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import GuidanceForm, TakeDownForm, WordForm, WorryForm
from ..lines import said_in_circle
from ..models import CareStep, Worry
from .fetching import guidance_of, me, place, post_for, posts_of, replies_of, reply_for, to_post

PER_PAGE = 20
MODERATED = ("all", "faculty")  # places the moderators can open themselves


@collaborative_page("worry", "write", methods=("GET", "POST"))
def post_worry(request, post_id):
    """Tell the moderators that a post worries one."""
    post = post_for(request, "read", post_id)
    return _worry(request, post, post.pk)


@collaborative_page("worry", "write", methods=("GET", "POST"))
def reply_worry(request, reply_id):
    answer = reply_for(request, "read", reply_id)
    return _worry(request, answer, answer.post_id)


def _worry(request, row, post_id):
    cannot_open = row.audience not in MODERATED
    draft = DraftOf(request.actor, "worry", row.pk)
    form = WorryForm(request.POST or None, initial=draft.words(), sends_along=cannot_open)
    if request.method == "POST" and form.is_valid():
        actions.tell_worry(
            row, by=me(request), words=form.cleaned_data["words"], excerpt=row.text if cannot_open else "",
            language=request.actor.person["language"],
        )  # fmt: skip
        draft.drop()
        messages.success(request, _("Thank you for telling us. It stays between you and those who look after this."))
        return to_post(request, post_id)
    context = {"form": form, "row": row, "post_id": post_id, "draft": draft, "form_key": new_form_key()}
    return render(request, "discussion/worry.html", {**context, "moderators": moderators(request.actor)})


def moderators(actor):
    """The names of those who read it: who has shared learning in hand, else who leads the project team."""
    rows = Membership.objects.visible_to(actor).on(actor.today).accepted().filter(role=Role.IMPLEMENTATION_TEAM)
    rows = list(rows.filter(collaborative_id=actor.collaborative_id).select_related("person").order_by("pk"))
    named = [row for row in rows if Responsibility.SHARED_LEARNING in row.responsibilities]
    return [row.person.full_name for row in named or [row for row in rows if row.leads_collaborative]]


@collaborative_page("worry", "read")
def worry_list(request):
    """What one told oneself, and for a moderator what others told."""
    actor = request.actor
    rows = Worry.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("author")
    page = Paginator(rows.order_by("-created_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [(row, row.author_id == actor.person_id) for row in page.object_list]
    return render(request, "discussion/worry_list.html", {"page": page, "moderates": bool(actor.moderated_ids)})


def _for_moderator(request, worry_id):
    """(the worry, the words it is about or None where the moderator cannot open them)."""
    worries = Worry.objects.within(request.actor, "share").filter(collaborative_id=request.actor.collaborative_id)
    worry = get_object_or_404(worries.select_related("author"), pk=worry_id)
    if worry.reply_id:
        row = replies_of(request.actor).filter(pk=worry.reply_id)
    else:
        row = posts_of(request.actor).filter(pk=worry.post_id)
    return worry, row.select_related("author", "team__center", "circle").first()


@collaborative_page("worry", "share")
def worry_detail(request, worry_id):
    """For a moderator: the words, the worry, what was done, and what one can do, a word to the author first."""
    return _detail(request, *_for_moderator(request, worry_id))


def _detail(request, worry, row, form=None, down_form=None):
    steps = CareStep.objects.visible_to(request.actor).filter(post_id=worry.post_id, reply_id=worry.reply_id)
    context = {
        "worry": worry,
        "row": row,
        "by": said_in_circle(row, request.actor) if row else "",
        "is_own_words": row is not None and row.author_id == request.actor.person_id,
        "steps": list(steps.select_related("author").order_by("done_at", "pk")),
        "form": form or WordForm(auto_id="word_%s"),
        "down_form": down_form or TakeDownForm(auto_id="down_%s"),
        "keys": [new_form_key() for _form in range(3)],
    }
    return render(request, "discussion/worry_detail.html", context)


@collaborative_page("worry", "share", methods=("POST",))
def worry_write(request, worry_id):
    """A word to the author, before anything else."""
    worry, row = _for_moderator(request, worry_id)
    form = WordForm(request.POST, auto_id="word_%s")
    if row is None or not form.is_valid():
        return _detail(request, worry, row, form=form)
    actions.write_to_author(row, by=me(request), words=form.cleaned_data["words"], worry=worry)
    messages.success(request, _("The author finds your words under the post. Nobody else sees them."))
    return _to_worry(request, worry)


@collaborative_page("worry", "share", methods=("POST",))
def worry_hide(request, worry_id):
    """Take the words off the page, with a reason the author reads."""
    worry, row = _for_moderator(request, worry_id)
    form = TakeDownForm(request.POST, auto_id="down_%s")
    if row is None or not form.is_valid():
        return _detail(request, worry, row, down_form=form)
    actions.take_down(row, by=me(request), why=form.cleaned_data["why"], worry=worry)
    messages.success(request, _("It is off the page. You can bring it back for 30 days."))
    return _to_worry(request, worry)


@collaborative_page("worry", "share", methods=("POST",))
def worry_settle(request, worry_id):
    """It has been looked at; whoever told it sees that."""
    worry, row = _for_moderator(request, worry_id)
    actions.settle(worry, row, by=me(request))
    return redirect("discussion:worry_list", *place(request))


def _to_worry(request, worry):
    return redirect("discussion:worry_detail", *place(request), worry.pk)


@collaborative_page("guidance", "read", methods=("GET", "POST"))
def guidance(request):
    """Hints on posting for coaches, how soon questions find an answer, how much is enough for the shelf."""
    now, theirs = guidance_of(request.actor), None
    may_write = can(request.actor, "write", "guidance")
    begin = {name: getattr(now, name) for name in ("text", "answer_days", "new_on_shelf")}
    form = GuidanceForm(request.POST or None, initial={**begin, "seen": now.number})
    if request.method == "POST" and may_write and form.is_valid():
        try:
            actions.change_guidance(
                collaborative_id=request.actor.collaborative_id, by=me(request),
                language=request.actor.person["language"], **form.cleaned_data,
            )  # fmt: skip
        except ChangedMeanwhile as changed:
            theirs = changed.current
            form.data = {**form.data.dict(), "seen": theirs.number}
        else:
            messages.success(request, _("Kept."))
            return redirect("discussion:guidance", *place(request))
    context = {"form": form, "now": now, "may_write": may_write, "theirs": theirs, "form_key": new_form_key()}
    return render(request, "discussion/guidance.html", context)
