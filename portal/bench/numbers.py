"""Numbers for every team, metric and period of the bench's world, written by one statement of the database."""

# Rows lie in the order of time, as they come in; four in a hundred never came. Triggers and keys are left out:
# no page reads the history, and every key is one that was just read.
OBSERVATIONS = """
SET session_replication_role = replica;
SELECT setseed(0.7);
INSERT INTO metrics_observation (
  id, organization_id, version, created_at, language, team_id, definition_id, kind, collect, period_start, subgroup,
  numerator, denominator, not_this_time, rooms_covered, note, source, entered_by_id, entered_at)
SELECT uuidv7(), t.organization_id, 1, now(), 'en', t.id, v.id, v.kind, v.collect, p.start, '',
       least(46, (12 + 14 * random() + 10 * (p.back < {weeks} / 3)::int))::int, 46, '', '[]', '', 'typed',
       (SELECT person_id FROM tenancy_membership AS one WHERE one.team_id = t.id LIMIT 1), now()
  FROM tenancy_team AS t
  JOIN metrics_metric AS m ON m.collaborative_id = t.collaborative_id
  JOIN metrics_metricversion AS v ON v.metric_id = m.id
 CROSS JOIN LATERAL generate_series(1, CASE v.collect WHEN 'week' THEN {weeks} ELSE {months} END) AS g(back)
 CROSS JOIN LATERAL (SELECT g.back, CASE v.collect
       WHEN 'week' THEN date_trunc('week', current_date)::date - 7 * g.back
       ELSE (date_trunc('month', current_date) - g.back * interval '1 month')::date END) AS p(back, start)
 WHERE random() > 0.04
 ORDER BY p.start;
"""

MIDDLE_LINES = """
INSERT INTO metrics_middleline (
  id, organization_id, version, created_at, metric_id, period_start, value, centers, computed_at)
SELECT uuidv7(), o.organization_id, 1, now(), v.metric_id, o.period_start,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY o.numerator::float / o.denominator), count(*), now()
  FROM metrics_observation AS o JOIN metrics_metricversion AS v ON v.id = o.definition_id
 GROUP BY o.organization_id, v.metric_id, o.period_start HAVING count(*) >= 5;
"""


def fill(scratch, periods) -> None:
    """Count everything everywhere, then let the database look at what it has, as it does by itself in time."""
    scratch.sql(OBSERVATIONS.format(weeks=periods["week"], months=periods["month"]) + MIDDLE_LINES)
    scratch.sql("VACUUM ANALYZE")
