"""A hand that counts: taps, keystrokes, pages and seconds of one journey."""

import time


class Hand:
    """Touches a page as a person would, and keeps count."""

    def __init__(self, page):
        self.page = page
        self.taps = self.keystrokes = self.pages = 0
        self._began = time.perf_counter()
        page.on("framenavigated", self._count_page)

    def tap(self, place):
        """One tap on what `place` finds first."""
        self.taps += 1
        place.first.tap()
        self.page.wait_for_load_state()

    def write(self, place, words):
        """A tap into a box, then its words key by key; what stood there is replaced."""
        self.taps += 1
        box = place.first
        box.tap()
        if box.input_value():
            box.fill("")
        box.press_sequentially(words)
        self.keystrokes += len(words)

    def counted(self) -> dict:
        """The journey in numbers; the seconds are the machine's: how long people wait, not how long they think."""
        seconds = round(time.perf_counter() - self._began, 2)
        return {"taps": self.taps, "keystrokes": self.keystrokes, "pages": self.pages, "seconds": seconds}

    def _count_page(self, frame):
        self.pages += frame == self.page.main_frame
