"""문항: reading items whose keys the ledger proves."""
