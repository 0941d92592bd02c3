"""What each role may do, written a second time by hand, out of the field's own words and not out of the table in
`collaborative/tenancy/permission_table.py`: flipping a cell there makes a test here fail.

One line a resource and relation: `resource | relation | ROLES: verbs; ROLES: verbs`. Relations of a row to a person:
author (she wrote it, in her team), own (her team or center; a coach's assigned center), group (her role group, written
by someone of another team), other (another team of her collaborative), elsewhere (another collaborative of the same
organization). What is not written here is nothing; rows of another organization are nothing for everybody.
Verbs: r read, c answer, w write, s share, x take out, a totals only.
"""

ROLE_CODES = {
    "OA": "organization_admin",
    "IT": "implementation_team",
    "FC": "faculty_coach",
    "SL": "senior_leader",
    "TL": "team_leader",
    "TE": "teacher",
    "FP": "family_partner",
    "DI": "director",
    "OB": "observer",
    "AP": "applicant",
}
VERBS = {"r": "read", "c": "comment", "w": "write", "s": "share", "x": "export", "a": "read"}

EVERYONE = "OA IT FC SL TL TE FP DI OB"
MEMBERS = "IT FC SL TL TE FP"

EXPECTED = f"""
organization    | author other own group | OA: rw; IT FC SL TL TE FP DI OB AP: r
organization    | elsewhere | OA: rw
collaborative   | author own other group | OA IT: rw; FC SL TL TE FP DI OB: r
collaborative   | elsewhere | OA: rw
house           | author own other group | OA IT: rw
house           | elsewhere | OA: rw
center          | author own group | OA IT SL TL DI: rw; FC TE FP: r
center          | other | OA IT: rw; FC SL TL TE FP DI: r
center          | elsewhere | OA: rw
team            | author own group | OA IT SL TL TE FP: rw; FC DI: r
team            | other | OA IT: rw; FC SL TL TE FP DI: r
team            | elsewhere | OA: rw

person          | author | OA IT FC SL TL TE FP DI: rw; OB AP: w
person          | own other group | OA IT: rw; FC SL TL TE FP DI: r
person          | elsewhere | OA: rw
contact         | author own group | OA IT FC SL TL TE FP: r
contact         | other | OA IT: r
contact         | elsewhere | OA: r
contact.staff   | author own other group | {EVERYONE}: r
contact.staff   | elsewhere | OA: r
membership      | author own group | OA IT TL: rw; FC SL TE FP DI: r
membership      | other | OA IT: rw; FC SL TL TE FP DI: r
membership      | elsewhere | OA: rw
assignment      | author own other group | OA IT: rw; FC SL TL TE FP DI: r
assignment      | elsewhere | OA: rw
invitation      | author own group | OA IT SL TL: rw
invitation      | other | OA IT: rw
invitation      | elsewhere | OA: rw
card            | author own group | IT TL: rw
card            | other | IT: rw
tablet          | author own group | IT TL: rw; SL TE FP: r
tablet          | other | IT: rw
pin             | author | SL TL TE FP: rw
affinity_group  | author own other group | OA IT: rw; FC SL TL TE FP: r
affinity_group  | elsewhere | OA: rw
agreement       | author own other group | IT: rw; OA FC SL TL TE FP DI: r
agreement       | elsewhere | OA: r
pause           | author own group | SL TL TE FP: rw; IT FC: r
pause           | other | IT: r

directory       | author own other group | OA IT: rw; FC SL TL TE FP DI: r
directory       | elsewhere | OA: rw
perspective     | author | IT FC: rw; OA SL TL TE FP DI: r
perspective     | own other group | OA {MEMBERS} DI: r
perspective     | elsewhere | OA: r
introduction.all     | author | {MEMBERS}: rcw; DI: r
introduction.all     | own other group | {MEMBERS}: rc; DI: r
introduction.group   | author | {MEMBERS}: rcw
introduction.group   | group | {MEMBERS}: rc
introduction.team    | author | SL TL TE FP: rcw
introduction.team    | own group | SL TL TE FP: rc
introduction.faculty | author | IT FC: rcw
introduction.faculty | own other group | IT FC: rc
storyboard.team | author own group | SL TL TE FP: rws
storyboard.all  | author own group | SL TL TE FP: rcws; IT FC: rc; DI: r
storyboard.all  | other | {MEMBERS}: rc; DI: r
support         | author own other group | IT: rw; OA FC SL TL TE FP DI: r
support         | elsewhere | OA: r
ledger          | author | {MEMBERS}: r
comfort         | author | {MEMBERS}: rw
project_team    | author own other group | OA IT: rw
project_team    | elsewhere | OA: rw
skill           | author | IT: rw
skill           | own other group | IT: r
welcome_call    | author own other group | IT: rw
departure       | author own other group | IT: rw
own_part        | author own group | IT SL TL: x
own_part        | other | IT: x
spread          | author own group | IT FC TE FP: r; SL TL: rw
spread          | other | IT: r
voices          | author | TL: rw

framework       | author own other group | OA IT: rw; FC SL TL TE FP DI OB: r
framework       | elsewhere | OA: rw
schedule        | author own other group | OA IT: rw; FC SL TL TE FP DI OB: r
schedule        | elsewhere | OA: rw
closure         | author own group | OA IT SL TL: rw; FC TE FP DI: r
closure         | other | OA IT: rw; FC SL TL TE FP DI: r
closure         | elsewhere | OA: rw

asked           | author own other group | IT: rw; OA FC SL TL TE FP DI: r
asked           | elsewhere | OA: r
signature.team_staff | author | SL TL TE FP: rw; IT FC: r
signature.team_staff | own group | SL TL TE FP IT FC: r
signature.team_staff | other | IT: r
signature.all   | author | IT: rw; OA FC SL TL TE FP DI: r
signature.all   | own other group | OA IT FC SL TL TE FP DI: r
signature.all   | elsewhere | OA: r
prework.team_staff | author own group | SL TL TE FP: rw; IT: rc; FC: r
prework.team_staff | other | IT: rc
tick            | author own group | SL TL TE FP: rw; FC: r
slot.group      | author group | IT: rw; FC: rw; SL TL TE FP: rc
slot.group      | own other | IT: rw
slot_answer.group | author | SL TL TE FP: rw; IT FC: r
slot_answer.group | group | IT FC SL TL TE FP: r
trial.faculty   | author own other group | IT FC: rw

try.self        | author | SL TL TE FP: rws
try.group       | author | SL TL TE FP: rcws; IT FC: rc
try.group       | group | IT FC SL TL TE FP: rc
try.team        | author | SL TL TE FP: rcws
try.team        | own group | SL TL TE FP: rcw
try.team_staff  | author | SL TL TE FP: rcws; IT FC: rc
try.team_staff  | own group | SL TL TE FP: rcw; IT FC: rc
try.team_staff  | other | IT: rc
try.all         | author | SL TL TE FP: rcws; IT FC: rc; OA DI: r
try.all         | own group | SL TL TE FP: rcw; IT FC: rc; OA DI: r
try.all         | other | {MEMBERS}: rc; OA DI: r
try.all         | elsewhere | OA: r
priority        | author own group | SL TL TE FP: rw; IT FC DI: r
priority        | other | {MEMBERS} DI: r
need            | author own group | SL TL TE FP: rw

metric          | author own other group | IT: rw; OA FC SL TL TE FP DI OB: r
metric          | elsewhere | OA: r
number          | author own group | SL TL: rcwx; TE FP: rcw; IT FC: rcx; DI: rx
number          | other | IT: rcx
report          | author own group | IT FC SL TL: rw; TE FP DI: r
report          | other | IT: rw

post.all        | author own other group | IT: rcws; FC SL TL TE FP: rcw; DI: r
post.group      | author group | IT FC: rcws; SL TL TE FP: rcw
post.team       | author own group | TL: rcws; SL TE FP: rcw
post.faculty    | author own other group | IT: rcws; FC: rcw
shelf           | author own other group | IT: rws; FC SL TL TE FP: rw; OA DI OB: r
shelf           | elsewhere | OA: r
shelf_use       | author own group | SL TL TE FP: rw; IT FC DI: r
shelf_use       | other | {MEMBERS} DI: r
circle          | author | {MEMBERS}: rw
circle          | own other group | {MEMBERS}: r
circle_member   | author | {MEMBERS}: rw
weekly_question | author own other group | IT FC: rw
guidance        | author own other group | IT: rw; FC: r
letter.faculty  | author own other group | IT: rw
letter.all      | author own other group | {MEMBERS} DI: r
guest_words     | author | {MEMBERS}: rw
looking_on      | author own other group | OA: rw; IT: r
looking_on      | author | OB: r
looking_on      | elsewhere | OA: rw
recognition     | author own other group | IT: rw; OA FC SL TL TE FP DI: r
recognition     | elsewhere | OA: r
certificate     | author | IT FC SL TL TE FP: r
certificate     | own group | IT TL: r
certificate     | other | IT: r
worry           | author | IT: rws; FC SL TL TE FP DI: rw
worry           | own other group | IT: rs
care_step       | author | {MEMBERS} DI: r
care_step       | own other group | IT: r
noticing        | author own other group | IT: rw
friendly_call   | author own other group | IT: rw

draft           | author | OA IT FC SL TL TE FP DI OB AP: rw
history         | author | OA IT FC SL TL TE FP DI OB AP: r
trash           | author | IT FC SL TL TE FP: rw
home            | author own other group | OA IT FC SL TL TE FP DI OB AP: r
home            | elsewhere | OA: r
profile         | author | OA IT FC SL TL TE FP DI OB AP: rw
"""

# Read in totals of many centers only; no row of it is anybody's.
TOTALS_ONLY = ("middle_line",)


def expected_rights():
    """{(resource, relation, role, verb)} that are allowed."""
    allowed = set()
    for line in EXPECTED.strip().splitlines():
        if not line.strip():
            continue
        resource, relations, grants = (part.strip() for part in line.split("|"))
        for grant in grants.split(";"):
            codes, verbs = grant.split(":")
            for code in codes.split():
                for relation in relations.split():
                    for verb in verbs.strip():
                        allowed.add((resource, relation, ROLE_CODES[code], VERBS[verb]))
    return allowed
