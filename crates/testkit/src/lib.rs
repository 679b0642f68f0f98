//! Builders, a fixed clock and temporary workspaces for tests
