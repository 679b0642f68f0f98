//! Use cases over a host: imports, review, lists, dossier, audit
