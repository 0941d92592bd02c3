"""Every address. What belongs to an organization comes last, under its own name."""

from django.conf import settings
from django.urls import include, path

from . import health

COLLABORATIVE = "<slug:organization>/<slug:collaborative>/"

# The rooms of a collaborative: (first segment, module, namespace).
ROOMS = (
    ("pdsa/", "pdsa.urls", "pdsa"),
    ("metrics/", "metrics.urls", "metrics"),
    ("framework/", "portal.framework_pages.urls", "framework"),
    ("languages/", "portal.languages.urls", "languages"),
    ("schedule/", "collaborative.schedule.urls", "schedule"),
    ("asked/", "collaborative.onboarding.urls", "onboarding"),
    ("discussion/", "collaborative.discussion.urls", "discussion"),
    ("cards/", "collaborative.cards.urls", "cards"),
    ("drafts/", "collaborative.drafts.urls", "drafts"),
    ("reports/", "portal.reports.urls", "reports"),
    ("notices/", "portal.notices.urls", "notices"),
    ("newsletter/", "portal.newsletter.urls", "newsletter"),
    ("recognition/", "portal.recognition.urls", "recognition"),
    ("observers/", "portal.observing.urls", "observing"),
    ("help/", "portal.help.urls", "help"),
    ("search/", "portal.search.urls", "search"),
    ("keeping/", "portal.keeping.urls", "keeping"),
)

demo = [
    path("demo/", include(("portal.demo.urls", "demo"))),
    path("components/", include(("collaborative.ui.urls", "ui"))),
]

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("accounts/", include("allauth.urls")),
    path("api/v1/", include(("portal.api.urls", "api"))),
    *(demo if settings.DEMO else []),
    path("", include(("portal.phone.urls", "phone"))),
    path("", include(("portal.signin.urls", "signin"))),
    path("help/messages/", include(("portal.notices.public_urls", "reach"))),
    *[path(COLLABORATIVE + segment, include((module, name))) for segment, module, name in ROOMS],
    path("", include(("portal.starting.urls", "starting"))),
    path("", include(("collaborative.introductions.urls", "introductions"))),
    path("", include(("collaborative.tenancy.urls", "tenancy"))),
    path("", include(("portal.home.urls", "home"))),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
