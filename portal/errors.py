"""Pages for what went wrong: each says what to do next, and gives back what was typed."""

from django.shortcuts import render
from django.template.response import SimpleTemplateResponse

HIDDEN = {"csrfmiddlewaretoken", "form_key", "version", "password", "login", "code"}


def csrf_failure(request, reason=""):
    """The form was sent from an expired page: show the words that were typed, so that nothing is lost."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values if name not in HIDDEN and value]
    return render(request, "403_csrf.html", {"typed": typed}, status=403)


def _plain(template, status):
    """A page drawn without touching the database: the transaction may be broken."""
    return SimpleTemplateResponse(template, {}, status=status).render()


def bad_request(request, exception=None):
    return _plain("400.html", 400)


def permission_denied(request, exception=None):
    return _plain("403.html", 403)


def not_found(request, exception=None):
    return _plain("404.html", 404)


def server_error(request):
    return _plain("500.html", 500)
