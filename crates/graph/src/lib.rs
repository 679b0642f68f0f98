//! Pure: deltas, their inverses and field history
