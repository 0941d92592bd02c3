"""The change history: kept by triggers in the database, so that bulk and raw writes are in it too."""

import pghistory


def with_history(model):
    """Record every insert, update and delete of `model`, with who did it, in its event table.

    The event row carries organization, author and audience as they were at that moment; reading follows those.
    """
    return pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())(model)
