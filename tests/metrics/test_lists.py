"""Our numbers at a glance, one metric over all centers, the definitions, the sheet, and who can see them."""

from datetime import timedelta

import pytest

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import SharingAgreement, SharingPause
from metrics import periods
from metrics.enums import Kind
from metrics.models import Metric, MetricVersion
from tests import factories
from tests.factories import metrics as making
from tests.metrics.reading import words


@pytest.fixture
def metric(maple):
    return making.metric(maple.collaborative, name="Two-way talks", key="talks")


@pytest.fixture
def lead(maple):
    return factories.member(Role.IMPLEMENTATION_TEAM, collaborative=maple.collaborative).person


def last_week(today):
    return periods.starts_before("week", periods.start_of("week", today), 1)


def test_what_is_in_and_what_is_still_to_come(client, sign_in, maple, metric, reach, today):
    with reach(maple.team):
        making.observation(maple.team, making.definition(metric), last_week(today), on=today)
        making.observation(
            maple.team, making.definition(metric), last_week(today) - timedelta(days=7), on=today, reason="Closed"
        )
    sign_in(maple.leader)

    page = words(client.get(maple.url))

    assert page.count('<i class="in"></i>') == 2  # the dot and the key
    assert page.count('<i class="why"></i>') == 2
    assert page.count('<i class="to-come"></i>') == 4
    assert "Early days: 1 point so far." in page
    assert "Other teams see only the middle of all centers." in page


def test_an_empty_page_teaches_and_offers(client, sign_in, maple, lead):
    sign_in(maple.leader)
    ours = words(client.get(maple.url))
    sign_in(lead)

    assert "No numbers have been chosen yet" in ours
    assert "No metric is defined yet." in words(client.get(maple.url))


def test_one_metric_over_all_centers_in_their_own_order(client, sign_in, maple, metric, lead, reach, today):
    other = factories.team(maple.collaborative, center=factories.center(name="Alder Lane"))
    with reach(maple.team, other):
        making.observation(maple.team, making.definition(metric), last_week(today), on=today)
    sign_in(lead)

    page = words(client.get(f"{maple.url}{metric.pk}/centers/"))

    assert page.index("Alder Lane") < page.index("Maple Street")
    assert "last 74%" in page
    assert "Alder Lane: nothing in yet" in page


@pytest.mark.parametrize("role", [Role.TEAM_LEADER, Role.FACULTY_COACH, Role.DIRECTOR])
def test_all_centers_are_for_who_reads_all_numbers(client, sign_in, maple, metric, role):
    place = {"collaborative": maple.collaborative} if role == Role.FACULTY_COACH else {"team": maple.team}
    sign_in(factories.member(role, **place).person)

    assert client.get(f"{maple.url}{metric.pk}/centers/").status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_pages_read_the_same_for_one_and_three(
    client, sign_in, maple, lead, reach, today, django_assert_num_queries, number
):
    metrics = [making.metric(maple.collaborative) for _ in range(number)]
    teams = [maple.team, *(factories.team(maple.collaborative) for _ in range(number - 1))]
    with reach(*teams):
        for metric in metrics:
            for team in teams:
                making.observation(team, making.definition(metric), last_week(today), on=today)
    sign_in(maple.leader)
    client.get(maple.url)
    with django_assert_num_queries(OF_LIST):
        client.get(maple.url)
    sign_in(lead)
    client.get(f"{maple.url}{metrics[0].pk}/centers/")
    with django_assert_num_queries(OF_CENTERS):
        client.get(f"{maple.url}{metrics[0].pk}/centers/")


OF_LIST = 14  # door and frame 8; team, metrics, series, goals, agreement, pause
OF_CENTERS = 12  # door and frame 8; metric, middle line, teams, values


