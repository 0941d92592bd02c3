"""One form row: which box a field becomes, and what stands around it."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString

from .dates import weekday_order, weekday_words

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
NATIVE = ((forms.DateInput, "date", "%Y-%m-%d"), (forms.TimeInput, "time", "%H:%M"))
SHORT = 60  # characters: codes, phone numbers and the like; longer words are never cut while one types; ours


@dataclass(frozen=True)
class Row:
    """What the template of a form row draws."""

    kind: str  # "box", "tick", "choices"
    id: str
    label: str
    help: str
    errors: tuple[str, ...]
    box: SafeString
    described: str = ""
    choices: tuple = ()
    optional: bool = False
    reminder: bool = False
    is_day: bool = False
    day_words: str = ""  # the day in the box with its weekday; a script keeps it up to date
    day_as: str = ""  # in which order: "{weekday}, {day} {month} {year}"


def row_of(bound, *, label, help_text, rows, reminder, optional) -> Row:
    """The row of a bound field; help, reminder and problem are named by the box they belong to."""
    widget = bound.field.widget
    _make_native(widget)
    _let_it_grow(bound.field)
    helped = help_text or bound.help_text
    reminded = isinstance(widget, forms.Textarea) if reminder is None else reminder
    is_day = isinstance(widget, forms.DateInput)
    described = _described(bound, helped, reminded, is_day)
    attrs = {"aria-describedby": described} if described else {}
    if rows and isinstance(widget, forms.Textarea):
        attrs["rows"] = rows
    kind = _kind(widget)
    return Row(
        kind=kind,
        id=bound.auto_id,
        label=label or bound.label,
        help=helped,
        errors=tuple(bound.errors),
        described=described,
        box=bound.as_widget(attrs=attrs) if kind != "choices" else SafeString(""),
        choices=tuple(bound.subwidgets) if kind == "choices" else (),
        optional=optional,
        reminder=reminded,
        is_day=is_day,
        day_words=_day_words(bound.value()) if is_day else "",
        day_as=weekday_order() if is_day else "",
    )


def _kind(widget):
    if isinstance(widget, GROUPS):
        return "choices"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "box"


def _described(bound, helped, reminded, is_day):
    marks = {"helptext": helped, "day": is_day, "reminder": reminded, "error": bound.errors}
    return " ".join(f"{bound.auto_id}_{mark}" for mark, present in marks.items() if present)


def _make_native(widget):
    """Dates and times open the phone's own picker, which speaks ISO."""
    for cls, kind, iso in NATIVE:
        if isinstance(widget, cls):
            widget.input_type, widget.format = kind, iso


def _let_it_grow(field):
    """A box never cuts what is typed or pasted into it: the server says kindly what is too long, a script counts."""
    longest = field.widget.attrs.get("maxlength")
    if isinstance(field, forms.CharField) and longest and int(longest) > SHORT:
        del field.widget.attrs["maxlength"]
        field.widget.attrs["data-longest"] = longest


def _day_words(value):
    day = value if isinstance(value, date) else _read(value)
    return weekday_words(day) if day else ""


def _read(text):
    try:
        return parse_date(str(text or ""))
    except ValueError:  # 31 November
        return None
