"""Korean full text over articles and statements: words as a reader means them, found where they stand."""
