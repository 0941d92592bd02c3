import pytest
from django.utils.html import escape

from collaborative.drafts.actions import keep_draft
from collaborative.framework.templates import template_phrases
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person
from collaborative.wording.enums import Standing
from collaborative.wording.models import Phrase
from portal.languages import book
from tests import factories
from tests.factories.framework import driver, framework, idea
from tests.factories.metrics import metric
from tests.factories.wording import phrase

pytestmark = [pytest.mark.django_db, pytest.mark.capability("C368", "C377")]


@pytest.fixture
def texts(collaborative):
    """A framework of one driver with one idea."""
    made = framework(collaborative, name="Our map", need_and_opportunity="First line.\n\nSecond line.", questions=[])
    under = driver(made, short_title="With families", long_title="With families", rationale="")
    idea(under, role_label="teacher", title="A song", what="Sing it.")
    return made


def inside(collaborative):
    return entered(Context(organization=collaborative.organization_id))


def sources(response):
    return [row.source for row in response.context["rows"]]


def boxes(response, **words):
    """What a browser would send of this page, with `words` {source: text} typed."""
    rows = response.context["rows"]
    sent = {"language": "es", "show": "", "place": "", "page": ""}
    for row in rows:
        sent |= {f"words_{row.key}": row.words, f"version_{row.key}": row.version, f"opened_{row.key}": row.opened_as}
    for source, typed in words.items():
        sent[f"words_{book.key_of(source)}"] = typed
    return sent


def said(collaborative):
    with inside(collaborative):
        return {row.source: (row.words, row.standing) for row in Phrase.objects.shown().order_by("source")}


def test_every_text_stands_there_once_where_people_read_it_first(writer, place, collaborative, texts):
    with inside(collaborative):
        metric(collaborative, name="Two-way talks", key="talks")

    everything = writer.get(f"{place}/")

    assert sources(everything)[:8] == [
        "Our map", "First line.", "Second line.", "With families", "teacher", "A song", "Sing it.", "Two-way talks",
    ]  # fmt: skip
    assert sources(writer.get(f"{place}/?place=ideas")) == ["teacher", "A song", "Sing it."]


def test_words_are_saved_with_who_said_them_and_shown_to_who_reads_them(writer, place, collaborative, texts, as_role):
    page = writer.get(f"{place}/")
    assert "Needs Spanish" in page.content.decode()

    saved = writer.post(f"{place}/save/", boxes(page, **{"With families": " Con las\nfamilias "}), follow=True)

    assert said(collaborative) == {"With families": ("Con las familias", Standing.PERSON)}
    assert "1 text is saved." in saved.content.decode()
    assert "Written by" in saved.content.decode()
    reader = as_role(Role.FAMILY_PARTNER)
    with inside(collaborative):
        Person.objects.update(language="es")
    seen = reader.get(place.replace("/languages", "/framework/")).content.decode()
    assert "Con las familias" in seen and "With families" not in seen
    assert '<span lang="en">Our map</span>' in seen


def test_boxes_nobody_touched_are_left_alone(writer, place, collaborative, texts):
    with inside(collaborative):
        phrase(collaborative, "A song", "Una canción", standing=Standing.TEMPLATE)
    page = writer.get(f"{place}/")
    with inside(collaborative):
        Phrase.objects.filter(source="A song").update(words="Un canto", version=7)

    saved = writer.post(f"{place}/save/", boxes(page, **{"Sing it.": "Cántela."}))

    assert saved.status_code == 302
    assert said(collaborative) == {
        "A song": ("Un canto", Standing.TEMPLATE),
        "Sing it.": ("Cántela.", Standing.PERSON),
    }


def test_the_second_of_two_writers_sees_both_and_chooses(writer, place, collaborative, texts):
    page = writer.get(f"{place}/")
    with inside(collaborative):
        phrase(collaborative, "A song", "Un canto")

    told = writer.post(f"{place}/save/", boxes(page, **{"A song": "Una canción", "Sing it.": "Cántela."}))

    assert told.status_code == 409
    assert "“Un canto”" in told.content.decode() and "Una canción</textarea>" in told.content.decode()
    again = writer.post(f"{place}/save/", boxes(told))
    assert again.status_code == 302
    assert {source: words for source, (words, _standing) in said(collaborative).items()} == {
        "A song": "Una canción",
        "Sing it.": "Cántela.",
    }


def test_a_place_for_a_name_that_was_lost_is_asked_for(writer, place, collaborative):
    with inside(collaborative):
        framework(collaborative, name="Hello {name}", need_and_opportunity="", questions=[])
    page = writer.get(f"{place}/")

    asked = writer.post(f"{place}/save/", boxes(page, **{"Hello {name}": "Hola"}))

    assert asked.status_code == 200
    assert "Please keep {name} just as it stands" in asked.content.decode()
    assert "Hola</textarea>" in asked.content.decode()
    assert said(collaborative) == {}


def test_words_for_a_text_that_was_changed_meanwhile_are_not_lost(writer, place, collaborative, texts):
    page = writer.get(f"{place}/")
    sent = boxes(page, **{"A song": "Una canción"})
    with inside(collaborative):
        texts.drivers.get().starter_ideas.update(title="Another song")

    told = writer.post(f"{place}/save/", sent)

    assert (told.status_code, told.context["taken"].homeless) == (200, ["Una canción"])
    assert "Una canción" in told.content.decode()
    needing = writer.get(f"{place}/?show=needs")
    assert "Another song" in sources(needing) and "A song" not in sources(needing)


