"""Habits of writers, one a file: what is rewritten before the page is collected.

Items come in, items go out; it asks `source`, `syntax`, `latex`, `symbols` and the items.
"""
