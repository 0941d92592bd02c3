from django import forms
from django.utils.translation import gettext_lazy as _


class GalleryForm(forms.Form):
    """One of each box, to look at."""

    what = forms.CharField(
        label=_("What will you try?"),
        help_text=_("One small thing, with one or two children, in one day."),
        widget=forms.Textarea,
    )
    title = forms.CharField(label=_("A short name for it"), required=False)
    on = forms.DateField(label=_("When will you look back?"))
    where = forms.ChoiceField(label=_("Where?"), choices=[("toddlers", _("Toddler room")), ("all", _("All rooms"))])
    who = forms.ChoiceField(
        label=_("Who can see this?"),
        widget=forms.RadioSelect,
        choices=[("self", _("Just me")), ("team", _("My team")), ("all", _("All teams, by center"))],
    )
    helpers = forms.MultipleChoiceField(
        label=_("Who helps?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("teacher", _("A teacher")), ("family", _("A family partner"))],
    )
    photo = forms.FileField(label=_("A photo"), required=False)
    agreed = forms.BooleanField(label=_("We talked about it as a team"), required=False)
