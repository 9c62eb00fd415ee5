"""What is learned from data: run by hand, its results ship as weights."""
