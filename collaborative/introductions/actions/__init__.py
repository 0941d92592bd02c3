"""The only writes of introductions, by what is written."""
