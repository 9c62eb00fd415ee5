"""Sentences and lexicon become names, values, statements and events. Pure functions."""
