"""Forks that change `local/` only, and merge from us for years: what they keep, and what they are told.

`upstream` is the shared content as data, which `releases` changes; `ledger` counts what has truly changed, without a
look at the code under test. `municipality` writes changes and says how they must stand; `judging` compares.
"""
