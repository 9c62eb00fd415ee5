"""Running stories: which articles tell one, which copy another, who told what first."""
