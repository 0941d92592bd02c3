"""What is asked, behind both locks: what a team writes is its own and who walks with it, ticks its coach's alone."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import audience, setting, settings_list

# The team, and the coach who walks beside it now: nobody else, not even the project team.
TEAM_AND_COACH = (
    f"team_id = ANY({settings_list('teams')}) OR team_id IN (SELECT a.team_id FROM tenancy_coachassignment a"
    f" WHERE a.person_id = {setting('person')} AND a.hidden_at IS NULL"
    " AND a.starts_on <= CURRENT_DATE AND (a.ends_on IS NULL OR a.ends_on >= CURRENT_DATE))"
)

# Everybody inside the collaborative; nobody who looks at it from behind the wall.
INSIDE = f"collaborative_id = ANY({settings_list('collaboratives')})"

RESTRICTED = {
    "callslot": {"SELECT": INSIDE},
    "signature": {"SELECT": audience(rungs=("team_staff", "all"))},
    "teamprework": {"SELECT": audience(rungs=("team_staff",))},
    "phasetick": {"ALL": TEAM_AND_COACH},
    "slotanswer": {"SELECT": audience(rungs=("group",))},
    "trial": {"SELECT": audience(rungs=("faculty",))},
}
TABLES = (
    "expectation", "commitmentletter", "signature", "preworkassignment", "preworkday", "teamprework", "phasetick",
    "priorityreason", "callslot", "slotanswer", "trial",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("onboarding", "0001_initial"),
        ("schedule", "0003_planneddate_details"),
        ("tenancy", "0008_agreement_of_five_subjects"),
    ]

    operations = [
        operation
        for table in TABLES
        for operation in (
            ProtectTable(table, restrict=RESTRICTED.get(table)),
            ProtectTable(f"{table}event", append_only=True, key=False, restrict=RESTRICTED.get(table)),
        )
    ]
