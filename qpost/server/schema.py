"""Why: tables are written down in more than one file, and are one schema."""

from sqlalchemy import BigInteger, Integer, MetaData

metadata = MetaData()
Id = BigInteger().with_variant(Integer(), "sqlite")
"""A row's number; SQLite numbers rows by itself only where the type is plain INTEGER."""
