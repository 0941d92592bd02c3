"""The shape of what people type. A form keeps everything typed and ends at `cleaned_data`."""

from .answers import AnswerForm, AskTeamForm, CoachAnswerForm, ThanksForm
from .cycles import ActForm, DoForm, NextForm, PlanForm, StartForm, StudyForm
from .reach import SpreadForm, VoicesForm
from .sharing import ShareForm
from .team import NeedForm, PhotoForm, PriorityForm, TeamTryForm, WriteForTeamForm

__all__ = [
    "ActForm",
    "AnswerForm",
    "AskTeamForm",
    "CoachAnswerForm",
    "DoForm",
    "NeedForm",
    "NextForm",
    "PhotoForm",
    "PlanForm",
    "PriorityForm",
    "ShareForm",
    "SpreadForm",
    "StartForm",
    "StudyForm",
    "TeamTryForm",
    "ThanksForm",
    "VoicesForm",
    "WriteForTeamForm",
]
