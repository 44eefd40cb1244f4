"""What an operation asks of the shapes of its terms, one operation a file; the solver of `shapes` settles them."""
