"""What may be stored, and as what it is given back."""

LARGEST = 10 * 1024 * 1024  # bytes a file; ours
MOST_PIXELS = 24_000_000  # of a picture that can only be decoded whole: four bytes each, about 100 MB; ours
MOST_PIXELS_OF_A_CAMERA = 60_000_000  # of a JPEG, which is decoded scaled down; phones take up to 50 million
CENTER_QUOTA = 500 * 1024 * 1024  # bytes a team, and a person without one; ours

# Kinds of file we take, by the bytes they begin with: (first bytes, content type).
BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
)
OFFICE = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
PICTURES = ("image/jpeg", "image/png")


def content_type_of(name: str, content: bytes) -> str | None:
    """The content type of a document by its first bytes and its ending, None for a kind we do not take."""
    lowered = name.lower()
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            if kind == "application/pdf":
                return kind if lowered.endswith(".pdf") else None
            return next((office for ending, office in OFFICE.items() if lowered.endswith(ending)), None)
    if lowered.endswith(".txt") and b"\x00" not in content:
        return "text/plain"
    return None


def plain_name(name: str) -> str:
    """The file's own name without folders or signs that are not printable; at most 150 characters."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in base if sign.isprintable())[-150:] or "file"
