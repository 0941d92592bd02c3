"""`make tour`: a walk through the application in a real browser, as each person of the demo.

Development libraries drive it; the application itself never imports this package.
"""
