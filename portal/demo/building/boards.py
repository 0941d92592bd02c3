"""Storyboards of the teams, with their pictures, people and the notes of others; each team's own picture."""

from collaborative.introductions.actions import storyboard
from collaborative.tenancy.actions.organizations import give_picture
from collaborative.tenancy.enums import Role

from .drawing import drawn


def build_boards(built, boards, teams, dates):
    """`teams`: {(collaborative, center): what organizations.yaml says of the team}."""
    for data in boards:
        slug, team = data["collaborative"], built.teams[data["collaborative"], data["center"]]
        author, said = built.people[data["by"]], teams[slug, data["center"]]
        board = storyboard.start_board(
            team, by=author.pk, role=built.roles[slug, data["by"]], language=data.get("language", "en"),
            about_us=data["about"], ask_us_about=said["ask_us_about"] or "",
            love_help_with=said["love_help_with"] or "", first_priorities=data["first"],
        )  # fmt: skip
        dates.of(board, built.day(-data["days_ago"]))
        for key in data["people"]:
            storyboard.agree_to_be_shown(team.pk, built.people[key].pk)
        for picture in data["pictures"]:
            storyboard.add_picture(board, drawn(picture["motif"]), by=author.pk, description=picture["shows"])
        if data.get("sign"):
            give_picture(team, drawn(data["sign"]), by=author.pk)
        if data["shown_days_ago"] is not None:
            storyboard.show_board(board, by=author.pk, on=built.day(-data["shown_days_ago"]))
            board.refresh_from_db()
        _notes(built, slug, board, data["notes"], dates)


def _notes(built, slug, board, notes, dates):
    for data in notes:
        team = built.team_of.get((slug, data["by"]))
        note = storyboard.leave_note(
            board, by=built.people[data["by"]].pk, role=built.roles.get((slug, data["by"]), Role.TEAM_LEADER),
            author_team_id=team.pk if team else None, kind=data["kind"], text=data["text"],
        )  # fmt: skip
        dates.of(note, built.day(-data["days_ago"]), "said_at")
