"""The application's addresses, and one page more: an empty one in the same frame, through the same door."""

from django.urls import path

from portal.urls import COLLABORATIVE
from portal.urls import urlpatterns as addresses

from .empty import empty

handler404 = "portal.errors.not_found"
urlpatterns = [path(COLLABORATIVE + "empty-page/", empty, name="empty"), *addresses]
