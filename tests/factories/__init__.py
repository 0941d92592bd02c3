"""One plain factory per model. Each works in the organization of the running tenant context."""

from .tenancy import assignment, center, collaborative, login_of, member, organization, person, team

__all__ = ["assignment", "center", "collaborative", "login_of", "member", "organization", "person", "team"]
