import copy

import pytest

from collaborative.framework.rules import TemplateProblem, read_framework
from collaborative.framework.templates import UnknownTemplate, template_choices, template_data, template_keys

BSC_SEL = template_data("bsc-sel")


def changed(change):
    data = copy.deepcopy(BSC_SEL)
    change(data)
    return data


def test_the_templates_are_found_by_their_keys():
    assert template_keys() == ["bsc-sel"]
    assert template_choices() == [("bsc-sel", "Breakthrough Series Collaborative on Social and Emotional Learning")]


def test_an_unknown_template_is_named_with_those_there_are():
    with pytest.raises(UnknownTemplate, match="There is no template 'nothing'. There is: bsc-sel."):
        template_data("nothing")


@pytest.mark.capability("C100", "C101")
def test_bsc_sel_has_five_drivers_and_thirty_ways_with_their_codes():
    template = read_framework(BSC_SEL)

    assert [(driver.code, len(driver.secondary)) for driver in template.drivers] == [
        ("D1", 6), ("D2", 6), ("D3", 6), ("D4", 4), ("D5", 8),
    ]  # fmt: skip
    assert [way.code for driver in template.drivers for way in driver.secondary] == [
        f"{driver.code}.{number}" for driver in template.drivers for number in range(1, len(driver.secondary) + 1)
    ]
    assert [driver.short_title for driver in template.drivers] == [
        "Relationships and Environments",
        "Social Skills and Emotional Competencies",
        "Family Partnership",
        "Racial Equity and Cultural Responsiveness",
        "Organizational Capacity and Support",
    ]


def test_bsc_sel_has_five_starter_ideas_for_each_driver_and_three_aims():
    template = read_framework(BSC_SEL)

    assert [sum(idea.driver == f"D{number}" for idea in template.ideas) for number in range(1, 6)] == [5] * 5
    assert len(template.aims) == 3
    assert [question["text"] for question in template.questions] == [
        "What are we trying to accomplish?",
        "How will we know a change is an improvement?",
        "What changes can we test that will lead to improvement?",
    ]
    assert len(template.terms) == len({(term.term, term.language) for term in template.terms}) == 2 * 54


def drop(*path):
    def change(data):
        *parents, last = path
        for part in parents:
            data = data[part]
        del data[last]

    return change


def put(value, *path):
    def change(data):
        *parents, last = path
        for part in parents:
            data = data[part]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "path", "problem"),
    [
        (drop("framework"), "framework", "is needed"),
        (drop("framework", "name"), "framework.name", "is needed"),
        (put([], "framework"), "framework", "expected named fields, found []"),
        (put("  ", "framework", "aims", 1, "text"), "framework.aims[1].text", "is empty"),
        (put(7, "framework", "drivers", 2, "code"), "framework.drivers[2].code", "expected a text, found 7"),
        (put("D1", "framework", "drivers", 2, "code"), "framework.drivers[2].code", "'D1' stands twice"),
        (
            put("D3.1", "framework", "drivers", 2, "secondary", 4, "code"),
            "framework.drivers[2].secondary[4].code",
            "'D3.1' stands twice",
        ),
        (
            put("x" * 241, "framework", "drivers", 0, "secondary", 5, "label"),
            "framework.drivers[0].secondary[5].label",
            "has 241 characters, 240 fit",
        ),
        (
            put("D9", "starter_ideas", 3, "driver"),
            "starter_ideas[3].driver",
            "is 'D9', expected one of D1, D2, D3, D4, D5",
        ),
        (
            put("D2.1", "starter_ideas", 0, "secondary"),
            "starter_ideas[0].secondary",
            "is 'D2.1', expected one of D1.1, D1.2, D1.3, D1.4, D1.5, D1.6",
        ),
        (put("no list", "glossary"), "glossary", "expected a list, found 'no list'"),
        (put("no fields", "glossary", 4), "glossary[4]", "expected named fields"),
        (put([5], "glossary", 4, "also"), "glossary[4].also[0]", "expected a text of up to 80 characters"),
    ],
)
def test_a_bad_entry_is_named_by_its_path(change, path, problem):
    with pytest.raises(TemplateProblem) as found:
        read_framework(changed(change))

    assert (found.value.path, found.value.problem) == (path, problem)


def test_data_that_is_no_template_at_all_is_refused():
    for data in (None, [], "text", {}):
        with pytest.raises(TemplateProblem):
            read_framework(data)
