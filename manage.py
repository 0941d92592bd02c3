#!/usr/bin/env python
"""Run a management command; the sender alone connects as the sender's database role."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if sys.argv[1:2] == ["send"]:
        os.environ["DATABASE_ROLE"] = "sender"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
