"""What the guide is made of: for each role a few steps, each with a picture of a page of this very application."""

from dataclasses import dataclass

from django.utils.functional import Promise

from collaborative.tenancy.enums import Role

WIDTH, HEIGHT = 390, 640  # pixels of a picture: a phone


@dataclass(frozen=True)
class Step:
    """One step: its key, title, a sentence or two of what to do, and its picture.

    `page`: the name of the page in the picture. Where it belongs to one row, the picture is found as a person would:
    from the page `begins` by the first link of each shape in `links`, with `rest` behind it. `look`: what is to be seen
    at the top of the picture. `shows`: what the picture shows, for who does not see it.
    """

    key: str
    title: Promise
    words: Promise
    shows: Promise
    page: str
    begins: str = ""
    links: tuple[str, ...] = ()
    rest: str = ""
    look: str = ""

    @property
    def is_of_a_row(self) -> bool:
        return bool(self.links)


@dataclass(frozen=True)
class Guide:
    """The steps of one role; `seen_by`: the person of the demo in whose hands the pictures are made."""

    role: Role
    lead: Promise
    seen_by: str
    steps: tuple[Step, ...]

    def step(self, key) -> Step | None:
        return next((step for step in self.steps if step.key == key), None)

    def around(self, step) -> tuple[Step | None, Step | None]:
        """(the step before, the step after)."""
        at = self.steps.index(step)
        return (self.steps[at - 1] if at else None), (self.steps[at + 1] if at + 1 < len(self.steps) else None)


def picture_of(guide: Guide, step: Step, language: str) -> str:
    """Where the picture of a step lies among the static files."""
    return f"guide/{language}/{guide.role}-{step.key}.webp"
