from .departure import Departure
from .house import House
from .membership import AffinityGroup, CoachAssignment, Invitation, Membership
from .organization import Center, Collaborative, Organization, Team
from .person import Person
from .portrait import Portrait
from .sent_form import SentForm
from .sharing import SharingAgreement, SharingPause

__all__ = [
    "AffinityGroup",
    "Center",
    "CoachAssignment",
    "Collaborative",
    "Departure",
    "House",
    "Invitation",
    "Membership",
    "Organization",
    "Person",
    "Portrait",
    "SentForm",
    "SharingAgreement",
    "SharingPause",
    "Team",
]
