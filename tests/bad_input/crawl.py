"""Every page of the walk opened as somebody who may, and the forms found there."""

from django.urls import resolve, reverse

from collaborative.people.models import User
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import Center, Person, Team
from pdsa.models import PDSACycle
from tests.bad_input.forms import Form, forms_on
from tests.proofs import walking
from tests.proofs.expected_urls import addresses

HERE = ("world-a", "here")
# Whose pages are opened; a form is tried by the first of them whom the door lets through.
ROLES = (Role.TEACHER, Role.TEAM_LEADER, Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN)
# The rows whose pages are opened: what the teacher has not shown yet, and what her colleague shows to all.
ROWS = {("A-author", Audience.SELF), ("A-own", Audience.ALL), ("A-author", Audience.ALL)}
# Whom what is sent there is for, where the door alone does not say it.
FOUND_BY = {
    "tenancy:center_join": Role.ORGANIZATION_ADMIN,
    "discussion:post_take_down": Role.IMPLEMENTATION_TEAM,
    "discussion:reply_take_down": Role.IMPLEMENTATION_TEAM,
}
# Buttons that are there only after something was done or said, such as every undo: forms without a field. Small ideas
# stand beside a try only under a published framework; what is sent with one has tests of its own.
NOT_ON_A_PAGE = """
cards:person_decline
discussion:post_bring_back discussion:post_take_down discussion:reply_bring_back discussion:reply_take_down
discussion:piece_bring_back discussion:task_untick discussion:circle_open discussion:circle_leave
discussion:circle_let_in discussion:circle_hand_over discussion:circle_ask discussion:shelf_not_used
discussion:shelf_now discussion:shelf_unfeature discussion:shelf_return discussion:worry_settle
discussion:shelf_show framework:idea_show languages:phrase_show metrics:note_show metrics:source_show metrics:talk_show
notices:call_reopen
introductions:introduction_show introductions:hello_show introductions:note_show introductions:promise_show
introductions:call_show introductions:face_hide introductions:board_keep introductions:picture_remove
tenancy:portrait_remove tenancy:team_picture_remove introductions:comfort_take_back
pdsa:answer_restore pdsa:cycle_restore pdsa:idea_take pdsa:need_reopen pdsa:photo_restore
schedule:closure_show schedule:line_show schedule:session_show
introductions:board_show onboarding:prework_no_hand introductions:note_leave onboarding:phase_untick
onboarding:prework_undone introductions:face_show starting:preview_begin onboarding:hand_give
onboarding:assignment_show onboarding:hand_leave onboarding:trial_show onboarding:slot_show starting:house_letter_now
onboarding:expectation_show starting:house_open starting:preview_end languages:text_take onboarding:slot_open
starting:house_close starting:house_put_away starting:collaborative_bring_back onboarding:template_start
tenancy:pause_start tenancy:wall_lower tenancy:wall_raise
newsletter:letter_begin newsletter:letter_stop newsletter:letter_send newsletter:letter_show newsletter:piece_put_back
newsletter:piece_take newsletter:piece_shorten newsletter:guest_write
pdsa:spread_restore recognition:credit_show introductions:departure_return introductions:departure_take_back
observing:grant_edit
"""
BY_SCRIPT = ("drafts:draft_save", "drafts:draft_drop")  # JSON, with tests of their own

SIGNS_OUT = ("cards:tablet_add",)  # whoever sends it is signed out, as it says; with tests of its own


def sign_in(client, world, role):
    client.force_login(User.objects.get(pk=world.people["A", role].user_id))
    client.raise_request_exception = False
    return client


def owner(name):
    """Who tries what is sent to this address."""
    _kind, resource, verb, _methods = walking.routes()[name]
    allowed = (role for role in ROLES if walking.may_at_all(role, verb, resource))
    return FOUND_BY.get(name) or next(allowed, None)


def targets(role):
    """The addresses that take a form and are tried by this role."""
    posted = {name for name, door in walking.routes().items() if door and "POST" in door[3]}
    return {name for name in posted - set(SIGNS_OUT) if owner(name) == role}


def pages(world, role, method="GET"):
    """(name, address) of what a role may open, each with the rows it may be about."""
    for name, (_resource, _verb, what) in sorted(addresses().items()):
        door = walking.routes()[name]
        if method in door[3] and walking.may_at_all(role, door[2], door[1]):
            for arguments in rows(world, what):
                yield name, address_of(name, arguments)


def address_of(name, arguments):
    place = HERE[:1] if walking.routes()[name][0] == "organization" else HERE
    return reverse(name, args=[*place, *arguments])


def rows(world, what):
    """The rows an address may name: the teacher's own and her colleague's."""
    if what == "-":
        return [()]
    found = walking.things(world, what, ["A-author", "A-own"])
    wanted = ROWS | {("A-own", Audience.FACULTY)} if what.startswith("newsletter.") else ROWS  # one still being written
    return [thing.arguments for thing in found if (thing.place, thing.rung) in wanted]


def forms(client, world, role):
    """{name of the address a form goes to: Form} for this role's targets, each with the most fields that were found."""
    mine = targets(role)
    found = forms_of(client, [address for _name, address in pages(world, role)])
    for name in mine & set(NOT_ON_A_PAGE.split()):
        found.setdefault(name, Form("", address_of(name, allowed_row(world, role, name)), False, {}))
    return {name: form for name, form in found.items() if name in mine}


def allowed_row(world, role, name):
    """A row on which the rights written by hand let this role do what the address does; else the first there is."""
    resource, verb, what = addresses()[name]
    if what == "-":
        return ()
    found = list(walking.things(world, what, ["A-author", "A-own"]))
    allowed = (thing for thing in found if walking.may(role, verb, resource, thing.place, thing.rung))
    return next(allowed, found[0]).arguments


def forms_of(client, opened):
    """{name of the address a form goes to: Form} on these pages, each with the most fields that were found."""
    found = {}
    for address in opened:
        response = walking.answer(client, "GET", address)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            for form in forms_on(address, response.content.decode()):
                known = found.get(target(form))
                if known is None or len(known.fields) < len(form.fields):
                    found[target(form)] = form
    return found


def target(form):
    return resolve(form.action.split("?")[0]).view_name


def foreign_ids(world):
    """Ids of another organization, and of another collaborative of this one."""
    return [
        str(world.places[name].row(model).pk)
        for name in ("B-own", "A-elsewhere")
        for model in (Team, Person, Center, PDSACycle)
    ]
