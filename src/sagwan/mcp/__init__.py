"""The same answers as tools for agents."""
