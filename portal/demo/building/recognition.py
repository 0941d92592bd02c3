"""What taking part counts for, what certificates say, and on what basis somebody looks on from outside."""

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from portal.observing.actions import write_grant
from portal.recognition.actions import add_credit, say_how


def build_recognition(built, content, dates):
    """`content`: the entries of one organization's collaboratives."""
    for data in content["credits"]:
        made = add_credit(
            collaborative_id=built.collaboratives[data["collaborative"]].pk,
            by=built.people[data["by"]].pk,
            kind=data["kind"],
            text=data["text"],
            how=data["how"],
            link=data["link"] or "",
            ask_id=built.people[data["ask"]].pk if data["ask"] else None,
        )
        dates.of(made, built.day(-200))
    for data in content["certificates"]:
        say_how(
            None,
            version=None,
            collaborative_id=built.collaboratives[data["collaborative"]].pk,
            language="en",
            **{name: data[name] for name in ("titles", "hours", "signed_by", "signed_as")},
        )
    for data in content["observers"]:
        _observer(built, data)


def _observer(built, data):
    collaborative, person = built.collaboratives[data["collaborative"]], built.people[data["person"]]
    membership = Membership.objects.get(person=person, collaborative=collaborative, role=Role.OBSERVER)
    write_grant(
        None,
        membership,
        version=None,
        by=built.people[data["by"]],
        on=built.today,
        purpose=data["purpose"],
        basis=data["basis"],
        reach=data["reach"],
        agreed_on=max(built.day(-data["agreed_days_ago"]), membership.starts_on),
        ends_on=built.day(data["ends_in_days"]),
    )
