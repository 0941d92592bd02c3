"""How the tests of this room read a page."""


def words(response):
    """A page as one line."""
    return " ".join(response.content.decode().split())
