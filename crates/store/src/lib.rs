//! SQLite: open, migrate, one write path, evidence, search, blobs
