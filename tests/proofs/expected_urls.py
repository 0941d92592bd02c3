"""Every address, and what it does: written by hand, `name | resource verb | what its address names`.

`what`: a table whose row the address names, with `*` where the row must be hidden first (an undo), `-` for nothing.
An address that is not written here, or is here and no longer there, makes a test fail.
"""

from tests.proofs.expected_urls_together import ADDRESSES as MORE

# Anybody may open these, signed in or not: health, invitations and ways out of
# messages (which carry their own secret), the demo's door.
PUBLIC = """
livez readyz
signin:language signin:invitation signin:invitation_accept signin:invitation_decline signin:invitation_other
reach:stop reach:undo
phone:manifest phone:service_worker phone:ready phone:no_connection phone:shell
signin:card_place signin:card signin:card_ask signin:card_open signin:tablet signin:tablet_pin signin:tablet_done
demo:people demo:enter demo:ways demo:ways_card demo:ways_tablet demo:ways_leave ui:gallery
"""

# For whoever is signed in, about themselves alone.
SIGNED_IN = """
signin:places signin:passkey_later signin:second signin:fresh signin:phone signin:phone_code signin:phone_remove
demo:mail
"""

ADDRESSES = """
home:home                     | home read             | -
home:story                    | try read              | -
home:handover                 | membership write      | tenancy.Membership
home:newcomer                 | person read           | -
home:in_hand                  | need read             | -
home:noticing_add             | noticing write        | -

search:search                 | home read             | -

keeping:part                  | own_part export       | tenancy.Team
keeping:part_take             | own_part export       | tenancy.Team

pdsa:cycle_list               | try read              | -
pdsa:other_teams              | try read              | -
pdsa:cycle_start              | try write             | -
pdsa:idea_take                | try write             | -
pdsa:write_for_team           | try write             | -
pdsa:paper_form               | try read              | -
pdsa:huddle_sheet             | try read              | -
pdsa:priority_list            | priority read         | -
pdsa:priority_add             | priority write        | -
pdsa:priority_edit            | priority write        | pdsa.Priority
pdsa:priority_end             | priority write        | pdsa.Priority
pdsa:need_list                | need read             | -
pdsa:need_add                 | need write            | -
pdsa:need_answer              | need write            | pdsa.TeamNeed
pdsa:need_reopen              | need write            | pdsa.TeamNeed
pdsa:voices                   | voices write          | -
pdsa:spread                   | spread read           | tenancy.Team
pdsa:spread_add               | spread write          | tenancy.Team
pdsa:spread_remove            | spread write          | pdsa.Spread
pdsa:spread_restore           | spread write          | pdsa.Spread*
pdsa:trash                    | trash read            | -
pdsa:answer_remove            | answer own            | pdsa.CycleAnswer
pdsa:answer_restore           | trash write           | pdsa.CycleAnswer*
pdsa:answer_forget            | answer own            | pdsa.CycleAnswer
pdsa:photo                    | try read              | pdsa.Photo
pdsa:photo_remove             | photo own             | pdsa.Photo
pdsa:photo_restore            | trash write           | pdsa.Photo*
pdsa:photo_forget             | photo own             | pdsa.Photo
pdsa:cycle_detail             | try read              | pdsa.PDSACycle
pdsa:cycle_plan               | try write             | pdsa.PDSACycle
pdsa:cycle_do                 | try write             | pdsa.PDSACycle
pdsa:cycle_study              | try write             | pdsa.PDSACycle
pdsa:cycle_act                | try write             | pdsa.PDSACycle
pdsa:cycle_next               | try write             | pdsa.PDSACycle
pdsa:cycle_share              | try share             | pdsa.PDSACycle
pdsa:cycle_answer             | try comment           | pdsa.PDSACycle
pdsa:answer_thank             | try comment           | pdsa.PDSACycle
pdsa:cycle_ask_team           | asked_team comment    | pdsa.PDSACycle
pdsa:cycle_photo              | try write             | pdsa.PDSACycle
pdsa:cycle_remove             | try share             | pdsa.PDSACycle
pdsa:cycle_restore            | trash write           | pdsa.PDSACycle*
pdsa:cycle_forget             | try write             | pdsa.PDSACycle

metrics:metric_list           | number read           | -
metrics:observation_enter     | number write          | -
metrics:sheet_print           | own_number read       | -
metrics:definition_list       | metric read           | -
metrics:metric_define         | metric write          | -
metrics:sharing_show          | own_pause read        | -
metrics:observation_history   | number read           | metrics.Observation
metrics:note_hide             | number write          | metrics.ChartNote
metrics:note_show             | number write          | metrics.ChartNote*
metrics:team_numbers          | number read           | number.Team
metrics:team_chart            | number read           | number.Team metrics.Metric
metrics:team_export           | number export         | number.Team
metrics:metric_export         | number export         | metrics.Metric
metrics:metric_chart          | own_number read       | metrics.Metric
metrics:metric_centers        | all_numbers read      | metrics.Metric
metrics:note_add              | number write          | metrics.Metric
metrics:goal_set              | number write          | metrics.Metric
metrics:plan_edit             | number write          | metrics.Metric
metrics:data_plan             | own_number read       | -
metrics:team_plan             | number read           | number.Team
metrics:plan_centers          | all_numbers read      | -
metrics:source_add            | number write          | -
metrics:source_edit           | number write          | metrics.DataSource
metrics:source_hide           | number write          | metrics.DataSource
metrics:source_show           | number write          | metrics.DataSource*
metrics:talk_add              | number write          | metrics.Metric
metrics:talk_hide             | number write          | metrics.ChartTalk
metrics:talk_show             | number write          | metrics.ChartTalk*
metrics:definition_change     | metric write          | metrics.Metric

framework:framework           | framework read        | -
framework:driver              | framework read        | code+
framework:glossary            | framework read        | -
framework:term_edit           | framework write       | framework.GlossaryTerm
framework:framework_edit      | framework write       | framework.CollaborativeChangeFramework
framework:framework_publish   | framework write       | framework.CollaborativeChangeFramework
framework:aim_edit            | framework write       | framework.Aim
framework:driver_edit         | framework write       | framework.PrimaryDriver
framework:idea_add            | framework write       | framework.PrimaryDriver
framework:secondary_edit      | framework write       | framework.SecondaryDriver
framework:idea_edit           | framework write       | framework.StarterIdea
framework:idea_hide           | framework write       | framework.StarterIdea
framework:idea_show           | framework write       | framework.StarterIdea*

languages:text_list           | framework write       | -
languages:text_save           | framework write       | -
languages:text_sheet          | framework write       | -
languages:text_take           | framework write       | -
languages:phrase_show         | framework write       | wording.Phrase*

schedule:schedule             | schedule read         | -
schedule:dates_ics            | schedule read         | -
schedule:date_ics             | schedule read         | line
schedule:line_add             | schedule write        | -
schedule:line_edit            | schedule write        | line
schedule:line_hide            | schedule write        | line
schedule:line_show            | schedule write        | line*
schedule:line_done            | schedule write        | line
schedule:session_add          | schedule write        | -
schedule:session_edit         | schedule write        | schedule.LearningSession
schedule:session_hide         | schedule write        | schedule.LearningSession
schedule:session_show         | schedule write        | schedule.LearningSession*
schedule:period_edit          | schedule write        | schedule.ActionPeriod
schedule:closure_list         | closure read          | -
schedule:closure_add          | closure write         | -
schedule:closure_hide         | closure write         | schedule.Closure
schedule:closure_show         | closure write         | schedule.Closure*

drafts:draft_save             | draft write           | form
drafts:draft_drop             | draft write           | form

notices:reach_edit            | profile write         | -
newsletter:letter_list        | letter read           | -
newsletter:letter_begin       | letter write          | -
newsletter:letter_detail      | letter read           | newsletter.Letter
newsletter:letter_edit        | letter write          | newsletter.Letter
newsletter:letter_mail        | letter write          | newsletter.Letter
newsletter:letter_send        | letter write          | newsletter.Letter
newsletter:letter_stop        | letter write          | newsletter.Letter
newsletter:letter_hide        | letter write          | newsletter.Letter
newsletter:letter_show        | letter write          | newsletter.Letter*
newsletter:words_add          | letter write          | newsletter.Letter
newsletter:guest_ask          | letter write          | newsletter.Letter
newsletter:piece_take         | letter write          | piece_of_a_letter
newsletter:piece_move         | letter write          | newsletter.Piece
newsletter:piece_shorten      | letter write          | newsletter.Piece
newsletter:piece_drop         | letter write          | newsletter.Piece
newsletter:piece_put_back     | letter write          | newsletter.Piece*
newsletter:words_edit         | letter write          | newsletter.Piece
newsletter:guest_write        | guest_words write     | newsletter.Piece+
notices:call_list             | friendly_call read    | -
notices:call_add              | friendly_call write   | -
notices:call_take             | friendly_call write   | notices.FriendlyCall
notices:call_note             | friendly_call write   | notices.FriendlyCall
notices:call_reopen           | friendly_call write   | notices.FriendlyCall

reports:report_list           | report read           | -
reports:report_ask            | report write          | -
reports:report_detail         | report read           | reports.Report
reports:report_progress       | report read           | reports.Report
reports:report_file           | report read           | reports.Report+

help:help                     | home read             | -
help:rights                   | home read             | -
help:guide                    | home read             | -
help:guide_of                 | home read             | guide
help:guide_step               | home read             | guide_step
help:guide_file               | home read             | guide

observing:observer_list       | looking_on write      | -
observing:totals_file         | looking_on read       | -
observing:grant_edit          | looking_on write      | tenancy.Membership

recognition:credit            | recognition read      | -
recognition:credit_add        | recognition write     | -
recognition:credit_edit       | recognition write     | recognition.CreditNote
recognition:credit_hide       | recognition write     | recognition.CreditNote
recognition:credit_show       | recognition write     | recognition.CreditNote*
recognition:words_edit        | recognition write     | -
recognition:certificate_list  | certificate read      | -
recognition:certificate_file  | certificate read      | tenancy.Membership+
recognition:thanks            | post read             | -

cards:card_list               | card read             | -
cards:person_add              | card write            | -
cards:card_make               | card write            | tenancy.Person
cards:person_decline          | card write            | tenancy.Person
cards:card_sheet              | card write            | cards.Card
cards:card_stop               | card write            | cards.Card
cards:ways_in                 | profile write         | -
cards:own_card_stop           | profile write         | -
cards:pin_set                 | pin write             | -
cards:pin_drop                | pin write             | -
cards:tablet_list             | tablet read           | tenancy.Team
cards:tablet_add              | tablet write          | tenancy.Team
cards:tablet_off              | tablet write          | cards.Tablet

starting:collaborative_start  | collaborative write   | -
starting:collaborative_bring_back | collaborative write | tenancy.Collaborative*
starting:house                | house read            | -
starting:house_dates          | house write           | -
starting:house_words          | house write           | -
starting:house_people         | house write           | -
starting:house_in_hand        | house write           | -
starting:house_centers        | house write           | -
starting:house_texts          | house write           | -
starting:house_framework      | house write           | -
starting:house_undo           | house write           | step
starting:preview_begin        | house write           | -
starting:preview_end          | house write           | -
starting:house_letters        | house read            | -
starting:house_letter_now     | house write           | tenancy.Invitation+
starting:house_open           | house write           | -
starting:house_close          | house write           | -
starting:house_put_away       | house write           | -
tenancy:organization_home     | organization read     | -
tenancy:organization_edit     | organization write    | -
tenancy:organization_people   | organization write    | -
tenancy:organization_profile_edit | profile write     | -
tenancy:organization_welcome  | profile write         | -
tenancy:wall_raise            | organization write    | anyone
tenancy:wall_lower            | organization write    | anyone
tenancy:who_is_who            | person read           | -
tenancy:profile_edit          | profile write         | -
tenancy:welcome               | profile write         | -
tenancy:invitation_send       | invitation write      | -
tenancy:invitation_list       | invitation read       | -
tenancy:invitation_again      | invitation write      | tenancy.Invitation
tenancy:invitation_revoke     | invitation write      | tenancy.Invitation
tenancy:invitation_agree      | invitation write      | tenancy.Invitation
tenancy:invitation_refuse     | invitation write      | tenancy.Invitation
tenancy:membership_give       | membership write      | -
tenancy:membership_edit       | membership write      | tenancy.Membership
tenancy:membership_end        | membership write      | tenancy.Membership
tenancy:assignment_list       | assignment read       | -
tenancy:assignment_add        | assignment write      | -
tenancy:assignment_end        | assignment write      | tenancy.CoachAssignment
tenancy:group_list            | affinity_group read   | -
tenancy:group_add             | affinity_group write  | -
tenancy:group_edit            | affinity_group write  | tenancy.AffinityGroup
tenancy:collaborative_edit    | collaborative write   | -
tenancy:team_picture          | team read             | tenancy.Team+
tenancy:team_picture_remove   | team write            | tenancy.Team
tenancy:portrait_edit         | profile write         | -
tenancy:portrait_own          | profile write         | -
tenancy:portrait_remove       | profile write         | -
tenancy:portrait              | person read           | tenancy.Portrait+
tenancy:group_make            | affinity_group write  | -
"""


def addresses() -> dict[str, tuple[str, str, str]]:
    """{name: (resource, verb, what)}."""
    found = {}
    for line in (ADDRESSES + MORE).strip().splitlines():
        if line.strip():
            name, does, what = (part.strip() for part in line.split("|"))
            resource, verb = does.split()
            found[name] = (resource, verb, what)
    return found
