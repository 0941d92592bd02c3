"""How long what is kept."""

import datetime

TRASH = datetime.timedelta(days=30)  # what people took away can be brought back for so long; ours
DRAFTS = datetime.timedelta(days=30)  # unsaved words
SENT_FORMS = datetime.timedelta(days=1)  # keys that keep a double tap from counting twice
# Sent mails, and what they said: longer than anything is due again (numbers: two months back), so that clearing one
# away never sends it a second time; ours.
MAILS = datetime.timedelta(days=180)
# Printed cards that no longer open, with their codes: long enough for "was that you?"; ours.
CARDS = datetime.timedelta(days=30)
