"""Money promised, owed and paid: who to whom, for what, in which reports."""
