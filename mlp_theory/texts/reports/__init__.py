"""What was found on a page, counted, printed and as JSON.

Verdicts come in, text goes out; it asks no other room.
"""
