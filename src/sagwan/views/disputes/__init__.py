"""What is claimed and denied."""
