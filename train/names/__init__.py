"""Training of the name tagger: run by hand, never by the product."""
