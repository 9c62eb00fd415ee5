"""Programs that measure: each a target of its own, none a test."""
