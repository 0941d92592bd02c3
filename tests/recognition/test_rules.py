import datetime

import pytest

from portal.recognition.rules import Span, took_part

DAY = datetime.date
TODAY = DAY(2026, 11, 24)


@pytest.mark.parametrize(
    ("starts", "ends", "closed", "span"),
    [
        (DAY(2026, 3, 1), None, None, Span(DAY(2026, 3, 1), TODAY, False)),
        (TODAY, None, None, Span(TODAY, TODAY, False)),
        (DAY(2026, 3, 1), DAY(2026, 6, 30), None, Span(DAY(2026, 3, 1), DAY(2026, 6, 30), True)),
        (DAY(2026, 3, 1), None, DAY(2026, 9, 30), Span(DAY(2026, 3, 1), DAY(2026, 9, 30), True)),
        (DAY(2026, 3, 1), DAY(2026, 10, 31), DAY(2026, 9, 30), Span(DAY(2026, 3, 1), DAY(2026, 9, 30), True)),
        (DAY(2026, 3, 1), DAY(2027, 1, 31), None, Span(DAY(2026, 3, 1), TODAY, False)),
        (DAY(2026, 10, 5), None, DAY(2026, 9, 30), Span(DAY(2026, 10, 5), DAY(2026, 10, 5), True)),
        (DAY(2026, 11, 25), None, None, None),
    ],
)
def test_the_days_somebody_took_part_as_far_as_they_are_known(starts, ends, closed, span):
    assert took_part(starts, ends, closed, TODAY) == span
