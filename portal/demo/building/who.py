"""Who people are: photos, languages, whom to ask, how the project team works, introductions, supports, first calls."""

from decimal import Decimal

from collaborative.introductions import rules
from collaborative.introductions.actions import calls, project, supports, words
from collaborative.introductions.enums import SupportKind
from collaborative.tenancy.actions.organizations import name_point_person
from collaborative.tenancy.actions.people import change_person, show_face
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import Membership

from .drawing import face

PROMISES = (SupportKind.PAY, SupportKind.CHILD_CARE, SupportKind.RIDES, SupportKind.INTERPRETER)


def build_people(built, who, here):
    """Languages, how to call, and a photo in each collaborative for those who like one."""
    for slug in here:
        keys = [key for where, key in built.roles if where == slug]
        for key in keys:
            facts = {"languages": who["languages"].get(key, []), "how_to_reach": who["reach"].get(key, "")}
            change_person(built.people[key].pk, by=None, on=built.today, **facts)
            if key not in who["without_photo"]:
                show_face(
                    built.people[key].pk, face(key), collaborative_id=built.collaboratives[slug].pk, on=built.today
                )


def build_project_team(built, who, here, dates):
    """Whom to ask, who has what in hand, how we decide, what we bring."""
    for slug in here:
        place = {"collaborative_id": built.collaboratives[slug].pk}
        for subject, key in who["subjects"].get(slug, {}).items():
            project.name_contact(**place, subject=subject, person_id=built.people[key].pk, by=None, on=built.today)
        for center, key in who["points"].get(slug, {}).items():
            name_point_person(built.teams[slug, center], built.people[key], by=None, on=built.today)
        _in_hand(built, slug, who["in_hand"].get(slug, {}))
    for data in _own(who["structure"], here):
        author, on = built.people[data["by"]], built.monday(data["weeks_ago"])
        project.answer_structure(
            None, **_place(built, data), question=data["question"], text=data["text"], version=None, by=author.pk, on=on
        )
    _skills_and_views(built, who, here)


def _in_hand(built, slug, lines):
    rows = Membership.objects.on(built.today).filter(
        collaborative=built.collaboratives[slug], role=Role.IMPLEMENTATION_TEAM
    )
    for line, keys in lines.items():
        memberships = list(rows.select_related("person"))
        people = {built.people[key].pk for key in keys}
        held = {pk for one, found in rules.holders([line], memberships) for pk in (row.pk for row in found)}
        named = held | {row.pk for row in memberships if row.person_id in people}
        project.name_holders(line, memberships, named, on=built.today)


def _skills_and_views(built, who, here):
    skills, views = {}, {}
    for data in _own(who["skills"], here):
        own = skills.setdefault((data["collaborative"], data["by"]), {})
        own[data["skill"]] = (data["brings"], data["would_like"])
    for data in _own(who["views"], here):
        views.setdefault((data["collaborative"], data["by"]), {})[data["view"]] = data["words"]
    for (slug, key), notes in skills.items():
        project.note_skills(notes, collaborative_id=built.collaboratives[slug].pk, by=built.people[key].pk)
    for (slug, key), said in views.items():
        project.bring_views(said, collaborative_id=built.collaboratives[slug].pk, by=built.people[key].pk)


def build_introductions(built, introductions, dates):
    for data in introductions:
        slug, on = data["collaborative"], built.day(-data["days_ago"])
        audience, _colon, group = data["audience"].partition(":")
        team = built.team_of.get((slug, data["by"]))
        said = words.introduce(
            **_place(built, data), by=built.people[data["by"]].pk, role=built.roles[slug, data["by"]],
            team_id=team.pk if team else None, audience=Audience(audience), brings=data["brings"],
            group_id=built.groups[slug, group].pk if group else None, ask_me=data["ask_me"], language=data["language"],
        )  # fmt: skip
        dates.of(said, on, "said_at")
        for hello in data["hellos"]:
            own = built.team_of.get((slug, hello["by"]))
            answer = words.say_hello(
                said, by=built.people[hello["by"]].pk, role=built.roles[slug, hello["by"]], text=hello["text"],
                author_team_id=own.pk if own else None, language=hello["language"],
            )  # fmt: skip
            dates.of(answer, built.day(-hello["days_ago"]), "said_at")


def build_supports(built, promised, who, here, dates):
    """What is promised (and so what invitations say), what was given, and who would like a hand."""
    for data in _own(promised, here):
        liaison = built.people.get(who["subjects"].get(data["collaborative"], {}).get("family"))
        for kind in PROMISES:
            if data.get(kind):
                supports.promise(
                    **_place(built, data), by=None, kind=kind, text=data[kind],
                    ask_id=liaison.pk if liaison else None, how="",
                )  # fmt: skip
    for data in _own(who["given"], here):
        row = supports.note_given(
            **_place(built, data), person_id=built.people[data["person"]].pk, kind=data["kind"], what=data["what"],
            given_on=built.day(-data["days_ago"]), given_by_id=built.people[data["by"]].pk,
            amount=Decimal(data["amount"]) if data["amount"] else None,
        )  # fmt: skip
        dates.of(row, built.day(-data["days_ago"]))
    for data in _own(who["comfort"], here):
        supports.say_comfort(
            None, version=None, **_place(built, data), by=built.people[data["by"]].pk,
            with_technology=data["technology"], with_numbers=data["numbers"], device=data["device"],
            reach_by=data["reach_by"], words=data["words"], language=built.people[data["by"]].language,
        )  # fmt: skip


def build_welcome_calls(built, found, dates):
    for data in found:
        on = built.day(-data["days_ago"])
        row = calls.note_call(
            team=built.teams[data["collaborative"], data["center"]], caller_id=built.people[data["caller"]].pk,
            called_id=built.people[data["called"]].pk if data["called"] else None, on=on,
            **{name: data[name] for name in ("has_been", "questions", "promised", "note")},
        )  # fmt: skip
        dates.of(row, built.past(on))


def _own(entries, here):
    return [entry for entry in entries if entry["collaborative"] in here]


def _place(built, data):
    return {"collaborative_id": built.collaboratives[data["collaborative"]].pk}
