"""Writing a post, and changing one's own words."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.files.actions import NotAFile
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..audiences import Place, audiences_of
from ..enums import EVERYBODYS_KINDS, PostKind
from ..forms import EditPostForm, EditReplyForm, PostForm
from ..models import Post
from ..naming import named
from ..things import tries
from .fetching import dates_of, drivers_of, guidance_of, me, own, post_for, reply_for, to_post


@collaborative_page("post", "write", methods=("GET", "POST"))
def post_write(request):
    actor = request.actor
    choices = _choices(actor)
    draft = DraftOf(actor, "post", actor.collaborative_id)
    if request.method == "POST":
        form = PostForm(request.POST, request.FILES, **choices)
        post = _posted(request, form) if form.is_valid() else None
        if post is not None:
            draft.drop()
            messages.success(request, _("Posted. Thank you for sharing it."))
            return to_post(request, post.pk)
    else:
        form = PostForm(initial={"language": actor.person["language"], **draft.words(), **_asked(request, choices)},
                        **choices)  # fmt: skip
    context = {"form": form, "draft": draft, "form_key": new_form_key(), "had_file": bool(request.FILES)}
    about = tries.told(actor, [_try_id(form)]) if _try_id(form) else {}
    if actor.has_role(Role.FACULTY_COACH):
        context["guidance"] = guidance_of(actor).text
        context["is_coach"] = True
    return render(request, "discussion/post_write.html", {**context, "about": list(about.values())})


def _choices(actor):
    """What one may choose from here: audiences, drivers, dates, kinds."""
    kinds = EVERYBODYS_KINDS
    if can(actor, "write", "weekly_question"):
        kinds = (*kinds, PostKind.THEMES)
    return {"audiences": audiences_of(actor), "drivers": drivers_of(actor), "dates": dates_of(actor), "kinds": kinds}


def _asked(request, choices):
    """What the link that led here wanted to begin with."""
    get, wanted = request.GET, {}
    if get.get("for") in dict(choices["audiences"]):
        wanted["audience"] = get["for"]
    for name, box in (("driver", "driver"), ("date", "planned_date"), ("try", "try"), ("kind", "kind")):
        if get.get(name):
            wanted[box] = get[name]
    return wanted


def _try_id(form):
    try:
        return UUID(str(form["try"].value() or ""))
    except ValueError:
        return None


def _posted(request, form):
    """The post, or None where something is still to be asked or the upload cannot be taken: the form says what."""
    actor, typed = request.actor, form.cleaned_data
    audience, group_id, circle_id = typed["audience"]
    where = Place(actor.collaborative_id, actor.team_id, audience, group_id, circle_id)
    people, tasks = _named_in(form, actor, where), _tasks(form, actor, where)
    if form.errors:
        return None
    try:
        return actions.write_post(
            collaborative_id=actor.collaborative_id,
            by=me(request),
            role=actor.roles[0],
            audience=audience,
            group_id=group_id,
            circle_id=circle_id,
            team_id=actor.team_id,
            pieces=[actions.Piece(**piece) for piece in form.typed_pieces()],
            people=people,
            tasks=tasks,
            try_id=typed["try"] if typed["try"] in tries.told(actor, [typed["try"]]) else None,
            language=typed["language"] or actor.person["language"],
            **{name: typed[name] for name in ("title", "text", "kind", "who", "driver", "planned_date")},
        )
    except NotAFile as error:
        form.add_error("file", str(error))
        return None


def _named_in(form, actor, where):
    """The people named in a form; where a name is not clear, the form asks whom one means."""
    typed = form.cleaned_data
    found = named(actor, where, text=typed["text"], names=typed["names"], chosen=typed["people"])
    if found.question:
        form.offer(found.unclear)
        form.add_error("people" if found.unclear else "names", found.question)
    return found.people


def _tasks(form, actor, where):
    """Who does what by when; nobody named is the writer."""
    lines = []
    for number, what, who, by in form.typed_tasks():
        found = named(actor, where, names=who) if who else None
        if found and len(found.people) != 1:
            form.add_error(f"task_{number}_who", _("Please name one person who can read this, by first name."))
        else:
            lines.append(actions.Line(what, found.people[0] if found else actor.person_id, by))
    return lines


@collaborative_page("post", "write", methods=("GET", "POST"))
def post_edit(request, post_id):
    """Change one's own post; who can see it stays as it was."""
    post = own(request, post_for(request, "read", post_id))
    drivers = drivers_of(request.actor)
    draft = DraftOf(request.actor, "post-edit", post.pk)
    begin = {name: getattr(post, name) for name in ("title", "text", "who", "language", "version")}
    begin["driver"] = str(post.driver_id or "")
    form = EditPostForm(request.POST or None, initial={**begin, **draft.words()}, drivers=drivers)
    names = ("title", "text", "who", "driver")
    return _edited(request, post, form, draft, names, "discussion/post_edit.html")


@collaborative_page("post", "comment", methods=("GET", "POST"))
def reply_edit(request, reply_id):
    answer = own(request, reply_for(request, "read", reply_id))
    draft = DraftOf(request.actor, "reply-edit", answer.pk)
    begin = {"text": answer.text, "version": answer.version}
    form = EditReplyForm(request.POST or None, initial={**begin, **draft.words()})
    return _edited(request, answer, form, draft, ("text",), "discussion/reply_edit.html")


def _edited(request, row, form, draft, names, template):
    actor, post_id, theirs = request.actor, getattr(row, "post_id", row.pk), None
    if request.method == "POST" and form.is_valid():
        people = _named_in(form, actor, row)
        changes = {name: form.cleaned_data[name] for name in names}
        if form.cleaned_data.get("language"):
            changes["language"] = form.cleaned_data["language"]
        if not form.errors:
            try:
                shown = not (isinstance(row, Post) and row.week and row.week > actor.today)
                actions.edit(row, form.cleaned_data["version"], by=me(request), people=people, shown=shown, **changes)
            except ChangedMeanwhile as changed:
                theirs = changed.current
                form.data = form.data.copy()
                form.data["version"] = theirs.version
            else:
                draft.drop()
                messages.success(request, _("Changed. What stood there before can be read under “edited”."))
                return to_post(request, post_id)
    context = {"form": form, "draft": draft, "form_key": new_form_key(), "post_id": post_id, "theirs": theirs}
    return render(request, template, {**context, "row": row})
