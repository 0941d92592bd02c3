"""A file as an answer: whole, never streamed, and harmless to open."""

from django.http import HttpResponse

INLINE = ("image/jpeg", "image/png", "application/pdf")


def file_response(stored) -> HttpResponse:
    """The file for a caller whose right to read it has been checked; pictures and PDF show, the rest downloads."""
    response = HttpResponse(bytes(stored.content), content_type=stored.content_type)
    way = "inline" if stored.content_type in INLINE else "attachment"
    ending = stored.name.rsplit(".", 1)[-1] if stored.name.isascii() and "." in stored.name else "bin"
    response["Content-Disposition"] = f'{way}; filename="file.{ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
