"""What people say to each other: answers under tries, posts, the shelf."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from collaborative.discussion.actions import Line, Piece, put_on_shelf, reply, write_post
from collaborative.discussion.enums import PostKind
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Audience, Role
from pdsa.actions.answers import answer_cycle
from pdsa.enums import AnswerKind
from portal.inbound.models import MailedAnswer

from .history import moment
from .picture import drawn

KINDS = {"thanks": AnswerKind.THANKS, "question": AnswerKind.QUESTION}
WORDS = ("text", "admire", "ask")
CELEBRATED_EVERY = 3  # days


def build_answers(built, answers, dates):
    """Answers of other teams and coaches, each a few days after the cycle began."""
    for answer in answers:
        cycle = built.cycles.get((answer["ramp"], answer["cycle"]))
        if cycle is None:
            continue
        said = _answer(built, cycle, answer, dates, None)
        for further in answer.get("replies") or []:
            _answer(built, cycle, {"kind": "answer", **further}, dates, said)


def _answer(built, cycle, answer, dates, under):
    person = built.people[answer["by"]]
    on = built.past(cycle.begun_on + datetime.timedelta(days=answer["days_after"]))
    numbers = [number for key, number in built.cycles if key == answer.get("refer_to")]
    said = answer_cycle(
        cycle,
        by=person,
        on=on,
        kind=KINDS.get(answer["kind"], AnswerKind.ANSWER),
        in_reply_to=under,
        refers_to=built.cycles[answer["refer_to"], max(numbers)] if numbers else None,
        language=answer.get("language") or person.language,
        **{name: answer.get(name) or "" for name in WORDS},
    )
    dates.of(said, on)
    return said


def build_posts(built, posts, dates):
    for post in posts:
        slug = post["collaborative"]
        audience, _colon, place = post["audience"].partition(":")
        about = _date(built, post)
        on = built.past(about.on + datetime.timedelta(days=1)) if about else built.day(-post["days_ago"])
        team = built.teams.get((slug, place)) or built.team_of.get((slug, post["by"]))
        said(
            built,
            post,
            dates,
            on,
            audience=audience,
            team_id=team.pk if team else None,
            group_id=built.groups[slug, place].pk if audience == "group" else None,
            planned_date=about,
        )


def _date(built, post):
    """The date of the calendar a post speaks of, by its title."""
    here = PlannedDate.objects.filter(collaborative=built.collaboratives[post["collaborative"]])
    return here.get(title=post["about_date"]) if post.get("about_date") else None


def said(built, post, dates, on, **place):
    """One post of the content with what hangs on it and its answers, on its day."""
    slug, by = post["collaborative"], built.people[post["by"]]
    link = (post.get("link") or {}).get("url", "")
    pieces = [Piece(link=link)] if link else []
    if post.get("picture"):
        pieces.append(Piece(upload=drawn(post["picture"]), caption=post["picture"]["shows"], everyone_agreed=True))
    written = write_post(
        collaborative_id=built.collaboratives[slug].pk,
        by=by,
        role=built.roles[slug, post["by"]],
        title=post["title"],
        text=post["text"],
        kind=post.get("kind", PostKind.WORDS),
        who=post.get("who", ""),
        driver=built.drivers.get((slug, post.get("driver"))),
        try_id=_try(built, post),
        pieces=pieces,
        people=[built.people[key].pk for key in post.get("names", [])],
        tasks=[
            Line(task["what"], built.people[task["who"]].pk, built.day(task["in_days"]))
            for task in post.get("tasks", [])
        ],
        language=post.get("language", "en"),
        **place,
    )
    for answer in post.get("replies", []):
        _reply(built, slug, written, answer, dates)
    last = min([answer["days_ago"] for answer in post.get("replies", [])], default=None)
    when = moment(on if last is None else built.day(-last))
    type(written).objects.filter(pk=written.pk).update(active_at=when)
    dates.of(written, on, "posted_at")
    return written


def _try(built, post):
    """The newest cycle of the ramp a post speaks of."""
    numbers = [number for key, number in built.cycles if key == post.get("about_ramp")]
    return built.cycles[post["about_ramp"], max(numbers)].pk if numbers else None


def build_celebrations(built, celebrations, dates):
    """What each team is glad of just now, told to all by whoever leads it, a few days apart."""
    for number, data in enumerate(celebrations, start=1):
        slug, team = data["collaborative"], built.teams[data["collaborative"], data["center"]]
        teller = built.leader_of(slug, team)
        on = built.day(-CELEBRATED_EVERY * number)
        written = write_post(
            collaborative_id=team.collaborative_id, by=teller, role=Role.TEAM_LEADER, audience=Audience.ALL,
            team_id=team.pk, text=data["text"], kind=PostKind.CELEBRATION,
        )  # fmt: skip
        type(written).objects.filter(pk=written.pk).update(active_at=moment(on))
        dates.of(written, on, "posted_at")


def _reply(built, slug, post, answer, dates):
    team = built.team_of.get((slug, answer["by"]))
    person = built.people[answer["by"]]
    said = reply(
        post, by=person, role=built.roles[slug, answer["by"]], text=answer["text"], team_id=team.pk if team else None,
        language=answer.get("language") or person.language,
    )  # fmt: skip
    if answer.get("by_mail"):
        MailedAnswer.objects.create(reply_id=said.pk)
    dates.of(said, built.day(-answer["days_ago"]), "replied_at")
    type(post).objects.filter(pk=post.pk).update(last_reply_at=moment(built.day(-answer["days_ago"])))


def build_shelf(built, items, dates):
    for item in items:
        slug = item["collaborative"]
        on = built.past(built.day(-item["days_ago"]))
        made = put_on_shelf(
            collaborative_id=built.collaboratives[slug].pk,
            by=built.people[item["added_by"]],
            on=on,
            curates=True,
            title=item["title"],
            description=item["about"] or "",
            link=item["url"] or "",
            upload=None if item["url"] else _sheet(item),
            driver=built.drivers.get((slug, item["driver"])),
            roles=item.get("roles", []),
            ages=item.get("ages", []),
            source=item.get("source", ""),
        )
        dates.of(made, on)
        built.shelf[item["key"]] = made


def _sheet(item):
    """A file on the shelf: what it is good for, as plain text one can open anywhere."""
    name = item["file_name"].rsplit(".", 1)[0] + ".txt"
    return SimpleUploadedFile(name, f"{item['title']}\n\n{item['about']}\n".encode(), "text/plain")
