"""Which paper people print on, by their country."""

LETTER_PAPER = ("US", "CA", "MX", "PH")  # countries whose paper is Letter


def paper_of(country: str) -> str:
    return "us-letter" if country in LETTER_PAPER else "a4"
