"""Pictures, files and links beside words: each picture with what it shows and the yes of everybody in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png")


class PieceFields(forms.Form):
    """Boxes for a few pieces; the first goes by plain names, the others by a number behind."""

    slots = 3

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for end in self._ends():
            self.fields.update(
                {
                    f"file{end}": forms.FileField(
                        label=_("A photo or a file"),
                        required=False,
                        help_text=_("One photo, PDF, Word, Excel, PowerPoint or text file, up to 10 MB."),
                    ),
                    f"shows{end}": forms.CharField(
                        label=_("What can be seen in the photo?"),
                        required=False,
                        max_length=200,
                        help_text=_("It stands under the photo, and is read to people who cannot see it."),
                    ),
                    f"everyone_agreed{end}": forms.BooleanField(
                        label=_("Everybody in it, or their family, said yes; or nobody can be seen"), required=False
                    ),
                }
            )
        self.fields["link"] = forms.URLField(label=_("A link"), required=False, assume_scheme="https", max_length=200)

    def _ends(self):
        return ["", *(f"_{number}" for number in range(2, self.slots + 1))]

    def piece_rows(self):
        """The boxes of each piece, for the page: [(file, what it shows, everybody said yes)]."""
        return [(self[f"file{end}"], self[f"shows{end}"], self[f"everyone_agreed{end}"]) for end in self._ends()]

    def clean(self):
        cleaned = super().clean()
        for end in self._ends():
            upload = cleaned.get(f"file{end}")
            is_picture = upload is not None and upload.name.lower().endswith(PICTURE_ENDINGS)
            if is_picture and not cleaned.get(f"everyone_agreed{end}"):
                question = _("Did everybody in this photo say yes, and for a child the family? Then tick this, or "
                             "leave the photo out.")  # fmt: skip
                self.add_error(f"everyone_agreed{end}", question)
        return cleaned

    def typed_pieces(self):
        """[{upload, link, caption, everyone_agreed}] of the boxes that were filled."""
        given = self.cleaned_data
        found = [
            {
                "upload": given[f"file{end}"],
                "caption": given[f"shows{end}"],
                "everyone_agreed": given[f"everyone_agreed{end}"],
            }
            for end in self._ends()
            if given.get(f"file{end}")
        ]
        return [*found, {"link": given["link"]}] if given.get("link") else found


class PiecesForm(PieceFields):
    """One more picture, file or link for something already written."""

    slots = 1

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("file") or cleaned.get("link")):
            raise forms.ValidationError(_("Please choose a photo or a file, or give a link."))
        return cleaned
