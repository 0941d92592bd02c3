#!/usr/bin/env python
"""Run a management command; sender and receiver connect as database roles of their own."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if sys.argv[1:2] in (["send"], ["receive"]):
        os.environ["DATABASE_ROLE"] = {"send": "sender", "receive": "receiver"}[sys.argv[1]]
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
