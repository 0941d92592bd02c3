"""Pages for what went wrong: each says what to do next, and gives back what was typed."""

from django.core.exceptions import RequestDataTooBig
from django.http import UnreadablePostError
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import CollaborativeIsClosed

PAGES_OF = {ChangedMeanwhile: "409.html", CollaborativeIsClosed: "closed.html"}
HIDDEN = {
    "csrfmiddlewaretoken", "form_key", "kept", "written_by", "version", "password", "login", "code", "next", "email",
}  # fmt: skip
LONGEST_NAME = 100


def typed_words(request) -> list[tuple[str, str]]:
    """(field, words) of the form that was sent, as far as people typed them."""
    try:
        fields = request.POST.lists()
    except (RequestDataTooBig, UnreadablePostError):
        return []
    return [
        (name[:LONGEST_NAME].replace("_", " "), value.replace("\x00", ""))
        for name, values in fields
        for value in values
        if name not in HIDDEN and not name.startswith("old") and value.strip()
    ]


def csrf_failure(request, reason=""):
    """The form was sent from an expired page: show the words that were typed, so that nothing is lost."""
    return render(request, "403_csrf.html", {"typed": typed_words(request)}, status=403)


def _plain(template, status, request=None):
    """A page drawn without touching the database: the transaction may be broken.

    `request`: where it is whole, so that on a team's tablet the page has the button for the next person.
    """
    shown = {}
    if request is not None and getattr(request, "session", {}).get("shared"):
        shown = {"request": request, "csrf_token": get_token(request)}
    return SimpleTemplateResponse(template, shown, status=status).render()


def bad_request(request, exception=None):
    if isinstance(exception, RequestDataTooBig):
        return _plain("413.html", 413)
    return _plain("400.html", 400)


def permission_denied(request, exception=None):
    return _plain("403.html", 403, request)


def not_found(request, exception=None):
    return _plain("404.html", 404, request)


def server_error(request):
    return _plain("500.html", 500)


class ErrorPages:
    """Turns what views did not answer themselves into a page (409): somebody else saved first, or all is finished."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        page = PAGES_OF.get(type(exception))
        if page is None:
            return None
        response = render(request, page, {"typed": typed_words(request)}, status=409)
        response.undo_writes = True
        return response
