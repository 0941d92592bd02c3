"""The language of pages outside every organization: the one this person reads inside, where the browser was told no
other. Inside, the door speaks as the person's own profile says."""

from django.conf import settings
from django.utils import translation

from collaborative.tenancy.models import Person

LANGUAGE = "language"


def keep(session, user) -> None:
    """Note at sign-in what this person reads; of several places the one they came to last. The database has to know
    the user already."""
    languages = Person.objects.filter(user_id=user.pk).order_by("-created_at").values_list("language", flat=True)
    session[LANGUAGE] = languages.first() or ""


def own_language(get_response):
    """Speak the language that was noted at sign-in."""

    def middleware(request):
        language = request.session.get(LANGUAGE)
        if language in settings.SPOKEN_LANGUAGES and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return get_response(request)

    return middleware
