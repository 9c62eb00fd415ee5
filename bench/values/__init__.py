"""The values suites: predictions, scores and the race against the peers."""
