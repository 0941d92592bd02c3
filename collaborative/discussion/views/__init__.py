"""The doors to Learn together, by what one does there."""
