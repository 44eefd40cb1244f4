"""A page becomes pieces: what is mathematics in a file of Markdown, and where each character of it stands.

A path or a text comes in, a `Source` goes out, its pieces and directives in their order; it asks no other room.
"""
