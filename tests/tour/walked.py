"""The pages that the tour looks at, written by hand, and those it leaves out, with the reason."""

# address: the stops at which the tour looks at it
WALKED = """
home:home                   home
search:search               find found found-another-word found-nothing
home:story                  story
pdsa:cycle_list             tries
pdsa:other_teams            tries-of-others
pdsa:cycle_detail           try own-try
pdsa:cycle_start            start start-from-an-idea
pdsa:write_for_team         write-for-the-team
pdsa:paper_form             paper-form
pdsa:huddle_sheet           huddle
pdsa:priority_list          working-on
pdsa:priority_edit          working-on-edit
pdsa:need_list              needs
pdsa:trash                  trash
pdsa:cycle_plan             own-try-plan
pdsa:cycle_do               own-try-do
pdsa:cycle_study            own-try-study
pdsa:cycle_act              own-try-act
pdsa:cycle_next             own-try-next
pdsa:cycle_share            own-try-share
pdsa:cycle_photo            own-try-photo
pdsa:cycle_answer           try-answer
pdsa:answer_thank           try-thank
pdsa:cycle_ask_team         try-ask-a-team
metrics:metric_list         numbers
metrics:metric_chart        chart
metrics:team_numbers        numbers-of-a-team
metrics:team_chart          chart-of-a-team
metrics:observation_enter   enter enter-by-room
metrics:observation_history count-history
metrics:sheet_print         sheet
metrics:definition_list     definitions
metrics:metric_define       define
metrics:definition_change   definition
metrics:sharing_show        who-sees-numbers
metrics:metric_centers      centers
metrics:note_add            chart-note
metrics:goal_set            chart-goal
metrics:plan_edit           chart-plan
metrics:data_plan           data-plan
metrics:plan_centers        plans-of-centers
metrics:team_plan           plan-of-a-team
metrics:source_add          counted-already
metrics:source_edit         counted-already-edit
metrics:talk_add            chart-talk
framework:framework         framework
framework:driver            driver
framework:glossary          glossary
framework:framework_edit    framework-edit
framework:aim_edit          aim-edit
framework:driver_edit       driver-edit
framework:secondary_edit    secondary-edit
framework:idea_add          idea-add
framework:idea_edit         idea-edit
framework:term_edit         term-edit
schedule:schedule           dates
schedule:line_add           date-add
schedule:line_edit          date-edit
schedule:session_add        session-add
schedule:session_edit       session-edit
schedule:period_edit        period-edit
schedule:closure_list       closures
schedule:closure_add        closure-add
discussion:post_list        together
discussion:post_detail      post
discussion:post_write       write
discussion:shelf            shelf
discussion:shelf_put        shelf-put
discussion:taken_down       taken-down
discussion:waiting          nobody-answered-yet
discussion:weekly_list      questions-of-the-week
discussion:weekly_plan      question-plan
discussion:post_edit        own-post-edit
discussion:post_add         own-post-add
discussion:post_versions    post-versions
discussion:post_worry       post-worry
discussion:circle_list      groups
discussion:circle_detail    group
discussion:circle_found     group-found
discussion:worry_list       worries
discussion:worry_detail     worry
discussion:guidance         how-we-talk
discussion:shelf_edit       shelf-edit
discussion:shelf_used       shelf-used
discussion:shelf_retired    shelf-retired
tenancy:who_is_who          who-is-who
introductions:team_detail   team
cards:card_list             cards
cards:person_add            card-add
cards:card_make             card-make
cards:ways_in               ways-in
cards:pin_set               pin
cards:tablet_list           tablets
cards:tablet_add            tablet-add
home:newcomer               new-here
home:handover               handing-on
languages:text_list         other-languages
languages:text_sheet        other-languages-sheet
introductions:person_detail person
introductions:directory     whom-to-ask
introductions:packet        packet
introductions:introduction_list introductions
introductions:introduction_write introduce-yourself
introductions:gallery       storyboards
introductions:board_detail  storyboard
introductions:board_slide   storyboard-slide
introductions:board_edit    storyboard-edit
introductions:contacts_edit whom-to-ask-edit
introductions:centers_edit  point-people-edit
introductions:introduction_detail introduction
introductions:picture_add   storyboard-picture
introductions:perspective_edit faculty-view-edit
introductions:holders_edit  in-hand-edit
introductions:structure_answer how-we-decide-edit
introductions:call_add      first-call-add
introductions:call_edit     first-call
introductions:promise_add   promise-add
introductions:promise_edit  promise
introductions:given_add     given-add
introductions:given_edit    given-edit
introductions:comfort_list  who-would-like-a-hand
introductions:perspectives  faculty-views
introductions:competencies  in-hand
introductions:structure     how-we-decide
introductions:skills        what-we-bring
introductions:skills_mine   what-i-bring
introductions:call_list     first-calls
introductions:support_list  supports
introductions:ledger        given
introductions:comfort_edit  a-hand
tenancy:portrait_edit       my-photo
tenancy:group_make          role-groups-make
tenancy:team_edit           team-edit
tenancy:profile_edit        profile
tenancy:welcome             welcome
tenancy:agreement           agreement
onboarding:agreement_make   agreement-make
onboarding:asked            asked
onboarding:expectation_list expectations
onboarding:expectation_add  expectation-add
onboarding:expectation_edit expectation-edit
onboarding:letter_detail    letter
onboarding:letter_edit      letter-edit
onboarding:signature_list   signatures
onboarding:signature_detail signature
onboarding:signature_take_back signature-take-back
onboarding:prework_list     getting-ready
onboarding:prework_detail   assignment
onboarding:assignment_add   assignment-add
onboarding:assignment_edit  assignment-edit
onboarding:prework_day      prework-day
onboarding:hand_list        hands
onboarding:phase_list       phases
onboarding:next_steps       next-steps
onboarding:next_steps_of    next-steps-of
onboarding:slot_list        call-times
onboarding:slot_offer       call-time-offer
onboarding:trial_list       ready
onboarding:coming_in        coming-in
tenancy:own_history         history
tenancy:group_list          role-groups
tenancy:group_add           role-group-add
tenancy:group_edit          role-group-edit
tenancy:assignment_list     coaches
tenancy:assignment_add      coach-add
tenancy:invitation_list     invitations
tenancy:invitation_send     invite
tenancy:membership_give     role-give
tenancy:membership_edit     role-edit
tenancy:collaborative_edit  collaborative-settings
tenancy:center_add          center-add
tenancy:center_edit         center-edit
pdsa:spread                 reach
pdsa:voices                 voices
keeping:part                take-along
introductions:team_leave    center-leaves
introductions:departure_detail center-left
introductions:departure_edit center-left-words
introductions:departure_return center-comes-back
newsletter:letter_list      newsletter
newsletter:letter_detail    newsletter-issue
newsletter:letter_edit      newsletter-desk
newsletter:guest_ask        newsletter-guest
newsletter:guest_write      newsletter-as-guest
newsletter:words_add        newsletter-words-add
newsletter:words_edit       newsletter-words
notices:reach_edit          what-reaches-me
notices:call_list           calls
notices:call_add            call-add
reports:report_list         reports
help:help                   help
help:rights                 rights
help:guide                  guide-choose
help:guide_of               guide
help:guide_step             guide-step
recognition:credit          credit
recognition:credit_add      credit-add
recognition:credit_edit     credit-edit
recognition:words_edit      credit-words
recognition:certificate_list certificates
recognition:thanks          thanks
home:in_hand                our-team
observing:observer_list     observers
observing:grant_edit        observer-edit
signin:places               places
signin:phone                my-phone
signin:second               second-key
demo:mail                   mail
tenancy:organization_home           organization
tenancy:organization_edit           organization-settings
tenancy:organization_people         organization-people
tenancy:organization_profile_edit   own-profile-above
tenancy:organization_welcome        welcome-above
starting:collaborative_start        collaborative-start
starting:house                      house
starting:house_letters              house-letters
starting:house_dates                house-dates
starting:house_words                house-words
starting:house_people               house-people
starting:house_centers              house-centers
starting:house_texts                house-texts
starting:house_framework            house-framework
"""

# Files and parts of pages, and a mail as it arrives: no pages of their own.
NO_PAGE = """
newsletter:letter_mail
pdsa:photo discussion:piece_file discussion:shelf_file reports:report_file reports:report_progress schedule:dates_ics
schedule:date_ics metrics:metric_export metrics:team_export help:guide_file observing:totals_file
tenancy:portrait tenancy:portrait_own tenancy:team_picture introductions:picture recognition:certificate_file
keeping:part_take
"""

# Somebody has to ask for a report first, and the worker to write it; the codes of a card are shown once, when it is
# made. The tests of these rooms open their pages.
ASKED_FIRST = "reports:report_detail cards:card_sheet"

# Asked once more before words are gone for good, within a day of writing them: the demo's people wrote earlier.
WORDS_OF_TODAY = """
pdsa:cycle_forget pdsa:answer_forget pdsa:photo_forget discussion:post_forget discussion:reply_forget
introductions:introduction_forget introductions:hello_forget introductions:note_forget
"""

# The same page as another stop, about an answer in place of a post; or the keeper's, who is no one of the demo's doors.
LIKE_ANOTHER = """
discussion:reply_edit discussion:reply_versions discussion:reply_worry discussion:circle_edit
"""
