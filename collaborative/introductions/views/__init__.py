"""The doors to who we are, by what one does there."""
