"""What two have done and said for and against each other."""
