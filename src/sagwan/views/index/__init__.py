"""The side file: who is who, and where each one's records stand, kept beside the ledger and thrown away at will."""
