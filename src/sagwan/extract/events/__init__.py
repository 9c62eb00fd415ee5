"""Who did what to whom, for how much, and how sure the text is."""
