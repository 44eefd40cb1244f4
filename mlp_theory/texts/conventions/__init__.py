"""Habits of writers, one a file: what is rewritten before the page is collected.

Items come in, items go out, or the way their names are to be written; in which order, `collecting.passes` says.
It asks `syntax`, `symbols` and the items.
"""
