"""The only writes of cards, tablets and PINs, by noun."""
