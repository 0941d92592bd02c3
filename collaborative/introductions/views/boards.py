"""The storyboard: making it, showing it, looking at those of others and leaving a note."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.here import faces, members_here
from collaborative.tenancy.models import Team

from ..actions import storyboard as actions
from ..forms.storyboard import BoardForm, NoteForm
from ..lines import line_of
from ..models import BoardFace, BoardNote, BoardPicture, Storyboard
from .showing import go, here, language, show, theirs

PER_PAGE = 24
NOTES = 100  # under one board; ours
WORDS = ("about_us", "ask_us_about", "love_help_with", "first_priorities")


def boards_of(request):
    return here(request, Storyboard.objects).for_page()


def board_of(request, board_id):
    return get_object_or_404(boards_of(request), pk=board_id)


def own_board(request):
    """The newest board of one's own team, None where there is none yet."""
    return boards_of(request).filter(team_id=request.actor.team_id).order_by("-created_at", "-pk").first()


@collaborative_page("storyboard", "read")
def gallery(request):
    """The boards teams show each other; one's own first, whether it is shown or not."""
    actor = request.actor
    shown = boards_of(request).filter(audience=Audience.ALL).exclude(team_id__in=actor.member_team_ids)
    page = Paginator(shown.order_by("-shown_on", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    own = own_board(request) if actor.team_id else None
    pictures = _first_pictures(request, [*page.object_list, own])
    page.object_list = [(board, pictures.get(board.pk)) for board in page.object_list]
    may_write = can(actor, "write", "storyboard") and actor.team_id is not None
    own_picture = pictures.get(own.pk) if own else None
    return show(request, "gallery", {"page": page, "own": own, "own_picture": own_picture, "may_write": may_write})


def _first_pictures(request, boards):
    """{board: its first picture}, in one query."""
    rows = BoardPicture.objects.visible_to(request.actor).filter(
        storyboard_id__in=[board.pk for board in boards if board], file__size__gt=0
    )
    return dict(rows.order_by("-created_at", "-pk").values_list("storyboard_id", "pk"))


def content_of(request, board):
    """What stands on a board: its words, its pictures, and those of the team who agreed to be shown."""
    actor = request.actor
    agreed = BoardFace.objects.visible_to(actor).filter(team_id=board.team_id).values_list("person_id", flat=True)
    members = list(members_here(actor).filter(team_id=board.team_id, person_id__in=list(agreed)))
    known = faces(actor, members)
    pictures = BoardPicture.objects.visible_to(actor).filter(storyboard=board, file__size__gt=0)
    return {
        "board": board,
        "team": board.team,
        "people": [(row.person.first_name, known.get(row.person_id)) for row in members],
        "pictures": list(pictures.select_related("file").defer("file__content").order_by("created_at", "pk")),
    }


@collaborative_page("storyboard", "read")
def board_detail(request, board_id):
    """One team's board, to read or to print on one page, and the notes under it."""
    return detail(request, board_of(request, board_id))


def detail(request, board, form=None):
    actor = request.actor
    notes = here(request, BoardNote.objects).filter(storyboard=board).for_page().order_by("said_at", "pk")
    is_ours = board.team_id in actor.member_team_ids
    draft = DraftOf(actor, "note", board.pk)
    return show(
        request,
        "board_detail",
        {
            **content_of(request, board),
            "notes": [line_of(row, row.author_team, actor) for row in notes[:NOTES]],
            "form": form or NoteForm(initial=draft.words()),
            "draft": draft,
            "is_ours": is_ours,
            "is_shown": board.audience == Audience.ALL,
            "may_note": not is_ours and can_on_rung(actor, "comment", "storyboard", board),
            "may_change": can_on_rung(actor, "write", "storyboard", board),
        },
    )


@collaborative_page("storyboard", "read")
def board_slide(request, board_id):
    """One board over the whole screen, with the way to the next and the one before."""
    board = board_of(request, board_id)
    shown = boards_of(request).filter(audience=Audience.ALL).order_by("team__center__name", "pk")
    keys = list(dict.fromkeys(shown.values_list("pk", flat=True)))
    at = keys.index(board.pk) if board.pk in keys else None
    after = keys[at + 1] if at is not None and keys[at + 1 :] else None
    around = {"before": keys[at - 1] if at else None, "after": after}
    return show(request, "board_slide", {**content_of(request, board), **around})


@collaborative_page("storyboard", "write", methods=("GET", "POST"))
def board_edit(request):
    """The words on one's own team's board; the rest comes from the team's page."""
    actor = request.actor
    team = get_object_or_404(here(request, Team.objects).select_related("center"), pk=actor.team_id)
    board = own_board(request)
    draft = DraftOf(actor, "storyboard", team.pk)
    initial = {name: getattr(board, name) for name in (*WORDS, "version")} if board else {"about_us": team.center.about}
    form = BoardForm(request.POST or None, initial={**initial, **draft.words()})
    context = {"form": form, "draft": draft, "board": board, "team": team, "is_shown": _is_shown_to(team, actor)}
    if form.is_valid():
        values = {**form.cleaned_data, "by": actor.person_id, "role": actor.roles[0], "language": language(request)}
        try:
            board = _keep(team, board, values)
        except ChangedMeanwhile as changed:
            return show(request, "board_edit", {**context, "theirs": theirs(form, changed, WORDS)}, status=409)
        draft.drop()
        messages.success(request, _("Saved."))
        return go(request, "board_detail", board.pk)
    return show(request, "board_edit", context)


def _keep(team, board, values):
    version = values.pop("version")
    if board is None:
        return actions.start_board(team, **values)
    actions.change_board(board, version=version, **values)
    return board


def _is_shown_to(team, actor):
    """Whether the reader has agreed to be on the team's board."""
    return BoardFace.objects.visible_to(actor).filter(team=team, person_id=actor.person_id).exists()


def _shared(request, board_id):
    board = board_of(request, board_id)
    if not can_on_rung(request.actor, "share", "storyboard", board):
        raise PermissionDenied
    return board


@collaborative_page("storyboard", "share", methods=("POST",))
def board_show(request, board_id):
    """The team shows its board to all teams."""
    board = _shared(request, board_id)
    actions.show_board(board, by=request.actor.person_id, on=request.actor.today)
    messages.success(request, _("All teams can see it now, and leave you notes."))
    return go(request, "board_detail", board.pk)


@collaborative_page("storyboard", "share", methods=("POST",))
def board_keep(request, board_id):
    """The team keeps its board to itself again."""
    board = _shared(request, board_id)
    actions.keep_to_team(board, by=request.actor.person_id)
    messages.success(request, _("Only your team can see it now."))
    return go(request, "board_detail", board.pk)


@collaborative_page("storyboard", "write", methods=("POST",))
def face_show(request):
    """I may be shown on our board, by first name and photo."""
    if request.actor.team_id:
        actions.agree_to_be_shown(request.actor.team_id, request.actor.person_id)
    return go(request, "board_edit")


@collaborative_page("storyboard", "write", methods=("POST",))
def face_hide(request):
    """I am off our board."""
    if request.actor.team_id:
        actions.no_longer_shown(request.actor.team_id, request.actor.person_id)
    return go(request, "board_edit")


@collaborative_page("storyboard", "comment", methods=("POST",))
def note_leave(request, board_id):
    """Kind words or a question for another team."""
    board = board_of(request, board_id)
    if not can_on_rung(request.actor, "comment", "storyboard", board):
        raise PermissionDenied
    form = NoteForm(request.POST)
    if not form.is_valid():
        return detail(request, board, form)
    actor = request.actor
    actions.leave_note(
        board, by=actor.person_id, role=actor.roles[0], author_team_id=actor.team_id, language=language(request),
        **form.cleaned_data,
    )  # fmt: skip
    DraftOf(actor, "note", board.pk).drop()
    messages.success(request, _("Your note is there. Thank you."))
    return go(request, "board_detail", board.pk)
