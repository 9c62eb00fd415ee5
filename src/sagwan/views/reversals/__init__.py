"""Who took back what."""
