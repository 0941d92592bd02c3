"""Work for a worker: one function, so that actions need not know any task."""
