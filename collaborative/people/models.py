"""The login, and nothing else about a person: what is said about someone is `tenancy.Person`, one per organization."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from collaborative.isolation.models import new_id

from .addresses import canonical
from .phones import E164

PLAIN_ADDRESS = "^[!-@[-~]+$"  # printable ASCII without capitals: two spellings never stand for one mailbox


class UserManager(BaseUserManager):
    """Makes logins; a login without an e-mail address is valid (a printed card, a passkey, a phone)."""

    def create_user(self, email=None, password=None, phone=None):
        user = self.model(email=canonical(email) if email else None, phone=phone)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username):
        return self.get(email=canonical(username))


class User(AbstractBaseUser):
    """A way to prove who one is. It belongs to no organization and grants nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    # Where codes are texted to; in E.164 form. A phone may be a contact of many people, and a login of one.
    phone = models.CharField(max_length=16, unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    # Wrong guesses, and when the last one was: a new code does not set them back, a long quiet time does.
    wrong_codes = models.PositiveIntegerField(default=0, editable=False)
    wrong_passwords = models.PositiveIntegerField(default=0, editable=False)
    guessed_at = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []
    is_staff = False
    is_superuser = False

    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=None) | models.Q(email__regex=PLAIN_ADDRESS), name="login_with_a_plain_address"
            ),
            models.CheckConstraint(
                condition=models.Q(phone=None) | models.Q(phone__regex=E164), name="login_with_a_whole_phone_number"
            ),
        ]

    def __str__(self):
        return f"login {self.pk}"
