"""The reasons of verdicts, one class each, by what they speak of."""
