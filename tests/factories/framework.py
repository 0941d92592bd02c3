"""A collaborative's framework and its parts."""

import datetime
import itertools

from collaborative.framework.models import (
    Aim,
    CollaborativeChangeFramework,
    GlossaryTerm,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)

_numbers = itertools.count(1)


def framework(collaborative, **values):
    return CollaborativeChangeFramework.objects.create(
        **{
            "collaborative": collaborative,
            "name": f"Framework {next(_numbers)}",
            "need_and_opportunity": "Why we do this.",
            "questions": [{"text": f"Question {number}?", "hint": ""} for number in (1, 2, 3)],
            "published_on": datetime.date(2026, 1, 1),
            **values,
        }
    )


def aim(framework, **values):
    number = next(_numbers)
    return Aim.objects.create(**{"framework": framework, "position": number, "text": f"Aim {number}", **values})


def driver(framework, **values):
    number = next(_numbers)
    return PrimaryDriver.objects.create(
        **{
            "framework": framework,
            "position": number,
            "code": f"D{number}",
            "short_title": f"Driver {number}",
            "long_title": f"Driver number {number}",
            "rationale": "It matters.",
            **values,
        }
    )


def secondary(driver, **values):
    number = next(_numbers)
    return SecondaryDriver.objects.create(
        **{
            "primary": driver,
            "position": number,
            "code": f"{driver.code}.{number}"[:8],
            "label": f"Way {number}",
            "plain": f"Plain {number}",
            **values,
        }
    )


def idea(driver, **values):
    number = next(_numbers)
    return StarterIdea.objects.create(
        **{
            "driver": driver,
            "position": number,
            "role": "teacher",
            "role_label": "teacher",
            "title": f"Idea {number}",
            "what": f"Try thing {number}",
            **values,
        }
    )


def term(collaborative, **values):
    number = next(_numbers)
    return GlossaryTerm.objects.create(
        **{"collaborative": collaborative, "term": f"Term {number}", "text": f"Means {number}", **values}
    )
