"""A page with nothing on it: what any page costs before it does anything of its own."""

from functools import cache

from django.http import HttpResponse
from django.template import engines

from collaborative.tenancy.doors import collaborative_page


@collaborative_page("home", "read")
def empty(request):
    return HttpResponse(_template().render({}, request))


@cache
def _template():
    return engines["django"].from_string('{% extends "base.html" %}{% block content %}<h1>Empty</h1>{% endblock %}')
