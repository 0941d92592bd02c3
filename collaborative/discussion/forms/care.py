from django import forms
from django.utils.translation import gettext_lazy as _


class WorryForm(forms.Form):
    words = forms.CharField(
        label=_("What worries you about it?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
    send_along = forms.BooleanField(label=_("Send the words in question along"), required=False)

    def __init__(self, *args, sends_along, **kwargs):
        super().__init__(*args, **kwargs)
        if not sends_along:
            del self.fields["send_along"]

    def clean(self):
        cleaned = super().clean()
        if "send_along" in self.fields and not cleaned.get("send_along"):
            self.add_error(
                "send_along", _("They cannot open this place. Please send the words along, or phone your point person.")
            )
        return cleaned


class WordForm(forms.Form):
    """A word to the author."""

    words = forms.CharField(
        label=_("Your word to the author"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class TakeDownForm(forms.Form):
    why = forms.CharField(
        label=_("Why? The author reads this."), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class GuidanceForm(forms.Form):
    """How we would like to talk. `seen`: the number of what one had in front of one."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = forms.CharField(
        label=_("Hints on posting, for coaches"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    answer_days = forms.IntegerField(
        label=_("After how many working days does a question need an answer from us?"), min_value=1, max_value=20
    )
    new_on_shelf = forms.IntegerField(
        label=_("How many new things on the shelf are enough for a week?"), min_value=1, max_value=50
    )
