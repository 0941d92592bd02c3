"""One-page papers as PDF, made at once while somebody waits.

The library that lays them out is large, so no web process loads it: a short process of its own does, and is gone again.
"""
