"""A draft held against itself and the ledger before it is printed."""
