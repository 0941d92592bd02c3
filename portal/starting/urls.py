from django.urls import path

from .views import house, lists, start, steps

NEW = "<slug:organization>/collaboratives/"
HOUSE = "<slug:organization>/<slug:collaborative>/house/"

urlpatterns = [
    path(NEW + "new/", start.collaborative_start, name="collaborative_start"),
    path(NEW + "<uuid:collaborative_id>/back/", start.collaborative_bring_back, name="collaborative_bring_back"),
    path(HOUSE, house.house, name="house"),
    path(HOUSE + "dates/", steps.house_dates, name="house_dates"),
    path(HOUSE + "words/", steps.house_words, name="house_words"),
    path(HOUSE + "people/", lists.house_people, name="house_people"),
    path(HOUSE + "people/in-hand/", lists.house_in_hand, name="house_in_hand"),
    path(HOUSE + "centers/", lists.house_centers, name="house_centers"),
    path(HOUSE + "texts/", steps.house_texts, name="house_texts"),
    path(HOUSE + "framework/", steps.house_framework, name="house_framework"),
    path(HOUSE + "undo/<slug:key>/", steps.house_undo, name="house_undo"),
    path(HOUSE + "preview/", house.preview_begin, name="preview_begin"),
    path(HOUSE + "preview/end/", house.preview_end, name="preview_end"),
    path(HOUSE + "letters/", house.house_letters, name="house_letters"),
    path(HOUSE + "letters/<uuid:invitation_id>/now/", house.house_letter_now, name="house_letter_now"),
    path(HOUSE + "open/", house.house_open, name="house_open"),
    path(HOUSE + "close/", house.house_close, name="house_close"),
    path(HOUSE + "away/", house.house_put_away, name="house_put_away"),
]
