"""A file becomes pieces with places: what is mathematics in Markdown, and where it stands.

A path or a text comes in, a `Source` of `Piece` and `Directive` goes out; it asks no other room.
"""
