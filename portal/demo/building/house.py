"""A house that is being prepared, by the same steps people take."""

from collaborative.framework.templates import template_data
from collaborative.tenancy.models import House
from portal.starting import arriving, steps
from portal.starting.actions import start_collaborative
from portal.starting.pasted import rows_of
from portal.starting.rules import propose_days, read_plan

TEMPLATE = "bsc-sel"


def build_house(built, data):
    """Started from an older collaborative, its steps half done; nobody is invited yet."""
    by, on = built.people[data["by"]], built.today
    older = built.collaboratives[data["older"]]
    first = built.monday(-data["first_session_in_weeks"]) + (built.day(3) - built.today)  # a Thursday
    made = start_collaborative(
        older=older,
        name=data["name"],
        short_name=data["short_name"],
        slug=data["slug"],
        session_days=propose_days(read_plan(template_data(TEMPLATE)).sessions, first),
        by=None,
        on=on,
    )
    house = House.objects.select_related("collaborative").get(collaborative=made)
    steps.save_words(house, version=house.version, vocabulary=data["words"], by=by, on=on)
    texts = {"version": house.version, "texts": data["texts"], "practical_supports": data["supports"]}
    steps.save_texts(house, by=by, on=on, **texts)
    arriving.bring_centers(house, rows_of(data["centers"]), text=data["centers"], by=by, on=on)
    for role, text in data["people"].items():
        arriving.bring_people(house, rows_of(text), role=role, text=text, by=by, on=on)
