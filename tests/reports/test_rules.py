from datetime import date

from portal.reports import rules


def test_the_last_full_months_are_offered():
    assert rules.months_to_choose(date(2026, 3, 31)) == [
        date(2026, 2, 1),
        date(2026, 1, 1),
        date(2025, 12, 1),
        date(2025, 11, 1),
        date(2025, 10, 1),
        date(2025, 9, 1),
    ]


def test_the_last_day_of_a_month():
    assert [rules.last_day(date(2028, 2, 1)), rules.last_day(date(2026, 12, 1))] == [
        date(2028, 2, 29),
        date(2026, 12, 31),
    ]


def test_the_same_story_has_the_same_version_however_it_is_written_down():
    assert rules.version_of({"a": 1, "b": [1.5]}) == rules.version_of({"b": [1.5], "a": 1})
    assert rules.version_of({"a": 1}) != rules.version_of({"a": 2})


def test_progress_grows_with_every_chart_and_ends_when_the_pages_are_there():
    assert [rules.progress(done, 3) for done in range(4)] == [5, 33, 62, 90]
    assert rules.progress(0, 0) == 90


def story(name="Sing", reason=""):
    learned = [{"prompt": "What surprised us", "words": "It cost us nothing."}]
    return {
        "working_on": ["Calm mornings"],
        "tries": [{"name": name, "what": "", "why": "", "learned": learned}],
        "metrics": [{"picture": {"notes": [{"row": 1, "label": "Snow"}]}, "rows": [{"reason": reason}]}],
    }


def test_words_taken_back_are_noticed_and_new_numbers_are_not_mistaken_for_them():
    assert rules.lost_words(story(), {**story(), "metrics": []}) is True
    assert rules.lost_words(story("Sing about Lena"), story()) is True
    assert rules.lost_words(story(reason="Lena was ill"), story()) is True
    assert rules.lost_words(story(), story(reason="Two of us were ill")) is False
