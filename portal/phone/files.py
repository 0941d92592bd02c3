"""Static files under hashed names, those that one of our scripts imports from another too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "js/*.js"  # scripts of libraries import what they do not bring along
IMPORTS = (r"""(?P<matched>from\s*["'](?P<url>\./[\w-]+\.js)["']\s*;)""", 'from "%(url)s";')


class HashedFiles(CompressedManifestStaticFilesStorage):
    patterns = (*CompressedManifestStaticFilesStorage.patterns, (OURS, (IMPORTS,)))
