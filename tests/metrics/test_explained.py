from django.utils.translation import override

from metrics.enums import Kind
from metrics.explained import how_sure
from metrics.rules.run_chart import run_chart


def test_where_every_point_lies_on_the_line_nothing_is_said_of_runs():
    for language in ("en", "es"):
        with override(language):
            said = how_sure(run_chart([0.5] * 12), Kind.PERCENTAGE)
        assert len(said) == 3
        assert "None" not in " ".join(said)
