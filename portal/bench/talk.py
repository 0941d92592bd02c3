"""What talking costs where much was said: 20 000 posts in 160 teams, as many answers, and a search over all of it.

The same pages with a twentieth of it in 8 teams stand beside, so that the number of queries can be held against each
other. The words are made up of syllables, some of them in nearly every post and most of them in few.
"""

from .pages import GOAL_QUERIES, Opened, Page, measured, of_size
from .table import Line
from .world import MONTHLY, SIZES

POSTS_A_TEAM = 125  # 160 teams: 20 000
GOAL_SEARCH, OF_ROWS = 60, 20_000  # milliseconds of the database for a search through so many rows, 95 of 100 times
OFTEN, SELDOM, UNKNOWN = "lamora", "mipote", "mipotte"
ROUNDS = 9

PAGES = (
    Page("posts", "teacher", "{here}discussion/", 0, None, 0),
    Page("posts, a later page", "teacher", "{here}discussion/?before={before}", 0, None, 0),
    Page("one post with 12 answers", "teacher", "{here}discussion/{post}/", 0, None, 0),
    Page("what waits for an answer", "manager", "{here}discussion/waiting/", 0, None, 0),
    Page("search, a word in few rows", "teacher", "{here}search/?words=" + SELDOM, 0, None, 0),
    Page("search, a word in half of all rows", "teacher", "{here}search/?words=" + OFTEN, 0, None, 0),
    Page("search, two words", "manager", f"{{here}}search/?words={OFTEN}+{SELDOM}", 0, None, 0),
    Page("search, a word with a wrong letter", "teacher", "{here}search/?words=" + UNKNOWN, 0, None, 0),
)

# Triggers, keys and policies are left out: every key is one that was just read.
WORDS = """
SET session_replication_role = replica;
SELECT setseed(0.3);
CREATE TEMP TABLE syllable AS SELECT row_number() OVER () - 1 AS at, s
  FROM unnest('{la,mi,po,te,ra,su,no,ve,ki,do,fa,ju,ce,bo,tu}'::text[]) AS s;
CREATE TEMP TABLE word AS SELECT row_number() OVER (ORDER BY md5(a.s || b.s || c.s)) AS at, a.s || b.s || c.s AS w
  FROM syllable a, syllable b, syllable c;
-- Some words are everywhere, most are rare: the place in the list grows with the fourth power of chance.
CREATE OR REPLACE FUNCTION pg_temp.said(seed bigint, most int) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT string_agg(w, ' ') FROM (
    SELECT 1 + floor(3374 * random() ^ 4)::int AS place FROM generate_series(1, most + 0 * seed)
  ) AS chosen JOIN word ON word.at = chosen.place
$$;
"""

POSTS = """
INSERT INTO discussion_post (
  id, organization_id, version, created_at, collaborative_id, team_id, author_id, audience, language, author_role, text,
  title, kind, who, link, posted_at, active_at)
SELECT uuidv7(-n.age), t.organization_id, 1, now(), t.collaborative_id, t.id, m.person_id,
       CASE WHEN n.number % 5 = 0 THEN 'team' ELSE 'all' END,
       CASE WHEN n.number % 4 = 0 THEN 'es' ELSE 'en' END, 'teacher',
       pg_temp.said(n.number, 40) || CASE WHEN n.number % 2 = 0 THEN ' {often}' ELSE '' END
         || CASE WHEN n.number = 7 THEN ' {seldom}' ELSE '' END,
       pg_temp.said(n.number, 4), CASE WHEN n.number % 3 = 0 THEN 'question' ELSE 'words' END, '', '',
       now() - n.age, now() - n.age
  FROM tenancy_team AS t
  JOIN tenancy_collaborative AS c ON c.id = t.collaborative_id AND c.slug = ANY('{places}')
 CROSS JOIN LATERAL (SELECT person_id FROM tenancy_membership AS one WHERE one.team_id = t.id LIMIT 1) AS m
 CROSS JOIN LATERAL (SELECT number, (random() * 400 + number * 0.01) * interval '1 day' AS age
                       FROM generate_series(1, {posts}) AS number) AS n;
"""

