"""How fast it is, each figure beside a peer's: see __main__.py and docs/benchmarks.md."""
