"""Reading a post, and how it read before it was changed."""

from django.apps import apps
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.tenancy.actors import can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Membership, Team
from collaborative.tenancy.sent_forms import new_form_key

from .. import rules
from ..forms import ReplyForm, TakeDownForm, ThanksForm
from ..lines import lines_of, may_take_down, pieces_of, reply_line
from ..models import CareStep, Post, PostTask
from ..things import reply_marks
from .fetching import post_for, posts_of, replies_of, reply_for

THANKS = "thanks_%s"  # two forms on a page, each with ids of its own
MOST_REPLIES = 300  # under one post on its page, the newest of them; ours


@collaborative_page("post", "read")
def post_detail(request, post_id):
    return detail(request, post_for(request, "read", post_id))


def detail(request, post, form=None, thanks_form=None, down_form=None):
    """The page of a post; a form where one came back."""
    actor = request.actor
    found = replies_of(actor).filter(post=post).select_related("author", "team__center", "circle")
    found = found.annotate(**{name: mark() for name, mark in reply_marks.items()})
    answers = sorted(found.order_by("-replied_at", "-pk")[:MOST_REPLIES], key=lambda one: (one.replied_at, one.pk))
    (line,) = lines_of([post], actor)
    hanging = pieces_of([post], actor) if answers else {}
    lines = [reply_line(answer, actor, hanging.get((post.pk, answer.pk), ())) for answer in answers]
    draft = DraftOf(actor, "reply", post.pk)
    form = form or ReplyForm(initial={**draft.words(), **_asking(request, post)})
    form.offer([*_in_the_talk(line, lines, actor), *_asked_team(request), *form.fields["people"].choices])
    context = {
        "post": post,
        "line": line,
        "replies": lines,
        "tasks": _tasks(actor, post),
        "form": form,
        "thanks_form": thanks_form or ThanksForm(auto_id=THANKS),
        "down_form": down_form or TakeDownForm(auto_id="down_%s"),
        "draft": draft,
        "keys": [new_form_key() for _form in range(4)],
        "may_answer": can_on_rung(actor, "comment", "post", post) and not _is_over(post),
        "may_take_down": may_take_down(post, actor),
        "is_mine": post.author_id == actor.person_id,
        "care": _care(actor, post),
        "had_file": bool(request.FILES),
    }
    return render(request, "discussion/post_detail.html", context)


def _is_over(post):
    return post.circle_id is not None and post.circle.closed_on is not None


def _tasks(actor, post):
    tasks = PostTask.objects.here(actor).filter(post=post).select_related("owner")
    return [(task, task.owner_id == actor.person_id, new_form_key()) for task in tasks.order_by("position", "pk")]


def _in_the_talk(line, lines, actor):
    """Those who wrote here, to be told of an answer: [(id, how they are shown)]."""
    spoke = {one.words.author_id: one.by for one in (line, *lines)}
    spoke.pop(actor.person_id, None)
    return list(spoke.items())


def _asked_team(request):
    """Who leads the team that may know, where a link asks them: [(id, words)]."""
    actor, wanted = request.actor, request.GET.get("ask", "")
    team = next((team for team in actor.collaborative_team_ids if str(team) == wanted), None)
    if team is None:
        return []
    leads = Membership.objects.visible_to(actor).on(actor.today).filter(team_id=team, role="team_leader")
    found = leads.accepted().select_related("team__center").order_by("created_at", "pk").first()
    return (
        [(found.person_id, _("Who leads the team at %(center)s") % {"center": found.team.center.name})] if found else []
    )


def _asking(request, post):
    """Words to begin with, where another team is asked."""
    people = _asked_team(request)
    if not people:
        return {}
    team = Team.objects.visible_to(request.actor).select_related("center").get(pk=request.GET["ask"])
    words = _("%(center)s is trying something near this. Would you tell us what you found?")
    return {"text": words % {"center": team.center.name}, "people": [str(person) for person, _label in people]}


def _care(actor, post):
    """What a moderator wrote to the author about this post: read by the author alone, here."""
    if post.author_id != actor.person_id:
        return []
    steps = CareStep.objects.visible_to(actor).filter(post=post, writer_id=actor.person_id, kind="wrote")
    return list(steps.select_related("author").order_by("done_at", "pk"))


@collaborative_page("post", "read")
def post_versions(request, post_id):
    """How a post read before: for everybody who may see it, since it was shown."""
    post = post_for(request, "read", post_id)
    return _versions(request, post, "PostEvent", lambda row: (row.title, row.text), post.pk)


@collaborative_page("post", "read")
def reply_versions(request, reply_id):
    answer = reply_for(request, "read", reply_id)
    return _versions(request, answer, "PostReplyEvent", lambda row: ("", row.text), answer.post_id)


def _versions(request, row, event, words, post_id):
    events = apps.get_model("discussion", event).objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")
    kept = rules.versions((words(one), one) for one in events)
    if isinstance(row, Post) and row.week:  # how a question was changed before it was put is nobody's business
        kept = [one for one in kept[:-1] if one[1].pgh_created_at.date() >= row.week] + kept[-1:]
    post = get_object_or_404(posts_of(request.actor), pk=post_id)
    versions = [{"title": title, "text": text, "at": one.pgh_created_at} for (title, text), one in reversed(kept)]
    return render(request, "discussion/versions.html", {"versions": versions, "row": row, "post": post})
