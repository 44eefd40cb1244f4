"""Rows and columns that are not known yet: a term states what it needs, and the solver settles what follows from that.

Terms come in, terms with shapes that fit go out, or which two do not; it asks `syntax` for its errors alone.
"""
