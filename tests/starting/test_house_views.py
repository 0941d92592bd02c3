"""The pages on which a house is prepared: whose they are, what stands on them, and how many queries they take."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from collaborative.discussion.models import Post
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Collaborative, House, Invitation, Team
from portal.starting import lived_in, ready
from portal.starting.holiday_weeks import calendar_choices
from portal.starting.models import Step
from tests import factories
from tests.factories import houses as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = datetime.timedelta(days=1)
STEPS = ("dates", "words", "people", "centers", "texts", "framework")


@pytest.fixture
def admin(organization):
    return made.admin()


@pytest.fixture
def house(admin):
    return made.started(by=admin)


@pytest.fixture
def here(organization, house):
    return f"/{organization.slug}/{house.collaborative.slug}/house/"


@pytest.fixture
def inside(organization):
    return lambda: entered(Context(organization=organization.pk))


@pytest.fixture
def builder(sign_in, admin):
    return sign_in(admin.user)


@pytest.mark.parametrize("page", ["", "letters/", *(f"{step}/" for step in STEPS)])
def test_the_pages_are_for_the_project_team_and_admins_alone(sign_in, house, here, page, inside):
    team = factories.team(house.collaborative)
    colleague = made.colleague(house)
    teacher = factories.member(Role.TEACHER, team=team).person

    assert sign_in(colleague.user).get(here + page).status_code == 200
    assert sign_in(teacher.user).get(here + page).status_code == 404  # nobody else sees a house that is not open

    with inside():
        Collaborative.objects.update(state="preparing")

    assert sign_in(teacher.user).get(here + page).status_code == 403
    assert sign_in(colleague.user).get(here + page).status_code == 200


@pytest.mark.capability("C008", "C109")
def test_what_the_house_still_asks_stands_in_sentences(builder, house, here, inside):
    for name in ("Blue Door", "Green Hill"):
        factories.team(house.collaborative, center=factories.center(name=name))

    page = builder.get(here).content.decode()

    for sentence in (
        "Who is the family liaison? Family partners need a name and a phone number.",
        "No senior leader yet at Blue Door and Green Hill. Team leaders can ask them in when the house is open.",
        "Whom do centers call first? Nobody is named yet.",
        "Where does the framework speak of racial equity, cultural humility and inclusion? Nobody has said yet.",
    ):
        assert sentence in page


def test_a_date_in_a_week_with_a_holiday_is_named():
    row = SimpleNamespace(title="Learning Session 1", on=datetime.date(2027, 11, 23))

    words = ready._holidays_named([(row, (datetime.date(2027, 11, 25), "Thanksgiving Day"))])

    assert words.startswith("“Learning Session 1” is on Tue 23 Nov, in the week of Thanksgiving Day (25 November).")


def test_days_gone_by_come_first_and_holidays_in_one_sentence(builder, here, inside):
    builder.post(here + "dates/", {**_dates(builder, here), "session_1": (TODAY + DAY * 14).isoformat()})

    asks = [ask.words for ask in builder.get(here).context["asks"]]

    of_dates = [words for words in asks if "Before today" in words or "holiday" in words or "in the week of" in words]
    assert of_dates[0].startswith("Before today: ")
    assert len(of_dates) <= 2


def test_several_dates_near_holidays_are_one_question(builder, here):
    builder.post(here + "dates/", {**_dates(builder, here), "session_1": "2027-11-23", "session_2": "2028-01-18",
                                   "session_3": "2028-06-06", "session_4": "2028-10-04"})  # fmt: skip

    near = [ask.words for ask in builder.get(here).context["asks"] if "holiday" in ask.words]

    assert len(near) == 1
    assert "“Learning Session 1” on Tue 23 Nov (Thanksgiving Day)" in near[0]
    assert near[0].endswith("Do they suit everybody?")


def test_many_centers_are_told_with_how_many_more_there_are(builder, house, here, inside):
    for name in ("Alder", "Birch", "Cedar", "Elm", "Hazel"):
        factories.team(house.collaborative, center=factories.center(name=name))

    steps = {step["key"]: step["told"] for step in builder.get(here).context["steps"]}

    assert steps["centers"] == "Alder, Birch, Cedar and 2 others"


@pytest.mark.parametrize("page", ["people/", "centers/"])
def test_one_may_say_in_which_language_a_letter_is(builder, here, page):
    assert "phone, language." in builder.get(here + page).content.decode()


def test_calendars_are_named_and_in_the_order_of_the_alphabet():
    names = [str(name) for _value, name in calendar_choices("US")]

    assert names[:5] == ["No calendar", "United States", "Alabama", "Alaska", "American Samoa"]
    assert names[-3:] == ["Canada", "Mexico", "Puerto Rico"]
    assert names.count("Puerto Rico") == 1


def _dates(client, here):
    """What stands in the form of dates."""
    form = client.get(here + "dates/").context["form"]
    return {name: form[name].value() or "" for name in form.fields}


@pytest.mark.capability("C037")
def test_own_words_stand_on_pages_and_in_other_rooms(builder, here):
    builder.post(here + "words/", {"version": 1, **_nouns(center="1"), "family_partner-choice": "own",
                                   "family_partner-en_one": "parent friend", "family_partner-en_many": "parent friends",
                                   "family_partner-es_gender": "m"})  # fmt: skip

    assert "No program is here yet." in builder.get(here).content.decode()
    rights = builder.get(here.replace("house/", "help/rights/?role=family_partner")).content.decode()
    assert '<h2 id="rights">Parent friend</h2>' in rights
    assert "A program&#x27;s page" in rights or "A program's page" in rights
    assert "family partner" not in rights.casefold()


def _nouns(**chosen):
    nouns = ("center", "project_team", "team_leader", "family_partner", "learning_session")
    return {f"{noun}-choice": chosen.get(noun, "0") for noun in nouns}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"center-choice": "own"}, "Which word do you use?"),
        ({"center-choice": "own", "center-en_one": "site"}, "Please write it for one and for more."),
        ({"center-choice": "own", "center-en_one": "<b>", "center-en_many": "x"}, "letters, spaces and hyphens only"),
    ],
)
def test_a_word_that_cannot_be_used_is_asked_about_again(builder, here, typed, problem, inside):
    answer = builder.post(here + "words/", {"version": 1, **_nouns(), **typed})

    assert (answer.status_code, problem in answer.content.decode()) == (200, True)
    with inside():
        assert House.objects.get().vocabulary == {}


def test_lines_that_cannot_be_used_stay_in_the_box(builder, here, inside):
    typed = "Blue Door, Easton, Ana, Ruiz, ana at example\nGreen Hill"

    answer = builder.post(here + "centers/", {"rows": typed})

    page = answer.content.decode()
    assert "Line 1:" in page
    assert typed.replace("&", "&amp;") in page.replace("\r", "")
    with inside():
        assert not Team.objects.exists()


def test_a_file_in_place_of_typing(builder, here, inside):
    file = SimpleUploadedFile("centers.csv", "\ufeffCenter;Town\r\nCasa Peña;Larkfield\r\n".encode())

    answer = builder.post(here + "centers/", {"file": file})

    assert answer.status_code == 302
    with inside():
        assert [team.center.name for team in Team.objects.select_related("center")] == ["Casa Peña"]


def test_undo_of_a_list_leaves_its_words_in_the_box(builder, here, inside):
    builder.post(here + "centers/", {"rows": "Blue Door, Easton"})

    builder.post(here + "undo/centers/")

    with inside():
        assert not Team.objects.shown().exists()
    assert "Blue Door, Easton" in builder.get(here + "centers/").content.decode()


@pytest.mark.capability("C006")
def test_what_will_be_sent_is_read_before_it_is_sent(builder, house, admin, here):
    made.asked(house, admin)

    page = builder.get(here + "letters/").content.decode()

    assert "rosa@example.org" in page
    assert "Hi Rosa, it is Nina." in page
    assert "Open the house" in page


def test_opening_closing_and_putting_away_from_the_page(builder, house, here, inside):
    def state():
        with inside():
            return Collaborative.objects.values_list("state", "hidden_at").get()

    builder.post(here + "open/")
    assert state() == ("preparing", None)
    builder.post(here + "close/")
    assert state() == ("building", None)
    answer = builder.post(here + "away/")
    assert state()[1] is not None
    assert builder.get(here).status_code == 404
    page = builder.get(answer["Location"]).content.decode()
    assert "Words and Stories" in page
    builder.post(answer["Location"].replace("new/", f"{house.collaborative_id}/back/"))
    assert state() == ("building", None)
    assert builder.get(here).status_code == 200


def test_a_house_with_peoples_words_is_not_put_away(builder, house, admin, here, inside):
    with entered(Context(organization=house.organization_id, person=admin.pk)):
        Post.objects.create(collaborative=house.collaborative, author=admin, audience="all", text="Hello.")

    builder.post(here + "away/")

    with inside():
        assert Collaborative.objects.get().hidden_at is None


def test_what_was_typed_to_prepare_it_is_gone_when_it_is_open(builder, here, inside):
    builder.post(here + "centers/", {"rows": "Blue Door, Easton, Rosa, Méndez, rosa@example.org"})
    builder.post(here + "open/")

    with inside():
        assert not Step.objects.exists()
        assert not Invitation.objects.held().exists()


@pytest.mark.parametrize(("page", "queries"), [("", 17), ("letters/", 12), ("centers/", 13)])
def test_pages_take_the_same_queries_for_one_center_and_for_three(
    builder, house, admin, here, page, queries, django_assert_num_queries
):
    builder.get(here + page)  # the session notes once who can see much
    for number in (1, 3):
        while Team.objects.shown().count() < number:
            made.asked(house, admin, email=f"rosa-{Team.objects.count()}@example.org")
        with django_assert_num_queries(queries):
            assert builder.get(here + page).status_code == 200


def test_every_table_of_peoples_words_counts():
    named = {model._meta.label for model in lived_in.tables()}

    assert named >= {
        "discussion.Post", "discussion.ShelfItem", "discussion.Noticing", "pdsa.PDSACycle", "pdsa.CycleAnswer",
        "pdsa.Priority", "pdsa.TeamNeed", "metrics.Observation", "metrics.ChartNote", "notices.FriendlyCall",
        "tenancy.SharingAgreement",
    }  # fmt: skip
    assert not named & {"tenancy.Membership", "schedule.PlannedDate", "starting.Step", "metrics.Metric"}
