"""Every address, and what it does: written by hand, `name | resource verb | what its address names`.

`what`: a table whose row the address names, with `*` where the row must be hidden first (an undo), `-` for nothing.
An address that is not written here, or is here and no longer there, makes a test fail.
"""

# Anybody may open these, signed in or not: health, invitations (which carry their own secret), the demo's door.
PUBLIC = """
livez readyz
signin:language signin:invitation signin:invitation_accept signin:invitation_decline signin:invitation_other
signin:manifest signin:offline signin:service_worker signin:favicon
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
home:noticing_add             | noticing write        | -

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

onboarding:asked              | asked read            | -
onboarding:template_start     | asked write           | -
onboarding:expectation_list   | asked read            | -
onboarding:expectation_add    | asked write           | -
onboarding:expectation_edit   | asked write           | onboarding.Expectation
onboarding:expectation_hide   | asked write           | onboarding.Expectation
onboarding:expectation_show   | asked write           | onboarding.Expectation*
onboarding:letter_detail      | asked read            | -
onboarding:letter_edit        | asked write           | -
onboarding:letter_sign        | own_signature write   | -
onboarding:signature_list     | signature read        | -
onboarding:signature_detail   | signature read        | onboarding.Signature
onboarding:signature_take_back | signature own        | onboarding.Signature
onboarding:prework_list       | asked read            | -
onboarding:assignment_add     | asked write           | -
onboarding:prework_day        | asked write           | -
onboarding:prework_detail     | asked read            | onboarding.PreworkAssignment
onboarding:assignment_edit    | asked write           | onboarding.PreworkAssignment
onboarding:assignment_hide    | asked write           | onboarding.PreworkAssignment
onboarding:assignment_show    | asked write           | onboarding.PreworkAssignment*
onboarding:prework_take       | prework write         | onboarding.PreworkAssignment
onboarding:prework_rest       | prework write         | onboarding.PreworkAssignment
onboarding:prework_done       | prework write         | onboarding.PreworkAssignment
onboarding:prework_undone     | prework write         | onboarding.PreworkAssignment
onboarding:prework_hand       | prework write         | onboarding.PreworkAssignment
onboarding:prework_no_hand    | prework write         | onboarding.PreworkAssignment
onboarding:hand_list          | prework comment       | -
onboarding:hand_give          | prework comment       | onboarding.TeamPrework
onboarding:hand_leave         | prework comment       | onboarding.TeamPrework
onboarding:phase_list         | asked read            | -
onboarding:phase_tick         | tick write            | -
onboarding:phase_untick       | tick write            | -
onboarding:next_steps         | asked read            | -
onboarding:next_steps_of      | prework read          | number.Team
onboarding:slot_list          | slot read             | -
onboarding:slot_offer         | slot write            | -
onboarding:slot_answer        | slot comment          | onboarding.CallSlot
onboarding:slot_choose        | slot write            | onboarding.CallSlot
onboarding:slot_open          | slot write            | onboarding.CallSlot
onboarding:slot_hide          | slot write            | onboarding.CallSlot
onboarding:slot_show          | slot write            | onboarding.CallSlot*
onboarding:trial_list         | trial read            | -
onboarding:trial_add          | trial write           | -
onboarding:trial_mended       | trial write           | onboarding.Trial
onboarding:trial_hide         | trial write           | onboarding.Trial
onboarding:trial_show         | trial write           | onboarding.Trial*
onboarding:coming_in          | prework comment       | -
onboarding:agreement_make     | agreement write       | -

discussion:post_list          | post read             | -
discussion:post_write         | post write            | -
discussion:taken_down         | trash read            | -
discussion:shelf              | shelf read            | -
discussion:shelf_put          | shelf write           | -
discussion:shelf_file         | shelf read            | discussion.ShelfItem+
discussion:shelf_hide         | shelf tidy            | discussion.ShelfItem
discussion:shelf_show         | shelf own             | discussion.ShelfItem*
discussion:reply_hide         | post own              | discussion.PostReply
discussion:reply_take_down    | post share            | discussion.PostReply
discussion:reply_bring_back   | trash write           | discussion.PostReply*
discussion:reply_forget       | post own              | discussion.PostReply
discussion:post_detail        | post read             | discussion.Post
discussion:post_reply         | post comment          | discussion.Post
discussion:post_thank         | post comment          | discussion.Post
discussion:post_hide          | post own              | discussion.Post
discussion:post_take_down     | post share            | discussion.Post
discussion:post_bring_back    | trash write           | discussion.Post*
discussion:post_forget        | post own              | discussion.Post
discussion:post_file          | post read             | discussion.Post+

drafts:draft_save             | draft write           | form
drafts:draft_drop             | draft write           | form

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
starting:house_undo           | house write           | -
starting:preview_begin        | house write           | -
starting:preview_end          | house write           | -
starting:house_letters        | house read            | -
starting:house_letter_now     | house write           | tenancy.Invitation
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

introductions:team_detail     | team read             | tenancy.Team
introductions:packet          | team read             | tenancy.Team
introductions:person_detail   | person read           | tenancy.Person+
introductions:directory       | directory read        | -
introductions:contacts_edit   | directory write       | -
introductions:centers_edit    | directory write       | -
introductions:perspectives    | perspective read      | -
introductions:perspective_edit | perspective write    | -
introductions:competencies    | project_team read     | -
introductions:holders_edit    | project_team write    | line_in_hand
introductions:structure       | project_team read     | -
introductions:structure_answer | project_team write   | question
introductions:skills          | skill read            | -
introductions:skills_mine     | skill write           | -
introductions:call_list       | welcome_call read     | -
introductions:call_add        | welcome_call write    | tenancy.Team
introductions:call_edit       | welcome_call write    | introductions.WelcomeCall
introductions:call_hide       | welcome_call write    | introductions.WelcomeCall
introductions:call_show       | welcome_call write    | introductions.WelcomeCall*
introductions:introduction_list | introduction read   | -
introductions:introduction_write | introduction write | -
introductions:introduction_detail | introduction read | introductions.Introduction
introductions:hello_say       | introduction comment  | introductions.Introduction
introductions:introduction_hide | introduction own    | introductions.Introduction
introductions:introduction_show | introduction own    | introductions.Introduction*
introductions:introduction_forget | introduction own  | introductions.Introduction
introductions:hello_hide      | introduction own      | introductions.Hello
introductions:hello_show      | introduction own      | introductions.Hello*
introductions:hello_forget    | introduction own      | introductions.Hello
introductions:gallery         | storyboard read       | -
introductions:board_edit      | storyboard write      | -
introductions:face_show       | storyboard write      | -
introductions:face_hide       | storyboard write      | -
introductions:board_detail    | storyboard read       | introductions.Storyboard
introductions:board_slide     | storyboard read       | introductions.Storyboard
introductions:board_show      | storyboard share      | introductions.Storyboard
introductions:board_keep      | storyboard share      | introductions.Storyboard
introductions:note_leave      | storyboard comment    | introductions.Storyboard
introductions:picture_add     | storyboard write      | introductions.Storyboard
introductions:picture         | storyboard read       | introductions.BoardPicture+
introductions:picture_remove  | storyboard write      | introductions.BoardPicture+
introductions:note_hide       | storyboard tidy       | introductions.BoardNote
introductions:note_show       | storyboard own        | introductions.BoardNote*
introductions:note_forget     | storyboard own        | introductions.BoardNote
introductions:support_list    | support read          | -
introductions:promise_add     | support write         | -
introductions:promise_edit    | support write         | introductions.Promise
introductions:promise_hide    | support write         | introductions.Promise
introductions:promise_show    | support write         | introductions.Promise*
introductions:ledger          | ledger read           | -
introductions:given_add       | ledger write          | -
introductions:given_edit      | ledger write          | introductions.SupportGiven
introductions:given_hide      | ledger write          | introductions.SupportGiven
introductions:given_show      | ledger write          | introductions.SupportGiven*
introductions:comfort_edit    | comfort write         | -
introductions:comfort_take_back | comfort write       | -
introductions:comfort_list    | helping read          | -
tenancy:team_edit             | team write            | tenancy.Team
tenancy:center_add            | collaborative write   | -
tenancy:center_join           | collaborative write   | tenancy.Center
tenancy:center_edit           | center write          | tenancy.Center
tenancy:agreement             | agreement read        | -
tenancy:pause_start           | pause write           | tenancy.Team
tenancy:pause_end             | pause write           | tenancy.Team
tenancy:own_history           | history read          | -
"""


def addresses() -> dict[str, tuple[str, str, str]]:
    """{name: (resource, verb, what)}."""
    found = {}
    for line in ADDRESSES.strip().splitlines():
        if line.strip():
            name, does, what = (part.strip() for part in line.split("|"))
            resource, verb = does.split()
            found[name] = (resource, verb, what)
    return found
