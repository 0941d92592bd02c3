"""Learn together beyond its posts: questions of the week, groups run by members, what teams used, hints, a worry."""

from collaborative.discussion.actions import (
    ask_to_come_in,
    change_guidance,
    feature,
    found_circle,
    invite,
    join,
    put_on_shelf,
    tell_worry,
    use_item,
)
from collaborative.discussion.enums import PostKind
from collaborative.discussion.models import CircleMember, PostReply
from collaborative.tenancy.enums import Audience

from . import talk
from .history import moment


def build(built, content, dates):
    """Everything of one organization; `content`: the sections of together.yaml."""
    for question in content["questions"]:
        _question(built, question, dates)
    for circle in content["circles"]:
        _circle(built, circle, dates)
    for post in content["posts"]:
        talk.build_posts(built, [post], dates)
    for item in content["versions"]:
        _version(built, item, dates)
    for used in content["used"]:
        _used(built, used, dates)
    for key in content["recommended"]:
        feature(built.shelf[key["item"]])
    for guidance in content["guidance"]:
        change_guidance(
            collaborative_id=built.collaboratives[guidance["collaborative"]].pk, seen=0,
            by=built.people[guidance["by"]], text=guidance["text"], answer_days=2, new_on_shelf=3,
        )  # fmt: skip
    for worry in content["worries"]:
        _worry(built, worry, dates)


def _question(built, question, dates):
    """The question of a week that was put, or is still to come (a number below 0)."""
    week = built.monday(question["weeks_ago"])
    written = talk.said(
        built, {"kind": PostKind.WEEKLY, **question}, dates, built.past(week), audience=Audience.ALL, week=week
    )
    if not question.get("replies"):
        type(written).objects.filter(pk=written.pk).update(active_at=moment(week))


def _circle(built, circle, dates):
    slug, founder = circle["collaborative"], built.people[circle["by"]]
    on = built.day(-circle["days_ago"])
    made = found_circle(
        collaborative_id=built.collaboratives[slug].pk, name=circle["name"], topic=circle["topic"], by=founder, on=on
    )
    people = [built.people[key].pk for key in (*circle["with"], *circle.get("invited", []))]
    invite(made, people, by=founder, on=on)
    joined = CircleMember.objects.filter(circle=made, person_id__in=people[: len(circle["with"])])
    for member in joined.order_by("pk"):
        join(member, on=on)
    for key in circle.get("asking", []):
        ask_to_come_in(made, by=built.people[key], on=built.day(-1))
    dates.of(made, on)
    for post in circle["posts"]:
        team = built.team_of.get((slug, post["by"]))
        talk.said(
            built, {"collaborative": slug, **post}, dates, built.day(-post["days_ago"]), audience=Audience.GROUP,
            circle_id=made.pk, team_id=team.pk if team else None,
        )  # fmt: skip


def _version(built, item, dates):
    """A language version of something on the shelf."""
    original, on = built.shelf[item["of"]], built.day(-item["days_ago"])
    made = put_on_shelf(
        collaborative_id=original.collaborative_id, by=built.people[item["by"]], on=on, curates=True,
        title=item["title"], link=item["url"], driver=original.driver, spoken=item["spoken"],
        translated=item["translated"], translation_of=original, language=item["spoken"],
    )  # fmt: skip
    dates.of(made, on)


def _used(built, used, dates):
    slug, item = used["collaborative"], built.shelf[used["item"]]
    team = built.teams[slug, used["center"]]
    by = built.leader_of(slug, team)
    use_item(item, team_id=team.pk, by=by, words=used["words"], on=built.day(-used["days_ago"]), language=by.language)


def _worry(built, worry, dates):
    """A reader's private word about an answer that begins with these words."""
    answer = PostReply.objects.get(text__startswith=worry["about"])
    told = tell_worry(answer, by=built.people[worry["by"]], words=worry["words"])
    dates.of(told, built.day(-worry["days_ago"]))
