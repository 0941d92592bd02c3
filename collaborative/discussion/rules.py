"""Who may be spoken to, as pure decisions over what a person is."""

from .enums import POST_AUDIENCES


def open_audiences(may_write, groups, has_team):
    """The audiences a person may post to, widest first: [(audience, group id or None)].

    `may_write`: audience -> bool from the permission table. `groups`: ids of her role groups. `has_team`: whether she
    belongs to a team.
    """
    found = []
    for audience in POST_AUDIENCES:
        if not may_write(audience):
            continue
        if audience == "group":
            found += [(audience, group) for group in groups]
        elif audience != "team" or has_team:
            found.append((audience, None))
    return found
