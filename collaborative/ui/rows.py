"""One form row: which box a field becomes, and what stands around it."""

from dataclasses import dataclass

from django import forms
from django.utils.safestring import SafeString

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
NATIVE = ((forms.DateInput, "date", "%Y-%m-%d"), (forms.TimeInput, "time", "%H:%M"))


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


def row_of(bound, *, label, help_text, rows, reminder, optional) -> Row:
    """The row of a bound field; help, reminder and problem are named by the box they belong to."""
    widget = bound.field.widget
    _make_native(widget)
    helped = help_text or bound.help_text
    reminded = isinstance(widget, forms.Textarea) if reminder is None else reminder
    described = _described(bound, helped, reminded)
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
    )


def _kind(widget):
    if isinstance(widget, GROUPS):
        return "choices"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "box"


def _described(bound, helped, reminded):
    marks = {"helptext": helped, "reminder": reminded, "error": bound.errors}
    return " ".join(f"{bound.auto_id}_{mark}" for mark, present in marks.items() if present)


def _make_native(widget):
    """Dates and times open the phone's own picker, which speaks ISO."""
    for cls, kind, iso in NATIVE:
        if isinstance(widget, cls):
            widget.input_type, widget.format = kind, iso
