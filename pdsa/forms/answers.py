"""What people say to a try. These words are read at once, so the question about names is always asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..enums import AnswerKind
from .words import WordsForm, one_of, text


class SaidForm(WordsForm):
    # Where, and how, it is asked for words when there are none.
    asks_at, asks = "text", _("Write a few words first, and then send them.")
    # The answer one speaks to, where it is not the try itself.
    in_reply_to = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)

    own = WordsForm.own | {"in_reply_to"}

    def ask_for_words(self):
        self.add_error(self.asks_at, self.asks)


class AnswerForm(SaidForm):
    """Anyone on any team: what we know or did, or a question of our own."""

    text = text(_("Your words"), help_text=_("What do you know, what did you try, or what would you like to know?"))
    kind = forms.ChoiceField(
        choices=[(AnswerKind.ANSWER, _("We know something")), (AnswerKind.QUESTION, _("We would like to know"))],
        label=_("What is it?"),
        widget=forms.RadioSelect,
        required=False,
        initial=AnswerKind.ANSWER,
    )

    def clean_kind(self):
        return self.cleaned_data["kind"] or AnswerKind.ANSWER


class CoachAnswerForm(SaidForm):
    """A coach: one prompt is enough."""

    asks_at, asks = "admire", _("Write a few words under any one of the questions, and then send them.")

    admire = text(_("What do you admire?"), rows=2)
    ask = text(_("What is the one real question you have?"), rows=2)
    suggest = text(_("One suggestion"), rows=2)


class ThanksForm(SaidForm):
    asks = _("What would you like to thank them for? One line is enough.")
    text = text(_("Thank you for ..."), rows=2)


class AskTeamForm(WordsForm):
    words_for_them = text(_("What would you like to hear from them?"), rows=2)

    def __init__(self, *args, teams=(), name=str, **kwargs):
        super().__init__(*args, ask_about_names=True, **kwargs)
        self.fields["team"] = one_of(
            _("Which team?"), teams, widget=forms.Select, name=name, ask=_("Please choose a team.")
        )
