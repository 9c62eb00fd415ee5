"""Reading items (문항) proposed from the ledger, and the proof of their keys."""
