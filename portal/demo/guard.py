"""The guard before every page of the demo."""

from functools import wraps

from django.http import Http404

from .people import demo_is_allowed


def demo_only(view):
    """Where a demo is not allowed, its pages do not exist."""

    @wraps(view)
    def guarded(request, **rest):
        if not demo_is_allowed():
            raise Http404
        return view(request, **rest)

    return guarded
