"""The column `found_by` of tables whose models do not know it, as expressions for their querysets."""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, F, FloatField, Func, Value
from django.db.models.expressions import CombinedExpression

VECTOR = SearchVectorField()


class FoundBy(Func):
    """The words a row is found by: its own, or those of the row at the end of `path`."""

    def __init__(self, path=""):
        # Any column of the table says under which name it stands in the query.
        super().__init__(F(f"{path}__hidden_at" if path else "hidden_at"), output_field=VECTOR)

    def as_sql(self, compiler, connection, **extra):
        (column,) = self.source_expressions
        return f'{compiler.quote_name_unless_alias(column.alias)}."found_by"', []


class OrNothing(Func):
    """A vector that may not be there."""

    template = "COALESCE(%(expressions)s, ''::tsvector)"

    def __init__(self, vector):
        super().__init__(vector, output_field=VECTOR)


class TitleOf(Func):
    """A vector with the words of its title alone, as they were written."""

    template = "ts_filter(%(expressions)s, '{a}')"

    def __init__(self, vector):
        super().__init__(vector, output_field=VECTOR)


class WordsOf(Func):
    """Words that stand in no table, such as the name of a role."""

    template = "setweight(to_tsvector('search_simple', %(expressions)s), 'B')"

    def __init__(self, text):
        super().__init__(Value(text), output_field=VECTOR)


def beside(first, *others):
    """Several vectors as one."""
    for other in others:
        first = CombinedExpression(first, "||", OrNothing(other), output_field=VECTOR)
    return first


class Matches(Func):
    """Whether a vector holds what is asked for."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "

    def __init__(self, vector, query):
        super().__init__(vector, Value(query), output_field=BooleanField())


class Rank(Func):
    """How well it holds it, in twentieths, so that among what is much alike the newest comes first.

    A word of the title counts most; a word as it was typed more than another form of it.
    """

    template = "round(20 * ts_rank('{0.1, 0.4, 0.4, 1.0}', %(expressions)s::tsquery))"

    def __init__(self, vector, query):
        super().__init__(vector, Value(query), output_field=FloatField())


class AmongSought(Func):
    """Whether a row is one of those in a part of the query that comes before; read by its key, few or many."""

    template = "(%(expressions)s = ANY(ARRAY(SELECT id FROM %(part)s)))"

    def __init__(self, key, part):
        super().__init__(F(key), part=part, output_field=BooleanField())
