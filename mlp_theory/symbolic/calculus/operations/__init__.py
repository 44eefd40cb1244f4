"""The operations of the calculus, each with its shape and its pull-back."""
