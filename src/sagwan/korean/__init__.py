"""Korean as a reader sees it: sentences, morphemes, particles, numerals, quotation marks. Kiwi lives here only."""
