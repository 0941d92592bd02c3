"""Who reads and who writes here, and short words of these tests."""

import datetime

from collaborative.tenancy.enums import Role

READERS = [
    Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH, Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.TEACHER,
    Role.FAMILY_PARTNER, Role.DIRECTOR, Role.OBSERVER, Role.ORGANIZATION_ADMIN,
]  # fmt: skip
WRITERS = (Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN)
CLOSERS = (*WRITERS, Role.SENIOR_LEADER, Role.TEAM_LEADER)


def words(response):
    """The page as text."""
    return response.content.decode()


def ahead(today, days):
    return today + datetime.timedelta(days=days)
