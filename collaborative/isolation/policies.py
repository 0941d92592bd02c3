"""Row policies, as SQL over a row's own columns and the transaction's settings.

Written with a sub-select around `current_setting`, so that the planner reads it once a query (SECURITY E6: the same
plan as a hand-written WHERE).
"""


def setting(name: str) -> str:
    """The uuid in a setting, or NULL where it is empty."""
    return f"(SELECT NULLIF(current_setting('app.{name}', true), '')::uuid)"


def settings_list(name: str) -> str:
    """The uuid[] in a setting, empty where it is not set."""
    return f"(SELECT COALESCE(NULLIF(current_setting('app.{name}', true), ''), '{{}}')::uuid[])::uuid[]"


def text_setting(name: str) -> str:
    """The text in a setting, NULL where it is empty."""
    return f"(SELECT NULLIF(current_setting('app.{name}', true), ''))"


ORGANIZATION = f"organization_id = {setting('organization')}"

AUTHOR_ONLY = f"author_id = {setting('person')}"


def audience(author: str = "author_id") -> str:
    """A row with an audience: `self`, `group`, `team`, `team_staff`, `faculty` or `all` (DESIGN: the ladder)."""
    return (
        f"({author} = {setting('person')}"
        f" OR (audience = 'group' AND group_id = ANY({settings_list('groups')}))"
        f" OR (audience IN ('team', 'team_staff', 'all') AND team_id = ANY({settings_list('teams')}))"
        f" OR (audience IN ('team_staff', 'all') AND team_id = ANY({settings_list('staff_teams')}))"
        f" OR (audience = 'faculty' AND collaborative_id = ANY({settings_list('faculty')}))"
        f" OR (audience = 'all' AND collaborative_id = ANY({settings_list('collaboratives')})))"
    )


def own_or(name: str, person: str = "person_id") -> str:
    """A row about one person: that person, and who is named for the collaborative in the setting `name`."""
    return f"({person} = {setting('person')} OR collaborative_id = ANY({settings_list(name)}))"


PROJECT = f"collaborative_id = ANY({settings_list('project')})"

NUMBERS = f"team_id = ANY({settings_list('number_teams')})"
