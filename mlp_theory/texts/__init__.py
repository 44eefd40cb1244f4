"""Texts that run: pages of Markdown with LaTeX, read and judged."""
