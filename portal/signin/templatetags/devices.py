"""How pages name a browser."""

from django import template

from portal.signin.devices import device_words

register = template.Library()
register.filter(device_words)
