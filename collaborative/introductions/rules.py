"""Decisions about introductions as pure functions of values."""

from collaborative.tenancy.enums import Audience, Responsibility

from .enums import Viewpoint

# The nine lines of the guide's checklist for core competencies, then those it names elsewhere.
CORE = (
    Responsibility.CONTENT_EXPERT, Responsibility.IMPROVEMENT_ADVISOR, Responsibility.DATA_LEAD,
    Responsibility.RELATIONSHIP_MANAGER, Responsibility.PROJECT_MANAGER, Responsibility.FAMILY_LIAISON,
    Responsibility.CENTER_COMMUNICATION, Responsibility.PROGRESS_COACHING, Responsibility.SHARED_LEARNING,
)  # fmt: skip
FURTHER = (
    Responsibility.SENIOR_LEADER, Responsibility.FACULTY_LIAISON, Responsibility.PDSA_LEAD,
    Responsibility.METRICS_LEAD, Responsibility.CALENDAR, Responsibility.TECHNOLOGY, Responsibility.ONLINE_RESPONDER,
    Responsibility.VIRTUAL_MEETINGS,
)  # fmt: skip
SOUGHT = tuple(view for view in Viewpoint if view != Viewpoint.OTHER)  # views one looks for in a faculty


def holders(lines, memberships):
    """[(line, who holds it)] in the order of the lines; one person may hold several, several one."""
    return [(line, [row for row in memberships if line in row.responsibilities]) for line in lines]


def without_a_name(held):
    """The lines nobody holds."""
    return [line for line, rows in held if not rows]


def still_to_be_found(views_held):
    """The views nobody in the faculty has said they bring."""
    return [view for view in SOUGHT if view not in set(views_held)]


def told_to(may_write, *, has_team, group_ids):
    """[(audience, group or None)] to whom one may introduce oneself, the nearest first."""
    found = [(Audience.TEAM, None)] if has_team and may_write(Audience.TEAM) else []
    if may_write(Audience.GROUP):
        found += [(Audience.GROUP, group) for group in group_ids]
    return found + [(audience, None) for audience in (Audience.ALL, Audience.FACULTY) if may_write(audience)]


def may_name(line, *, opens_words, leads, is_admin):
    """Whether somebody of the project team names who has this in hand: what opens private words, the leader does."""
    return is_admin or leads or line not in opens_words


def promised_words(promises):
    """What an invitation may say of supports: the promises as they stand, one a line."""
    return "\n".join(" ".join(text.split()) for text in promises)
