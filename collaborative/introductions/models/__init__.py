from .calls import WelcomeCall
from .project import Perspective, SkillNote, StructureAnswer, SubjectContact
from .storyboard import BoardFace, BoardNote, BoardPicture, Storyboard
from .supports import Comfort, Promise, SupportGiven
from .words import Hello, Introduction

__all__ = [
    "BoardFace",
    "BoardNote",
    "BoardPicture",
    "Comfort",
    "Hello",
    "Introduction",
    "Perspective",
    "Promise",
    "SkillNote",
    "Storyboard",
    "StructureAnswer",
    "SubjectContact",
    "SupportGiven",
    "WelcomeCall",
]
