from tests.ui.conftest import browser_ends  # noqa: F401 (fixture)
