"""What a template brings and a project team writes is read in Spanish by who reads Spanish: pages, letters, files."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborative.framework.templates import template_phrases
from collaborative.isolation.context import Context, entered
from collaborative.schedule.actions import plan_line
from collaborative.tenancy.enums import CollaborativeState, Role
from collaborative.tenancy.letters import invitation_words
from collaborative.tenancy.models import Membership, Person
from metrics.models import MetricVersion
from portal.reports.story import story_of
from portal.starting.actions import start_collaborative
from tests import factories
from tests.factories.metrics import observation
from tests.factories.tenancy import here
from tests.factories.wording import phrase
from tests.framework.conftest import sign_in
from tests.speaking.pages import READ
from tests.speaking.test_spanish import Spoken

__all__ = ["sign_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.capability("C377", "C036")]

TODAY = datetime.date.today()
MONDAY = TODAY - datetime.timedelta(days=TODAY.weekday())
# Long enough that no other word contains it by chance; without what our own pages and the glossary say as well.
SAID_ELSEWHERE = {"Pyramid Model", "What we promise each other"}
TEMPLATE = frozenset(text for text in template_phrases("bsc-sel")["es"] if len(text) > 12) - SAID_ELSEWHERE
PAGES = """
home/ framework/ framework/?words=everyday framework/drivers/D1/ framework/drivers/D2/ framework/drivers/D3/
framework/drivers/D4/ framework/drivers/D5/ schedule/ schedule/closures/ metrics/ metrics/enter/ metrics/enter/?by=room
metrics/definitions/ metrics/sheet/ metrics/plan/ pdsa/start/ pdsa/ pdsa/working-on/ pdsa/for-the-team/
discussion/write/ discussion/shelf/put/ people/groups/ asked/ asked/expectations/ asked/letter/ asked/prework/
asked/phases/ asked/next-steps/ agreement/
"""

MEASURED = "home/ framework/ framework/drivers/D1/ metrics/ metrics/enter/ schedule/ pdsa/start/"


class Aloud(Spoken):
    """The labels that are read aloud as well, each in the language around it."""

    def handle_starttag(self, tag, attributes):
        super().handle_starttag(tag, attributes)
        if self.inside:
            self.found += [(value, self.inside[-1][1]) for name, value in attributes if value and name in READ]


def from_template(html, language="es"):
    """The template's English texts that a page says in Spanish."""
    reader = Aloud()
    reader.feed(html)
    said = "\n".join(text for text, spoken in reader.found if spoken == language)
    return {text for text in TEMPLATE if text in said}


@pytest.fixture
def house(organization):
    """A collaborative from the template in its first action period, with a number that was counted for a while."""
    first = MONDAY - datetime.timedelta(weeks=20)
    days = [first + datetime.timedelta(days=120 * number) for number in range(4)]
    made = start_collaborative(
        template_key="bsc-sel", name="Feelings First", session_days=days, by=None, on=first, short_name="Feelings First"
    )
    made.practical_supports, made.state = "We pay the bus.", CollaborativeState.RUNNING
    made.save(update_fields=["practical_supports", "state"])
    phrase(made, "We pay the bus.", "Pagamos el autobús.")
    plan_line(collaborative=made, title="Visit", note="Bring bread.", on=TODAY + datetime.timedelta(days=3), by=None)
    phrase(made, "Bring bread.", "Traigan pan.")
    team = factories.team(made)
    with entered(at_work(team)):
        count_for_a_while(team)
    return team


def at_work(team):
    """Where the numbers of a team may be read and written."""
    return Context(organization=team.organization_id, teams=(team.pk,), number_teams=(team.pk,))


def count_for_a_while(team):
    for definition in MetricVersion.objects.select_related("metric").filter(metric__collaborative=team.collaborative):
        if definition.collect == "week" and definition.kind in ("percentage", "count"):
            values = {"numerator": 3} if definition.kind == "count" else {}
            for week in range(1, 14):
                observation(team, definition, MONDAY - datetime.timedelta(weeks=week), on=TODAY, **values)


def reader_of(house, sign_in, role=Role.FAMILY_PARTNER, language="es"):
    member = factories.member(role, collaborative=house.collaborative, team=house)
    Person.objects.filter(pk=member.person_id).update(language=language)
    return sign_in(member.person.user), member


def place_of(house):
    return f"/{here().slug}/{house.collaborative.slug}/"


def test_an_english_text_of_the_template_is_noticed():
    page = '<html lang="es"><h1 title="{0}">x</h1><p lang="en">{0}</p><p>{1}</p></html>'

    found = from_template(page.format("Family Partnership", "Making it last"))
    assert found == {"Family Partnership", "Making it last"}
    assert from_template(page.format("x", "Trabajo con las familias")) == set()


