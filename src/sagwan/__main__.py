"""`python -m sagwan` is the command line."""

from sagwan.cli.app import main

if __name__ == "__main__":
    main()
