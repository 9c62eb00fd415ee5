"""The independent solver: it sees the ledger and an item's claims, and nothing of how the item was made."""
