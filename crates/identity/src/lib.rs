//! Pure: who is who, behind one matcher interface
