"""A function of NumPy arrays held against an equation of a page, at the draws that the checker would judge it at.

A function, a page and a tag come in, an `Implementation` goes out; it asks the checker, and all that the checker asks.
"""
