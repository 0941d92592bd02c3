"""Components of pages. They need no load; an unknown argument, kind or stage is an error, not silence.

Blocks (content between the tag and its end tag):
  {% card title="From our coach" aside="yesterday" link_url=url link_label="All" own=True %}…{% endcard %}
  {% section title="How it grew" aside="" link_url="" link_label="" %}…{% endsection %}
  {% page_header title="Feelings chart" eyebrow="What we're trying" lead="" %}buttons or nothing{% endpage_header %}
  {% staircase label="How it grew" %}{% step title="One room" eyebrow="Cycle 2" url=url kind="" %}…{% endstep %}
      {% endstaircase %}                                        step kinds: "" | next | let-go
  {% said by="Harbor House, on “Text one photo a day”" %}<p>words of a person</p>{% endsaid %}
  {% empty_state title="Nothing here yet" icon="sprout" %}<p>what belongs here</p>{% button_link … %}
      {% endempty_state %}
  {% agenda %}{% agenda_line on=date words="" %}…{% endagenda_line %}{% endagenda %}
                                                    words in place of the date: agenda_line words="In the week"
  {% fold title="How sure are we?" open=False %}…{% endfold %}

Leaves:
  {% button_link "Try something" url=url kind="main" icon="plus" %}         kinds: main | quiet | plain
  {% button "Save" kind="main" icon="" name="" value="" %}                  kinds: main | quiet | plain | careful
  {% chip "Ready to look back" kind="study" %}                              kinds: "" | plan | do | study | act
  {% wheel stage="do" %}                                                    plan | do | study | act | closed
  {% dots states label="2 of 3 are in" %}          states: list of in | why (no number, with a reason) | open
  {% message "Saved." kind="success" %}                                     info | success | warning | error
  {% field form.what rows=3 label="" help="" reminder=None optional=False %}  one form row; every kind of box;
                                    a text area brings the line about children's names (reminder=False: not)
  {% form_errors form %}            at the head of a form, when it came back
  {% helper_line %}                 the line about children's names, alone
  {% saved_line %}                  where autosave says "Saved 10:42"
  {% term "run chart" "Dots over time with the middle line drawn in." %}    a tap opens the sentence
  {% day date distance=True %}      "Tue 24 Nov, in 3 days"       {% moment datetime %}    "Tue 24 Nov, 10:42"
  {{ date|short_day }}              "Tue 24 Nov" inside a sentence
  {{ names|listed }}                "Rosa, Mei and Priya"
  {% audience_line "Your team, your coach and the project team can see this." %}
  {% icon "sprout" %}               any lucide name; drawn for the eye alone
  {% undo_line "Your try is off the page." url=url form_key=form_key label="Put it back" %}
  {% words post.text %}             what a person typed, with its line breaks, lists and links; safe on any page
  {% pagination page %}             a Django Page; keeps the rest of the address
"""

import re
from functools import cache

from django.template import Library
from django.template.loader import get_template
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from lucide.templatetags.lucide import lucide

from .. import dates, rich_text
from ..lists import listed
from ..rows import row_of
from ..stages import arcs_of, letter_of, name_of

register = Library()

BUTTONS = {"main": "button", "quiet": "button quiet", "plain": "button plain", "careful": "button careful"}
CHIPS = ("", "plan", "do", "study", "act")
DOTS = ("in", "why", "open")
STEPS = ("", "next", "let-go")
MESSAGES = {"info": "info", "success": "check", "warning": "hand", "error": "circle-alert", "debug": "info"}


def _drawn(component, /, **values):
    return get_template(f"components/{component}.html").render(values)


def _known(value, allowed):
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(map(repr, allowed))}")
    return value


def _heading_id(title):
    return f"{slugify(title)[:40] or 'part'}-{get_random_string(4, 'abcdefghijkmnopqrstuvwxyz')}"


@cache
def _icon(name):
    drawn = lucide(name, size=None, **{"class": "icon", "aria-hidden": "true"})
    return mark_safe(re.sub(r"\s*\n\s*", "", drawn))


@register.simple_tag
def icon(name):
    return _icon(str(name))


@register.simple_block_tag
def card(content, *, title="", aside="", link_url="", link_label="", own=False):
    values = {"title": title, "aside": aside, "link_url": link_url, "link_label": link_label, "own": own}
    return _drawn("card", content=content, id=_heading_id(title), **values)


@register.simple_block_tag
def section(content, *, title, aside="", link_url="", link_label=""):
    values = {"title": title, "aside": aside, "link_url": link_url, "link_label": link_label}
    return _drawn("section", content=content, id=_heading_id(title), **values)


@register.simple_block_tag
def page_header(content, *, title, eyebrow="", lead=""):
    return _drawn("page_header", content=mark_safe(content.strip()), title=title, eyebrow=eyebrow, lead=lead)


@register.simple_block_tag
def staircase(content, *, label):
    return format_html('<ol class="staircase" tabindex="0" aria-label="{}">{}</ol>', label, content)


@register.simple_block_tag
def step(content, *, title, eyebrow="", url="", kind=""):
    return _drawn("step", content=content, title=title, eyebrow=eyebrow, url=url, kind=_known(kind, STEPS))


