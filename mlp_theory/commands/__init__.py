"""The commands of ``mlp-theory``, one a file: its options, and what it does."""