def test_what_a_machine_made_stays_marked_until_somebody_has_read_it(writer, place, collaborative, texts):
    page = writer.get(f"{place}/")
    writer.post(f"{place}/save/", {**boxes(page, **{"A song": "Una canción"}), "machine": "on"})
    assert said(collaborative) == {"A song": ("Una canción", Standing.MACHINE)}

    check = writer.get(f"{place}/?show=check")
    assert sources(check) == ["A song"]
    assert "Machine-made, please check." in check.content.decode()
    writer.post(f"{place}/save/", {**boxes(check), "read": [book.key_of("A song")]})

    assert said(collaborative) == {"A song": ("Una canción", Standing.PERSON)}
    assert sources(writer.get(f"{place}/?show=check")) == []


def test_emptied_words_are_offered_back(writer, place, collaborative, texts):
    with inside(collaborative):
        row = phrase(collaborative, "A song", "Una canción")
    page = writer.get(f"{place}/")

    after = writer.post(f"{place}/save/", boxes(page, **{"A song": ""}), follow=True)

    assert said(collaborative) == {}
    assert f"{place}/{row.pk}/show/" in after.content.decode()
    writer.post(f"{place}/{row.pk}/show/")
    assert said(collaborative) == {"A song": ("Una canción", Standing.PERSON)}


def test_typed_words_come_back_and_stand_beside_what_was_saved_since(sign_in, place, team, collaborative, texts):
    member = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    writer = sign_in(member.person.user)
    page = writer.get(f"{place}/")
    form, thing_id = page.context["draft_url"].rstrip("/").split("/")[-2:]
    typed = {f"words_{book.key_of('A song')}": "Una canc", f"words_{book.key_of('Sing it.')}": "Cánt"}
    with entered(Context(organization=collaborative.organization_id, person=member.person_id)):
        keep_draft(form=form, thing_id=thing_id, words=typed, by=member.person_id)
    with inside(collaborative):
        phrase(collaborative, "Sing it.", "Cántela.")

    rows = {row.source: row for row in writer.get(f"{place}/?place=ideas").context["rows"]}

    assert (rows["A song"].words, rows["A song"].is_unsaved) == ("Una canc", True)
    assert (rows["Sing it."].words, rows["Sing it."].typed_before) == ("Cántela.", "Cánt")


def test_the_templates_own_spanish_can_be_taken_over_later(writer, place, collaborative):
    with inside(collaborative):
        collaborative.template_key = "bsc-sel"
        collaborative.save(update_fields=["template_key"])
        made = framework(collaborative, name="Our map", need_and_opportunity="", questions=[])
        driver(made, short_title="Family Partnership", long_title="Ours alone", rationale="")
    page = writer.get(f"{place}/")
    assert page.context["brought"] == len(template_phrases("bsc-sel")["es"])

    writer.post(f"{place}/from-template/", {"language": "es"})

    assert said(collaborative)["Family Partnership"] == ("Trabajo conjunto con las familias", Standing.TEMPLATE)
    assert writer.get(f"{place}/").context["brought"] == 0


def test_the_sheet_has_two_columns_with_every_text(writer, place, collaborative, texts):
    with inside(collaborative):
        phrase(collaborative, "A song", "Una canción", standing=Standing.MACHINE)

    sheet = writer.get(f"{place}/sheet/?place=ideas")

    html = sheet.content.decode()
    assert [name for name, _rows in sheet.context["parts"]] == ["Small ideas"]
    assert '<td lang="en">A song</td><td lang="es">Una canción' in html and "machine-made, please check" in html
    assert "Our map" not in html


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.ORGANIZATION_ADMIN, 200), (Role.FACULTY_COACH, 403), (Role.TEACHER, 403), (Role.OBSERVER, 403)],
)
def test_who_may_write_the_framework_says_it_in_other_languages(as_role, place, role, status):
    client = as_role(role)

    assert [client.get(f"{place}/").status_code, client.get(f"{place}/sheet/").status_code] == [status, status]
    assert client.post(f"{place}/save/").status_code == (302 if status == 200 else 403)


def test_phrases_and_texts_of_another_collaborative_never_show(writer, place, collaborative, texts):
    with inside(collaborative):
        other = factories.collaborative()
        framework(other, name="Next door")
        row = phrase(other, "A song", "Ajena", hidden_at=None)

    page = writer.get(f"{place}/").content.decode()

    assert "Next door" not in page and "Ajena" not in page
    assert writer.post(f"{place}/{row.pk}/show/").status_code == 404


QUERIES = 12


def test_the_page_takes_the_same_number_of_queries_for_few_texts_and_for_many(
    writer, place, collaborative, texts, django_assert_num_queries
):
    writer.get(f"{place}/")
    with django_assert_num_queries(QUERIES):
        assert not writer.get(f"{place}/").context["page"].has_other_pages()
    with inside(collaborative):
        under = texts.drivers.get()
        for number in range(200):
            idea(under, title=f"Idea number {number}", what=f"Do it {number} times")
            phrase(collaborative, f"Idea number {number}", f"Idea {number}")

    with django_assert_num_queries(QUERIES):
        page = writer.get(f"{place}/?page=2")

    assert (len(page.context["rows"]), page.context["page"].paginator.count) == (20, 407)
    assert escape("Idea number 8") in page.content.decode()
