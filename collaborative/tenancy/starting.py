"""What happens besides when a collaborative is started: rooms above register here (a framework from a template)."""

_after_start = []


def after_start(function):
    """Have `function(collaborative, by=..., on=...)` called in the same transaction for every new collaborative."""
    _after_start.append(function)
    return function


def started(collaborative, *, by, on) -> None:
    for function in _after_start:
        function(collaborative, by=by, on=on)
