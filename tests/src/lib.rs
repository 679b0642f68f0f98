//! Shared parts of the stories.
