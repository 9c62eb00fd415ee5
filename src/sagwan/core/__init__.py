"""The types that carry meaning between the rooms: frozen, slotted, standard library only."""
