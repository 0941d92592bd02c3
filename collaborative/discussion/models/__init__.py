"""Learn together: posts and what hangs on them, groups run by their members, the shelf, care for each other."""

from .care import CareStep, Guidance, Worry
from .circles import Circle, CircleMember
from .hanging import Attachment, Mention, PostTask
from .posts import Noticing, Post, PostReply
from .shelf import ShelfItem, ShelfUse

__all__ = [
    "Attachment", "CareStep", "Circle", "CircleMember", "Guidance", "Mention", "Noticing", "Post", "PostReply",
    "PostTask", "ShelfItem", "ShelfUse", "Worry",
]  # fmt: skip
