"""A NumPy function held against an equation of a page.

A function and a page come in, a report goes out; it asks what the checker asks, and the checker.
"""
