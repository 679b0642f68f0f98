//! Pure: a Client 360 snapshot assembled from rows
