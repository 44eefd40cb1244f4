"""What was found on a page, counted, printed and as JSON.

Verdicts come in, text goes out, one file a format; it asks `verdicts` alone.
"""
