"""What `manage.py check` says about catalogues."""

from pathlib import Path

from django.conf import settings
from django.core import checks

from .catalogues import is_compiled, paths


@checks.register
def catalogues_are_compiled(app_configs, **options):
    """Without its compiled catalogue a language is silently spoken in English."""
    found = [path for folder in settings.LOCALE_PATHS for path in paths(Path(folder)) if not is_compiled(path)]
    return [
        checks.Warning(
            f"The catalogue {path.parent.parent.name} is not compiled.",
            hint="Run `manage.py catalogues compile`.",
            id="speaking.W001",
        )
        for path in found
    ]
