"""The same steps in entries: what an entry of each operation is, and pull-backs derived from that alone."""
