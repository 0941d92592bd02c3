"""`manage.py catalogues update | compile`: the texts of each language, from the sources and for Django."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from ... import catalogues


class Command(BaseCommand):
    help = "Bring the catalogues of translations up to date with the sources, or compile them."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("step", choices=("update", "compile"))

    def handle(self, *, step, **options):
        folder = Path(settings.LOCALE_PATHS[0])
        if step == "update":
            for path in catalogues.paths(folder):
                if path.parent.parent.name == settings.LANGUAGE_CODE:
                    continue  # our own texts are in that language; its catalogue holds what libraries say
                catalogues.update(path, settings.BASE_DIR)
                self.stdout.write(f"{path.parent.parent.name} is up to date")
        for path in catalogues.compile_all(folder):
            self.stdout.write(f"{path.parent.parent.name} is compiled")
