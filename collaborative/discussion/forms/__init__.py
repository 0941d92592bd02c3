"""The shape of what is typed in Learn together."""

from .care import GuidanceForm, TakeDownForm, WordForm, WorryForm
from .circles import CircleForm, InviteForm
from .pieces import PiecesForm
from .posts import EditPostForm, EditReplyForm, NoticingForm, PostForm, ReplyForm, ThanksForm, WeeklyForm
from .shelf import MergeForm, ShelfForm, ShelfTagsForm, UseForm
from .words import WordsForm

__all__ = [
    "CircleForm", "EditPostForm", "EditReplyForm", "GuidanceForm", "InviteForm", "MergeForm", "NoticingForm",
    "PiecesForm", "PostForm", "ReplyForm", "ShelfForm", "ShelfTagsForm", "TakeDownForm", "ThanksForm", "UseForm",
    "WeeklyForm", "WordForm", "WordsForm", "WorryForm",
]  # fmt: skip
