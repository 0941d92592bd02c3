"""What a process has loaded at its start, it keeps until its end."""

import gc

COLLECT_AFTER = (50_000, 30, 50)  # new objects, then rounds; measured on this application's pages


def keep_what_is_loaded() -> None:
    """Take everything loaded so far out of the collector's rounds, and let it go round less often.

    To be called once, when a process is ready for its first page: a third of a page's time went into looking at
    settings, models and templates again and again, and pages that are shared with forked processes stay shared.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