@pytest.mark.capability("C132")
def test_project_team_defines_and_redefines(client, sign_in, maple, lead, today):
    sign_in(lead)
    words_of = {
        "name": "Two-way talks",
        "kind": "percentage",
        "numerator_words": "families we talked with",
        "denominator_words": "families",
        "collect": "week",
        "hope": "more",
    }
    half = words(client.post(f"{maple.url}definitions/new/", {**words_of, "denominator_words": ""}))

    client.post(f"{maple.url}definitions/new/", words_of)
    metric = Metric.objects.get(key="two-way-talks")
    url = f"{maple.url}{metric.pk}/definition/"
    seen = {"version": 1, "metric_version": 1}
    no_day = words(client.post(url, {**words_of, **seen, "meaning": "other"}))
    other_kind = words(client.post(url, {**words_of, **seen, "kind": "count", "meaning": "same"}))
    changed = {**words_of, **seen, "numerator_words": "families who answered", "meaning": "other"}
    client.post(url, {**changed, "starts_on": today.isoformat(), "change_note": "We count answers now"})
    clash = client.post(url, {**words_of, **seen, "meaning": "same"})

    assert "Please say out of what, for a percent or a rate." in half
    assert "Please say from which day on." in no_day
    assert "is a change of what is counted." in other_kind
    assert clash.status_code == 409
    assert list(MetricVersion.objects.order_by("number").values_list("number", "numerator_words")) == [
        (1, "families we talked with"),
        (2, "families who answered"),
    ]
    assert "We count answers now" in words(client.get(f"{maple.url}definitions/"))


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        ({"lowest": "1"}, "Please put in both, or leave both empty."),
        ({"lowest": "5", "highest": "1"}, "The highest lies above the lowest. Which of the two is a slip?"),
        ({"fewest": "0"}, "This starts at 1."),
    ],
)
def test_the_scale_of_an_average_is_whole_and_stays_with_it(client, sign_in, maple, lead, today, scale, said):
    sign_in(lead)
    words_of = {"name": "Our week", "kind": "average", "numerator_words": "points", "denominator_words": "slips"}
    words_of |= {"collect": "week", "hope": "more"}

    half = words(client.post(f"{maple.url}definitions/new/", {**words_of, **scale}))
    client.post(f"{maple.url}definitions/new/", {**words_of, "lowest": "0,5", "highest": "5", "fewest": "5"})
    metric = Metric.objects.get(key="our-week")
    again = {**words_of, "lowest": "0.5", "highest": "5", "fewest": "6", "meaning": "other", "version": 1}
    client.post(f"{maple.url}{metric.pk}/definition/", {**again, "metric_version": 1, "starts_on": today.isoformat()})

    assert said in half
    versions = MetricVersion.objects.order_by("number").values_list("lowest", "highest", "fewest")
    assert list(versions) == [(0.5, 5.0, 5), (0.5, 5.0, 6)]
    listed = words(client.get(f"{maple.url}definitions/"))
    assert "Each goes from 0.5 to 5. If there are fewer than 6, keep them for next time" in listed
    assert "<dt>Shared by</dt><dd>slips</dd>" in listed


def test_a_teacher_reads_definitions_and_changes_none(client, sign_in, maple, metric):
    sign_in(maple.leader)

    assert "Two-way talks" in words(client.get(f"{maple.url}definitions/"))
    assert client.get(f"{maple.url}{metric.pk}/definition/").status_code == 403
    assert client.get(f"{maple.url}definitions/new/").status_code == 403


def test_any_member_pauses_and_ends_the_pause(client, sign_in, maple, metric, today):
    SharingAgreement.objects.create(
        collaborative=maple.collaborative, numbers_by_name=True, agreed_on=today, look_again_on=today
    )
    partner = factories.member(Role.FAMILY_PARTNER, team=maple.team).person
    sign_in(partner)
    agreed = words(client.get(f"{maple.url}sharing/"))

    agreement = maple.url.replace("metrics/", "agreement/")
    client.post(f"{agreement}pause/{maple.team.pk}/")
    paused = words(client.get(f"{maple.url}sharing/"))
    open_pauses = SharingPause.objects.filter(ended_at=None).count()
    client.post(f"{agreement}pause/{maple.team.pk}/end/")

    assert "Other teams can see them too, as all teams agreed on" in agreed
    assert f'href="{agreement}#pause"' in agreed
    assert "<form" not in agreed.split("<main")[1].split("</main>")[0]
    assert "Other teams cannot: we paused that." in paused
    assert open_pauses == 1
    assert not SharingPause.objects.filter(ended_at=None).exists()


def test_the_sheet_names_rooms_and_metrics(client, sign_in, maple, metric):
    making.metric(maple.collaborative, kind=Kind.COUNT, collect="month", name="Meetings with families")
    sign_in(maple.leader)

    page = words(client.get(f"{maple.url}sheet/"))

    assert all(name in page for name in ("Ladybugs", "Explorers", "Two-way talks", "Meetings with families"))


def test_observers_do_not_reach_numbers(client, sign_in, maple, metric):
    sign_in(factories.member(Role.OBSERVER, collaborative=maple.collaborative).person)

    assert client.get(maple.url).status_code == 403
    assert client.get(f"{maple.url}definitions/").status_code == 200


def test_other_organizations_find_nothing(client, sign_in, maple, metric):
    assert client.get(maple.url.replace("organization", "elsewhere")).status_code == 302
