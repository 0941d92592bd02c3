"""The one permission table: which role may do what, and how far. Pages, API, tasks, exports and feeds read it.

A row names a resource and a verb; the columns are the roles; each cell is a scope (see `enums.Scope`), `none` written
out as `-`. Things with an audience have a row for each rung of the ladder. A person who holds several memberships has
the union. The help page "who can see and do what" is made from this table, so a change here is a change of the promise.

Columns: OA organization admin, IT project team, FC faculty coach, SL senior leader, TL team leader, TE teacher,
FP family partner, DI director outside the team, OB observer, AP applicant.
"""

from .enums import Role

COLUMNS = (
    Role.ORGANIZATION_ADMIN,
    Role.IMPLEMENTATION_TEAM,
    Role.FACULTY_COACH,
    Role.SENIOR_LEADER,
    Role.TEAM_LEADER,
    Role.TEACHER,
    Role.FAMILY_PARTNER,
    Role.DIRECTOR,
    Role.OBSERVER,
    Role.APPLICANT,
)

TABLE = """
resource            verb     OA         IT         FC         SL         TL         TE         FP         DI         OB         AP

# The place itself
organization        read     all        all        all        all        all        all        all        all        all        all
organization        write    all        -          -          -          -          -          -          -          -          -
collaborative       read     all        all        all        all        all        all        all        all        all        -
collaborative       write    all        all        -          -          -          -          -          -          -          -
house               read     all        all        -          -          -          -          -          -          -          -
house               write    all        all        -          -          -          -          -          -          -          -
center              read     all        all        all        all        all        all        all        all        -          -
center              write    all        all        -          team       team       -          -          team       -          -
team                read     all        all        all        all        all        all        all        all        -          -
team                write    all        all        -          team       team       team       team       -          -          -

# People: everybody in a collaborative may know who is who; phones and mail are for who works together
person              read     all        all        all        all        all        all        all        all        -          -
person              write    all        all        own        own        own        own        own        own        own        own
contact             read     all        all        assigned   team       team       team       team       -          -          -
contact.staff       read     all        all        all        all        all        all        all        all        all        -
membership          read     all        all        all        all        all        all        all        all        -          -
membership          write    all        all        -          -          team       -          -          -          -          -
assignment          read     all        all        all        all        all        all        all        all        -          -
assignment          write    all        all        -          -          -          -          -          -          -          -
invitation          read     all        all        -          team       team       -          -          -          -          -
invitation          write    all        all        -          team       team       -          -          -          -          -
card                read     -          all        -          -          team       -          -          -          -          -
card                write    -          all        -          -          team       -          -          -          -          -
tablet              read     -          all        -          team       team       team       team       -          -          -
tablet              write    -          all        -          -          team       -          -          -          -          -
pin                 read     -          -          -          own        own        own        own        -          -          -
pin                 write    -          -          -          own        own        own        own        -          -          -
affinity_group      read     all        all        all        all        all        all        all        -          -          -
affinity_group      write    all        all        -          -          -          -          -          -          -          -
agreement           read     all        all        all        all        all        all        all        all        -          -
agreement           write    -          all        -          -          -          -          -          -          -          -
pause               read     -          all        assigned   team       team       team       team       -          -          -
pause               write    -          -          -          team       team       team       team       -          -          -

# Who we are: whom to ask, what coaches bring, first words about oneself, what a team shows of itself
directory           read     all        all        all        all        all        all        all        all        -          -
directory           write    all        all        -          -          -          -          -          -          -          -
perspective         read     all        all        all        all        all        all        all        all        -          -
perspective         write    -          own        own        -          -          -          -          -          -          -
introduction.all    read     -          all        all        all        all        all        all        all        -          -
introduction.all    comment  -          all        all        all        all        all        all        -          -          -
introduction.all    write    -          own        own        own        own        own        own        -          -          -
introduction.group  read     -          group      group      group      group      group      group      -          -          -
introduction.group  comment  -          group      group      group      group      group      group      -          -          -
introduction.group  write    -          own        own        own        own        own        own        -          -          -
introduction.team   read     -          -          -          team       team       team       team       -          -          -
introduction.team   comment  -          -          -          team       team       team       team       -          -          -
introduction.team   write    -          -          -          own        own        own        own        -          -          -
introduction.faculty read    -          all        all        -          -          -          -          -          -          -
introduction.faculty comment -          all        all        -          -          -          -          -          -          -
introduction.faculty write   -          own        own        -          -          -          -          -          -          -
storyboard.team     read     -          -          -          team       team       team       team       -          -          -
storyboard.team     write    -          -          -          team       team       team       team       -          -          -
storyboard.team     share    -          -          -          team       team       team       team       -          -          -
storyboard.all      read     -          all        all        all        all        all        all        all        -          -
storyboard.all      comment  -          all        all        all        all        all        all        -          -          -
storyboard.all      write    -          -          -          team       team       team       team       -          -          -
storyboard.all      share    -          -          -          team       team       team       team       -          -          -
support             read     all        all        all        all        all        all        all        all        -          -
support             write    -          all        -          -          -          -          -          -          -          -
ledger              read     -          own        own        own        own        own        own        -          -          -
comfort             read     -          own        own        own        own        own        own        -          -          -
comfort             write    -          own        own        own        own        own        own        -          -          -

# How the project team works with each other, first calls the centers, and says goodbye to one that leaves
project_team        read     all        all        -          -          -          -          -          -          -          -
project_team        write    all        all        -          -          -          -          -          -          -          -
skill               read     -          all        -          -          -          -          -          -          -          -
skill               write    -          own        -          -          -          -          -          -          -          -
departure           read     -          all        -          -          -          -          -          -          -          -
departure           write    -          all        -          -          -          -          -          -          -          -
own_part            export   -          all        -          team       team       -          -          -          -          -
welcome_call        read     -          all        -          -          -          -          -          -          -          -
welcome_call        write    -          all        -          -          -          -          -          -          -          -
looking_on          read     all        all        -          -          -          -          -          -          own        -
looking_on          write    all        -          -          -          -          -          -          -          -          -

# What the collaborative shares: framework, words, dates
framework           read     all        all        all        all        all        all        all        all        all        -
framework           write    all        all        -          -          -          -          -          -          -          -
schedule            read     all        all        all        all        all        all        all        all        all        -
schedule            write    all        all        -          -          -          -          -          -          -          -
closure             read     all        all        all        all        all        all        all        all        -          -
closure             write    all        all        -          team       team       -          -          -          -          -

# What is asked of us: read by every member; a team's part is its own and of those who walk with it
asked               read     all        all        all        all        all        all        all        all        -          -
asked               write    -          all        -          -          -          -          -          -          -          -
signature.team_staff read    -          all        assigned   team       team       team       team       -          -          -
signature.team_staff write   -          -          -          own        own        own        own        -          -          -
signature.all       read     all        all        all        all        all        all        all        all        -          -
signature.all       write    -          own        -          -          -          -          -          -          -          -
prework.team_staff  read     -          all        assigned   team       team       team       team       -          -          -
prework.team_staff  comment  -          all        -          -          -          -          -          -          -          -
prework.team_staff  write    -          -          -          team       team       team       team       -          -          -
tick                read     -          -          assigned   team       team       team       team       -          -          -
tick                write    -          -          -          team       team       team       team       -          -          -
slot.group          read     -          all        group      group      group      group      group      -          -          -
slot.group          comment  -          -          -          group      group      group      group      -          -          -
slot.group          write    -          all        group      -          -          -          -          -          -          -
slot_answer.group   read     -          group      group      group      group      group      group      -          -          -
slot_answer.group   write    -          -          -          own        own        own        own        -          -          -
trial.faculty       read     -          all        all        -          -          -          -          -          -          -
trial.faculty       write    -          all        all        -          -          -          -          -          -          -

# What we're trying: the ladder, rung by rung. Whoever leads a try posts it and says who sees it.
try.self            read     -          -          -          own        own        own        own        -          -          -
try.self            write    -          -          -          own        own        own        own        -          -          -
try.self            share    -          -          -          own        own        own        own        -          -          -
try.group           read     -          group      group      group      group      group      group      -          -          -
try.group           comment  -          group      group      group      group      group      group      -          -          -
try.group           write    -          -          -          own        own        own        own        -          -          -
try.group           share    -          -          -          own        own        own        own        -          -          -
try.team            read     -          -          -          team       team       team       team       -          -          -
try.team            comment  -          -          -          team       team       team       team       -          -          -
try.team            write    -          -          -          team       team       team       team       -          -          -
try.team            share    -          -          -          own        own        own        own        -          -          -
try.team_staff      read     -          all        assigned   team       team       team       team       -          -          -
try.team_staff      comment  -          all        assigned   team       team       team       team       -          -          -
try.team_staff      write    -          -          -          team       team       team       team       -          -          -
try.team_staff      share    -          -          -          own        own        own        own        -          -          -
try.all             read     all        all        all        all        all        all        all        all        -          -
try.all             comment  -          all        all        all        all        all        all        -          -          -
try.all             write    -          -          -          team       team       team       team       -          -          -
try.all             share    -          -          -          own        own        own        own        -          -          -
priority            read     -          all        all        all        all        all        all        all        -          -
priority            write    -          -          -          team       team       team       team       -          -          -
spread              read     -          all        assigned   team       team       team       team       -          -          -
spread              write    -          -          -          team       team       -          -          -          -          -
voices              read     -          -          -          -          own        -          -          -          -          -
voices              write    -          -          -          -          own        -          -          -          -          -
need                read     -          -          -          team       team       team       team       -          -          -
need                write    -          -          -          team       team       team       team       -          -          -

# Our numbers: by name as far as the teams' agreement goes, beyond it in totals
metric              read     all        all        all        all        all        all        all        all        all        -
metric              write    -          all        -          -          -          -          -          -          -          -
number              read     -          all        assigned   team       team       team       team       team       -          -
number              comment  -          all        assigned   team       team       team       team       -          -          -
number              write    -          -          -          team       team       team       team       -          -          -
number              export   -          all        assigned   team       team       -          -          team       -          -
middle_line         read     aggregate  aggregate  aggregate  aggregate  aggregate  aggregate  aggregate  aggregate  aggregate  -
report              read     -          all        assigned   team       team       team       team       team       -          -
report              write    -          all        assigned   team       team       -          -          -          -          -

# Learn together; `share` is looking after the place: taking down what somebody else wrote there
post.all            read     -          all        all        all        all        all        all        all        -          -
post.all            comment  -          all        all        all        all        all        all        -          -          -
post.all            write    -          all        all        all        all        all        all        -          -          -
post.all            share    -          all        -          -          -          -          -          -          -          -
post.group          read     -          group      group      group      group      group      group      -          -          -
post.group          comment  -          group      group      group      group      group      group      -          -          -
post.group          write    -          group      group      group      group      group      group      -          -          -
post.group          share    -          group      group      -          -          -          -          -          -          -
post.team           read     -          -          -          team       team       team       team       -          -          -
post.team           comment  -          -          -          team       team       team       team       -          -          -
post.team           write    -          -          -          team       team       team       team       -          -          -
post.team           share    -          -          -          -          team       -          -          -          -          -
post.faculty        read     -          all        all        -          -          -          -          -          -          -
post.faculty        comment  -          all        all        -          -          -          -          -          -          -
post.faculty        write    -          all        all        -          -          -          -          -          -          -
post.faculty        share    -          all        -          -          -          -          -          -          -          -
shelf               read     all        all        all        all        all        all        all        all        all        -
shelf               write    -          all        all        all        all        all        all        -          -          -
shelf               share    -          all        -          -          -          -          -          -          -          -
shelf_use           read     -          all        all        all        all        all        all        all        -          -
shelf_use           write    -          -          -          team       team       team       team       -          -          -
circle              read     -          all        all        all        all        all        all        -          -          -
circle              write    -          own        own        own        own        own        own        -          -          -
circle_member       read     -          own        own        own        own        own        own        -          -          -
circle_member       write    -          own        own        own        own        own        own        -          -          -
weekly_question     read     -          all        all        -          -          -          -          -          -          -
weekly_question     write    -          all        all        -          -          -          -          -          -          -
guidance            read     -          all        all        -          -          -          -          -          -          -
guidance            write    -          all        -          -          -          -          -          -          -          -
# The newsletter: the project team writes it, everybody reads what was sent; a guest writes a few lines for it
letter.faculty      read     -          all        -          -          -          -          -          -          -          -
letter.faculty      write    -          all        -          -          -          -          -          -          -          -
letter.all          read     -          all        all        all        all        all        all        all        -          -
guest_words         read     -          own        own        own        own        own        own        -          -          -
guest_words         write    -          own        own        own        own        own        own        -          -          -
recognition         read     all        all        all        all        all        all        all        all        -          -
recognition         write    -          all        -          -          -          -          -          -          -          -
certificate         read     -          all        own        own        team       own        own        -          -          -

# What worries somebody about words: for whom it says; of the project team, for who has shared learning in hand alone
worry               read     -          all        own        own        own        own        own        own        -          -
worry               write    -          own        own        own        own        own        own        own        -          -
worry               share    -          all        -          -          -          -          -          -          -          -
care_step           read     -          all        own        own        own        own        own        own        -          -

# The project team's own reflection, and whom to phone
noticing            read     -          all        -          -          -          -          -          -          -          -
noticing            write    -          all        -          -          -          -          -          -          -          -
friendly_call       read     -          all        -          -          -          -          -          -          -          -
friendly_call       write    -          all        -          -          -          -          -          -          -          -

# One's own things, for whoever signs in
draft               read     own        own        own        own        own        own        own        own        own        own
draft               write    own        own        own        own        own        own        own        own        own        own
history             read     own        own        own        own        own        own        own        own        own        own
trash               read     -          own        own        own        own        own        own        -          -          -
trash               write    -          own        own        own        own        own        own        -          -          -
home                read     all        all        all        all        all        all        all        all        all        all
profile             read     own        own        own        own        own        own        own        own        own        own
profile             write    own        own        own        own        own        own        own        own        own        own
"""  # noqa: E501 (a table is read across)
