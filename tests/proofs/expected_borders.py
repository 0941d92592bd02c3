"""What the database itself holds apart within one organization, table by table, written by hand.

`table | border | how far`: the border is the setting a row is compared with (`ladder`: its audience), and it holds for
reading alone or for `all` (reading and writing). A table's history stands behind the same border. Tables that are not
named here are held apart by organization alone. `person or x`: the person a row is about, and whoever is named for the
collaborative in the setting x.
"""

BORDERS = """
cards_pin             | teams        | all
cards_pinguess        | teams        | all
discussion_attachment | ladder       | read
discussion_carestep   | person       | read
discussion_circlemember | person     | read
discussion_mention    | ladder       | read
discussion_post       | ladder       | read
discussion_postreply  | ladder       | read
discussion_posttask   | ladder       | read
discussion_worry      | person       | read
drafts_draft          | person       | all
files_storedfile      | ladder       | read
introductions_boardnote | ladder     | read
introductions_comfort | person or helping | all
introductions_hello   | ladder       | read
introductions_introduction | ladder  | read
introductions_skillnote | project    | all
introductions_storyboard | ladder    | read
introductions_supportgiven | person or supporting | all
introductions_welcomecall | project  | all
metrics_chartnote     | number_teams | all
metrics_charttalk     | number_teams | all
metrics_collectionplan | number_teams | all
metrics_datasource    | number_teams | all
metrics_observation   | number_teams | all
metrics_teamgoal      | number_teams | all
notices_friendlycall  | staff_teams  | all
notices_reach         | person       | all
newsletter_letter     | ladder       | read
newsletter_piece      | ladder       | read
onboarding_callslot   | collaboratives | read
notices_reach         | person       | all
newsletter_letter     | ladder       | read
newsletter_piece      | ladder       | read
onboarding_phasetick  | teams        | all
onboarding_signature  | ladder       | read
onboarding_slotanswer | ladder       | read
onboarding_teamprework | ladder      | read
onboarding_trial      | ladder       | read
outbox_message        | person       | read
pdsa_askedteam        | ladder       | read
pdsa_cycleanswer      | ladder       | read
pdsa_pdsacycle        | ladder       | read
pdsa_photo            | ladder       | read
pdsa_ramp             | ladder       | read
pdsa_teamneed         | teams        | read
reports_report        | number_teams | all
reports_reportpart    | number_teams | all
pdsa_spread           | teams or staff_teams | all
pdsa_voices           | person       | all
tenancy_departure     | project      | all
tenancy_sentform      | person       | all
"""

# What a center took back when it left is read by whoever wrote it alone, for reading; these hold words of teams.
HUSHED = """
discussion_attachment discussion_mention discussion_post discussion_postreply discussion_posttask discussion_shelfuse
files_storedfile introductions_boardnote introductions_hello introductions_introduction introductions_storyboard
onboarding_priorityreason pdsa_askedteam pdsa_cycleanswer pdsa_pdsacycle pdsa_photo pdsa_priority pdsa_ramp
"""


def hushed() -> set[str]:
    return set(HUSHED.split())


def borders() -> dict[str, tuple[str, bool]]:
    """{table: (border, whether it holds for writing too)}."""
    found = {}
    for line in BORDERS.strip().splitlines():
        table, border, reach = (part.strip() for part in line.split("|"))
        found[table] = (border, reach == "all")
    return found