# Most posts have an answer or two, one in a hundred has a dozen; every sixth waits.
ANSWERS = """
INSERT INTO discussion_postreply (
  id, organization_id, version, created_at, collaborative_id, team_id, author_id, audience, language, author_role, text,
  post_id, kind, replied_at)
SELECT uuidv7(), p.organization_id, 1, now(), p.collaborative_id, p.team_id, p.answered_by, p.audience, p.language,
       'teacher',
       pg_temp.said(n, 25), p.id, 'answer', p.posted_at + interval '1 hour'
  FROM (SELECT *, row_number() OVER everything AS at,
               COALESCE(lead(author_id, 7) OVER everything, author_id) AS answered_by
          FROM discussion_post WHERE title <> '' WINDOW everything AS (PARTITION BY collaborative_id ORDER BY id)) AS p
 CROSS JOIN LATERAL generate_series(1, CASE WHEN p.at % 100 = 1 THEN 12 WHEN p.at % 6 = 0 THEN 0 ELSE 1 END) AS n;
"""

ANSWERED = """
SELECT p.id::text || ' ' || to_char(p.active_at, 'YYYY-MM-DD"T"HH24:MI:SS') || '%2B00:00_' || p.id::text
  FROM discussion_post AS p JOIN tenancy_collaborative AS c ON c.id = p.collaborative_id
 WHERE c.slug = '{place}' AND p.audience = 'all' AND p.title <> ''
   AND (SELECT count(*) FROM discussion_postreply AS r WHERE r.post_id = p.id) = 12
 ORDER BY p.active_at LIMIT 1
"""
SAID = "SELECT count(*) FROM discussion_{table} AS p JOIN tenancy_collaborative AS c ON c.id = p.collaborative_id" \
       " WHERE c.slug = '{place}'"  # fmt: skip


def talk_lines(world, scratch) -> list[Line]:
    """Lines of the table: each page in a small and a large collaborative where people talk a lot."""
    places = {size: world.place(size, MONTHLY) for size in SIZES}
    fill(scratch, [place.collaborative for place in places.values()])
    rest = {size: _of_the_address(scratch, place.collaborative) for size, place in places.items()}
    large = places[SIZES[1]].collaborative
    posts, answers = (scratch.sql(SAID.format(table=table, place=large)).strip() for table in ("post", "postreply"))
    said = Line(f"talk: posts and answers in {SIZES[1]} teams", posts, answers)
    return [said, *[line for page in PAGES for line in _lines(page, places, rest, int(posts) + int(answers))]]


def fill(scratch, places) -> None:
    values = {"places": "{" + ",".join(places) + "}", "posts": POSTS_A_TEAM, "often": OFTEN, "seldom": SELDOM}
    scratch.sql(WORDS + POSTS.format(**values) + ANSWERS)
    scratch.sql("VACUUM ANALYZE discussion_post, discussion_postreply")


def _of_the_address(scratch, place):
    """A post with a dozen answers, and a place far down in the list."""
    post, before = scratch.sql(ANSWERED.format(place=place)).split()
    return {"post": post, "before": before}


def _lines(page, places, rest, rows):
    found = {size: measured(Opened(page, place, **rest[size]), ROUNDS) for size, place in places.items()}
    few, many = (found[size]["queries"] for size in SIZES)
    door = found[SIZES[1]]["door"]
    counted = Line(
        f"talk: {page.name}: queries of its own in {SIZES[0]} and {SIZES[1]} teams (door and frame: {door})",
        str(few), str(many), "same" if few == many else "differs", f"same, {GOAL_QUERIES} or fewer",
        few == many and many <= GOAL_QUERIES,
    )  # fmt: skip
    lines = [counted, *[line for size in SIZES for line in of_size(f"talk: {page.name}, {size} teams", found[size])]]
    if page.name.startswith("search") and UNKNOWN not in page.address:  # with a wrong letter there are two searches
        most = found[SIZES[1]]["sql_p95"] * 1000 * OF_ROWS / rows
        what = f"talk: {page.name}, {SIZES[1]} teams: the database alone for each {OF_ROWS} rows, 95 of 100 times"
        lines.append(Line(what, f"{most:.1f} ms", "", "", f"{GOAL_SEARCH} ms or less", most <= GOAL_SEARCH))
    return lines
