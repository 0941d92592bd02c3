"""Row policies, as SQL over a row's own columns and the transaction's settings.

Written with a sub-select around `current_setting`, so that the planner reads it once a query (measured: the same
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


RUNGS = ("group", "team", "team_staff", "faculty", "all")


def audience(author: str = "author_id", rungs=RUNGS, *, circle: str = "") -> str:
    """A row with an audience: `self` and these `rungs` of the ladder. A table needs their columns alone.

    `circle`: the column of a group run by its members, where a row may be for one in place of a role group.
    """
    seen_by = (
        (("group",), "group_id", "groups"),
        *([(("group",), circle, "groups")] if circle else []),
        (("team", "team_staff", "all"), "team_id", "teams"),
        (("team_staff", "all"), "team_id", "staff_teams"),
        (("faculty",), "collaborative_id", "faculty"),
        (("all",), "collaborative_id", "collaboratives"),
    )
    clauses = [f"{author} = {setting('person')}"]
    for on, column, own in seen_by:
        stood = [rung for rung in on if rung in rungs]
        if stood:
            on_rung = f"= '{stood[0]}'" if len(stood) == 1 else f"IN ({', '.join(map(repr, stood))})"
            clauses.append(f"(audience {on_rung} AND {column} = ANY({settings_list(own)}))")
    return f"({' OR '.join(clauses)})"


def own_or(name: str, person: str = "person_id") -> str:
    """A row about one person: that person, and who is named for the collaborative in the setting `name`."""
    return f"({person} = {setting('person')} OR collaborative_id = ANY({settings_list(name)}))"


def still_told(teams=("team_id",), author: str = "author_id") -> str:
    """A row whose words no team that left took back, as far as the columns `teams` say whose they are; or one's own."""
    told = " AND ".join(f"({team} = ANY({settings_list('hushed_teams')})) IS NOT TRUE" for team in teams)
    return f"({author} = {setting('person')} OR ({told}))" if author else f"({told})"


PROJECT = f"collaborative_id = ANY({settings_list('project')})"

NUMBERS = f"team_id = ANY({settings_list('number_teams')})"
