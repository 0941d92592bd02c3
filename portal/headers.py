"""Headers every answer carries beside Django's own."""

FEATURES_OFF = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


def private_pages(get_response):
    """Private pages are never stored by browsers or proxies; static files answer before this."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", FEATURES_OFF)
        return response

    return middleware
