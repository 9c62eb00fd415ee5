"""Items in the formats of others, all from one model."""
