"""What stands between a right code and the first page."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.stages import EmailVerificationStage


class ProvenAddress(EmailVerificationStage):
    """An address one signs in with is proven first; whoever came with a phone, or has no address, proved enough."""

    def handle(self):
        user = self.login.user
        records = get_authentication_records(self.request, user)
        if user is not None and (not user.email or (records and records[-1].get("phone"))):
            return None, True
        return super().handle()
