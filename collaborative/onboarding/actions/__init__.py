"""The only writes of this room. `by` is a Person, `on` the day it happens."""
