"""What a browser fetches for the phone itself: nothing here belongs to anybody."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from . import shells, worker

PAPER, SUNKEN = "#faf6ee", "#f2ecdf"  # of static/css/tokens.css
ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("maskable-512.png", 512, "maskable"))
ONE_HOUR = "public, max-age=3600"


@login_not_required
@require_GET
def manifest(request):
    """How the application is called and drawn on a phone's first screen."""
    icons = [
        {"src": static(f"icons/{name}"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for name, size, purpose in ICONS
    ]
    words = {
        "id": "/",
        "name": "Next Tuesday",
        "short_name": "Next Tuesday",
        "description": _("What can we try by next Tuesday?"),
        "lang": get_language(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": SUNKEN,
        "icons": icons,
    }
    answer = JsonResponse(words, content_type="application/manifest+json")
    answer.headers["Cache-Control"] = ONE_HOUR
    return answer


@login_not_required
@require_GET
def service_worker(request):
    """The worker of this version in the reader's language; switched off, one that clears up after itself and goes."""
    language = request.GET.get("language", "")
    text = worker.script(language if language in settings.SPOKEN_LANGUAGES else settings.LANGUAGE_CODE)
    answer = HttpResponse(text if settings.OFFLINE_PAGES else worker.GOODBYE, content_type="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@login_not_required
@require_GET
def shell(request, language, form=""):
    """A page for when there is no connection, the same for everybody: an empty form, or the way to one."""
    if language not in settings.SPOKEN_LANGUAGES or (form and form not in shells.FORMS):
        raise Http404
    answer = HttpResponse(shells.page(language, form))
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@login_not_required
@require_GET
def ready(request):
    """Whether what is kept on a phone can be sent now, and the token to send it with."""
    return JsonResponse({"token": get_token(request), "signed_in": request.user.is_authenticated})
