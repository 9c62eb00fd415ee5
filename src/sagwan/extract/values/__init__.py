"""Money, shares, counts and times in Korean text, exact and with their bounds."""
