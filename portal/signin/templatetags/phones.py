"""How pages write a phone number, and whether texts are sent from here."""

from django import template
from django.conf import settings

from collaborative.people.phones import in_words

register = template.Library()
register.filter("phone", in_words)


@register.simple_tag
def texts_are_on():
    return settings.TEXTS
