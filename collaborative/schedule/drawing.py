"""The collaborative's time as a line: periods as stretches, sessions as posts, and where we are today."""

from dataclasses import dataclass
from datetime import date

from collaborative.ui.own_words import in_own_words

WIDTH, EDGE = 1000, 8
LETTER = 7.2  # the width of one letter at the size the line is drawn in
POST_ROOM = 36  # what a session's post takes of the line above the stretches


@dataclass(frozen=True)
class Stretch:
    name: str
    x: int
    width: int
    middle: int
    starts_on: date
    ends_on: date
    is_now: bool
    fits: bool


@dataclass(frozen=True)
class Post:
    name: str
    short: str
    x: int
    on: date


@dataclass(frozen=True)
class Timeline:
    stretches: tuple[Stretch, ...]
    posts: tuple[Post, ...]
    today_x: int | None
    today_label_x: int | None
    width: int = WIDTH


def draw_timeline(sessions, periods, today: date) -> Timeline | None:
    """Where everything lies on a line of WIDTH units; None while there is no period."""
    if not periods:
        return None
    first = min(period.starts_on for period in periods)
    last = max(period.ends_on for period in periods)
    span = max(1, (last - first).days + 1)

    def x(day):
        return round(EDGE + (WIDTH - 2 * EDGE) * (day - first).days / span)

    stretches = []
    for period in sorted(periods, key=lambda period: (period.starts_on, period.number)):
        start, end, name = x(period.starts_on), x(period.ends_on), in_own_words(period.name)
        stretches.append(
            Stretch(
                name=name,
                x=start,
                width=max(2, end - start),
                middle=(start + end) // 2,
                starts_on=period.starts_on,
                ends_on=period.ends_on,
                is_now=period.starts_on <= today <= period.ends_on,
                fits=len(name) * LETTER < end - start,
            )
        )
    posts = tuple(
        Post(name=session.name, short=str(session.number), x=x(session.starts_on), on=session.starts_on)
        for session in sessions
        if first <= session.starts_on <= last
    )
    here = x(today) if first <= today <= last else None
    return Timeline(tuple(stretches), posts, here, _beside_posts(here, posts))


def _beside_posts(here, posts):
    """Where the word beside today's mark stands: over it, or pushed aside by a session's post."""
    for post in posts:
        if here is not None and abs(here - post.x) < POST_ROOM:
            return post.x + (POST_ROOM if here >= post.x else -POST_ROOM)
    return here