@pytest.mark.parametrize("role", [Role.FAMILY_PARTNER, Role.TEACHER])
def test_no_page_says_a_text_of_the_template_in_english(house, sign_in, role):
    client, _member = reader_of(house, sign_in, role)
    place, found, opened = place_of(house), {}, []

    for path in PAGES.split():
        response = client.get(place + path.removeprefix("home/"))
        opened.append((path, response.status_code))
        for text in from_template(response.content.decode()):
            found.setdefault(text, path)

    assert found == {}
    assert [path for path, status in opened if status != 200] == []


def test_what_nobody_has_said_in_spanish_says_that_it_is_english(house, sign_in):
    client, _member = reader_of(house, sign_in)

    home = client.get(place_of(house)).content.decode()

    assert '<span lang="en">Visit</span>' in home and "Traigan pan." in home
    assert "Pagamos el autobús." in home and "We pay the bus." not in home
    assert "Período de acción 2" in home


def test_charts_of_one_number_speak_spanish(house, sign_in):
    client, _member = reader_of(house, sign_in, Role.TEACHER)
    place = place_of(house)
    with entered(Context(organization=house.organization_id)):
        metrics = {row.metric_id for row in MetricVersion.objects.filter(metric__collaborative=house.collaborative)}

    seen = [client.get(f"{place}metrics/{metric}/").content.decode() for metric in sorted(metrics, key=str)]

    assert set().union(*map(from_template, seen)) == set()
    assert any("Familias con las que conversamos de ida y vuelta" in html for html in seen)


def test_another_language_costs_one_query_a_page_and_ones_own_none(house, sign_in):
    client, member = reader_of(house, sign_in, Role.TEACHER)
    place, counted = place_of(house), {}
    for language in ("en", "es"):
        with entered(Context(organization=house.organization_id)):
            Person.objects.filter(pk=member.person_id).update(language=language)
        for path in MEASURED.split():
            path = path.removeprefix("home/")
            client.get(place + path)
            with CaptureQueriesContext(connection) as queries:
                client.get(place + path)
            book = [query for query in queries.captured_queries if '"wording_phrase"' in query["sql"]]
            counted.setdefault(path, []).append((len(queries), len(book)))

    more = {path: (spanish[0] - english[0], english[1], spanish[1]) for path, (english, spanish) in counted.items()}
    assert more == dict.fromkeys(counted, (1, 0, 1))


def test_a_small_idea_is_taken_in_the_words_one_reads_it_in(house, sign_in):
    client, member = reader_of(house, sign_in, Role.TEACHER)
    place = place_of(house)
    start = client.get(f"{place}pdsa/start/")
    idea = next(idea for shelf in start.context["shelves"] for idea in shelf.ideas if idea.title == "Faces at arrival")

    client.post(f"{place}pdsa/start/idea/", {"idea": idea.pk, "what": ""})
    taken = client.get(f"{place}pdsa/start/?idea={idea.pk}").context["form"].initial

    assert taken["what"].startswith("Ponga junto a la puerta cuatro caritas")
    assert taken["with_whom"] == "Dos niñas o niños, dos mañanas, para el martes"


def test_a_letter_in_spanish_carries_no_english_phrase_that_has_its_spanish(house):
    phrase(house.collaborative, "have calmer goodbyes", "tener despedidas más tranquilas")
    person = factories.person(language="es")
    membership = Membership(role=Role.FAMILY_PARTNER, collaborative=house.collaborative, team=house, person=person)
    inviter = factories.person()

    letter = invitation_words(person, membership, inviter, here(), works_on="have calmer goodbyes")

    assert "Pagamos el autobús." in letter and "tener despedidas más tranquilas" in letter
    assert "bus." not in letter and "goodbyes" not in letter


def test_calendar_and_report_speak_the_language_of_who_asks(house, sign_in):
    client, _member = reader_of(house, sign_in, Role.TEACHER)

    calendar = client.get(f"{place_of(house)}schedule/dates.ics").content.decode().replace("\r\n ", "")
    with entered(at_work(house)):
        organization = here()
        month = (MONDAY - datetime.timedelta(weeks=3)).replace(day=1)
        story = story_of(house, month, language="es", organization=organization)
        english = story_of(house, month, language="en", organization=organization)

    assert "SUMMARY:Sesión de aprendizaje 4: Que dure" in calendar and "Making it last" not in calendar
    assert story["metrics"][0]["name"] == "Familias con las que conversamos de ida y vuelta"
    assert english["metrics"][0]["name"] == "Families we had a two-way talk with"
    assert {text for text in TEMPLATE if text in str(story)} == set()
