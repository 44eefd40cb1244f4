"""A function of NumPy arrays held against an equation of a page, at the draws that the checker would judge it at.

A function, a page and a tag come in, an `Implementation` goes out; it is a door: it asks the checker, and what that asks.
"""
