"""A page becomes pieces: what is mathematics in it, and where each character of it stands.

Each format is a file here and a row of `formats`. All but LaTeX become Markdown, character under character.

A path or a text comes in, a `Source` goes out, its pieces and directives in their order; it asks no other room.
"""
