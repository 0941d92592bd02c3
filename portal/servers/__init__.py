"""The servers of `make run` and `make test`: PostgreSQL and Valkey from their wheels, and the process runner.

Everything here but `prepare` is plain standard library, importable before the set-up has installed anything.
"""
