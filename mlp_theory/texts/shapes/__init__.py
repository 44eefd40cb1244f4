"""Sizes that are not known yet, and the constraints that settle them.

Terms come in, the solver settles their rows and columns or says which do not fit; it asks `syntax`.
"""
