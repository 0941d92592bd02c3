"""What comes back where a center cannot leave as it was typed."""

import datetime

import pytest

from tests.tenancy.entering import reread

TODAY = datetime.date.today()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"words_after": ""}, "Please ask the center, and choose what it wants."),
        ({"words_after": "burned"}, "“burned” cannot be chosen here."),
        ({"left_on": (TODAY + datetime.timedelta(days=1)).isoformat()}, "That day is still to come."),
        ({"left_on": "2001-01-01"}, "Please choose a day of the last year"),
        ({"left_on": "when the snow came"}, "Please choose a day."),
        ({"reasons": ["bad people"]}, "“bad people” cannot be chosen here."),
        ({"lessons": "x" * 2001}, "Up to 2000 letters fit here"),
    ],
)
def test_a_form_that_cannot_be_comes_back_with_what_to_do_and_nobody_leaves(organization, team, leaves, values, said):
    answer = leaves(**values)

    assert (answer.status_code, said in answer.content.decode()) == (200, True)
    assert reread(organization, team).left_on is None
