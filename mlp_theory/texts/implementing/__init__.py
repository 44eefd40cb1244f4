"""Somebody's NumPy function held against one equation of a page."""