@register.simple_block_tag
def said(content, *, by=""):
    who = format_html('<footer class="by">{}</footer>', by) if by else ""
    return format_html('<blockquote class="said">{}{}</blockquote>', content, who)


@register.simple_block_tag
def empty_state(content, *, title, icon="sprout"):
    return format_html('<div class="empty">{}<h2>{}</h2>{}</div>', _icon(icon), title, content)


@register.simple_block_tag
def fold(content, *, title, open=False):
    state = mark_safe(" open") if open else ""
    return format_html('<details class="fold"{}><summary>{}</summary><div>{}</div></details>', state, title, content)


@register.simple_block_tag
def agenda(content):
    return format_html('<ul class="agenda">{}</ul>', content)


@register.simple_block_tag(takes_context=True)
def agenda_line(context, content, *, on=None, words=""):
    when = (
        format_html('<span class="when">{}</span>', words) if words else _time(on, dates.day_words(on, _today(context)))
    )
    return format_html("<li>{}<div>{}</div></li>", when, content)


def _today(context):
    actor = getattr(context.get("request"), "actor", None)
    return actor.today if actor else timezone.localdate()


def _time(value, words):
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag(takes_context=True)
def day(context, value, *, distance=True):
    if not value:
        return ""
    return _time(value, (dates.said if distance else dates.day_words)(value, _today(context)))


register.filter("listed", listed)


@register.filter
def short_day(value, year=""):
    """ "Tue 24 Nov", inside a sentence; with `"year"` the year as well."""
    return dates.short_day(value, with_year=bool(year)) if value else ""


@register.simple_tag(takes_context=True)
def moment(context, value):
    return _time(value, dates.moment_words(value, _today(context))) if value else ""


@register.simple_tag
def button_link(label, *, url, kind="main", icon=""):
    _known(kind, ("main", "quiet", "plain"))
    return format_html('<a class="{}" href="{}">{}{}</a>', BUTTONS[kind], url, _icon(icon) if icon else "", label)


@register.simple_tag
def button(label, *, kind="main", icon="", name="", value=""):
    _known(kind, tuple(BUTTONS))
    said_with = format_html(' name="{}" value="{}"', name, value) if name else ""
    drawn = _icon(icon) if icon else ""
    return format_html('<button type="submit" class="{}"{}>{}{}</button>', BUTTONS[kind], said_with, drawn, label)


@register.simple_tag
def chip(text, *, kind=""):
    _known(kind, CHIPS)
    return format_html('<span class="chip{}">{}</span>', f" {kind}" if kind else "", text)


@register.simple_tag
def wheel(*, stage):
    """Four arcs, filled as far as the words reach; the letter in the middle says it without colour."""
    return _drawn("wheel", arcs=arcs_of(stage), letter=letter_of(stage), name=name_of(stage))


@register.simple_tag
def dots(states, *, label):
    drawn = format_html_join("", '<i class="{}"></i>', ((_known(state, DOTS),) for state in states))
    return format_html('<span class="dots" role="img" aria-label="{}">{}</span>', label, drawn)


@register.simple_tag
def message(text, *, kind="info"):
    kind = kind or "info"
    _known(kind, tuple(MESSAGES))
    return format_html('<div class="message {}">{}<div>{}</div></div>', kind, _icon(MESSAGES[kind]), text)


@register.simple_tag
def field(bound, *, label="", help="", rows=None, reminder=None, optional=False):
    """The one form row: label, help, box and problem, tied together for whoever listens to the page."""
    return _drawn(
        "field", row=row_of(bound, label=label, help_text=help, rows=rows, reminder=reminder, optional=optional)
    )


@register.simple_tag
def form_errors(form):
    """What could not be taken, first for the form as a whole, then with a way to each box."""
    if not form.errors:
        return ""
    boxes = [bound for bound in form if bound.errors]
    return _drawn("form_errors", whole=form.non_field_errors(), boxes=boxes)


@register.simple_tag
def helper_line():
    return format_html('<p class="helper">{}{}</p>', _icon("heart"), _("Please leave out children's names."))


@register.simple_tag
def saved_line():
    return mark_safe('<p class="saved" role="status" data-saved-line></p>')


@register.simple_tag
def term(words, sentence):
    key = _heading_id(words)
    return _drawn("term", words=words, sentence=sentence, key=key)


@register.simple_tag
def audience_line(sentence):
    return format_html('<p class="audience">{}<span>{}</span></p>', _icon("eye"), sentence)


@register.simple_tag(takes_context=True)
def undo_line(context, text, *, url, form_key="", label=""):
    values = {"text": text, "url": url, "form_key": form_key, "label": label or _("Put it back")}
    return _drawn("undo_line", csrf_token=context.get("csrf_token"), **values)


@register.simple_tag
def words(text):
    return rich_text.as_html(text)


@register.simple_tag(takes_context=True)
def pagination(context, page):
    """The way to the pages before and after; nothing where there is only one."""
    if not page.has_other_pages():
        return ""
    asked = context["request"].GET.copy()
    addresses = {}
    for way in ("previous", "next"):
        if getattr(page, f"has_{way}")():
            asked["page"] = getattr(page, f"{way}_page_number")()
            addresses[way] = f"?{asked.urlencode()}"
    return _drawn("pagination", number=page.number, pages=page.paginator.num_pages, **addresses)
