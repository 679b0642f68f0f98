//! Pure: bytes to dialect, records, columns, manifest and normalised values
