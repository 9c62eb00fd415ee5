"""Who is the same across pages: sightings, the evidence that joins them, and what stays open."""
