"""python -m pmexport."""

from pmexport.cli import main

if __name__ == "__main__":
    main()
