"""The only writes of organizations, people, memberships, invitations and agreements, by noun."""
