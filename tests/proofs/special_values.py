"""What some tables of the world need to be told, since rows made by looking at the models would be refused there."""

import datetime

from collaborative.tenancy.enums import Audience

TODAY = datetime.date.today()
SENT = f"{TODAY}T23:59:00Z"
ROLE_OF_PLACE = {"author": "senior_leader", "own": "team_leader"}  # a role is asked once in a collaborative
# One of each in a collaborative, by place.
SUBJECTS = {"author": "data", "own": "pdsa", "other": "family", "elsewhere": "data"}
QUESTIONS = {"author": "agenda", "own": "notes", "other": "workplan", "elsewhere": "agenda"}
# Values a table needs to satisfy its own constraints: {"app.Model": {field: value or function of (place, rung)}}.
SPECIAL = {
    "starting.Step": {  # what the days were
        "before": lambda place, rung, model: {
            "holidays": "",
            "facts": {},
            "days": {},
            "words": place.canary(rung, model),
        }
    },
    "tenancy.Invitation": {"phone": "", "expires_at": lambda *_: datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)},
    "cards.Card": {"expires_at": lambda *_: datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)},
    "schedule.PlannedDate": {"anchor": None, "offset_days": None, "kind": "line"},
    "outbox.Message": {"erase_when_sent": False},
    "notices.FriendlyCall": {"note": ""},
    "pdsa.Priority": {"position": lambda place, rung, model: 1 if place.name.endswith("author") else 2},
    "reports.Report": {"month": TODAY.replace(day=1)},
    "metrics.MiddleLine": {"centers": 5},
    "pdsa.PDSACycle": {"shown_on": TODAY},
    "wording.Phrase": {"source_language": "en", "language": "es"},
    "pdsa.AskedTeam": {"asked": lambda place, rung, model: place.neighbour},
    "onboarding.Signature": {  # nobody signs one letter twice: on one of the two rungs it was taken back
        "taken_back_at": lambda place, rung, model: None if rung == Audience.ALL else f"{TODAY}T12:00:00Z"
    },
    "onboarding.Expectation": {"role": lambda place, rung, model: ROLE_OF_PLACE.get(place.name[2:], "teacher")},
    "discussion.CircleMember": {"state": "joined"},
    "discussion.ShelfItem": {"link": lambda place, rung, model: f"https://example.org/{place.canary(rung, model)}"},
    "introductions.SubjectContact": {"subject": lambda place, rung, model: SUBJECTS[place.name[2:]]},
    "introductions.StructureAnswer": {"question": lambda place, rung, model: QUESTIONS[place.name[2:]]},
    "tenancy.Departure": {"came_back_on": TODAY},  # the world's teams take part
    "pdsa.Spread": {"rooms": 3},
    "newsletter.Letter": dict.fromkeys(("leaves_at", "sent_at"), lambda *of: SENT if of[1] == Audience.ALL else None),
    "metrics.Observation": {
        "period_start": TODAY - datetime.timedelta(days=TODAY.weekday()),
        "collect": "week",
        "kind": "percentage",
        "not_this_time": lambda place, rung, model: place.canary(rung, model),
    },
}
# Tables of which a collaborative has one row: the places in it share it.
ONE_EACH = {"onboarding.PreworkDay", "tenancy.House", "recognition.Recognition"}
# Tables whose rows stand on fewer rungs than the ladder has.
NARROWER = {"pdsa.Ramp": (Audience.SELF, Audience.ALL)}
