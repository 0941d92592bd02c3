"""Whether this machine has a browser for the tests that drive one, and whether it has to have one."""

import os

from portal.tour.browser import chromium


def may_be_left_out() -> bool:
    """Tests with a browser may be left out only where there is none and REQUIRE_BROWSER=1 does not ask for one."""
    return chromium() is None and os.environ.get("REQUIRE_BROWSER") != "1"
