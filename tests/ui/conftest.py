import pytest

from tests.ui.browser import Shared


@pytest.fixture(scope="module", autouse=True)
def browser_ends():
    """The browser that a module's tests share ends with them."""
    with pytest.MonkeyPatch.context() as patch:
        # Its driver keeps an event loop in this thread; the tests' own queries run beside it, not inside it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield
        Shared.end()
