//! A look at a file that keeps nothing: the whole of it, or a first one that takes no longer for a large file.

use std::path::Path;

use contracts::{Actor, Analysis, FileInfo, FilePreview, Permission, ReadAs};
use understanding::{Options, Source as _};

use crate::imports::RunAs;
use crate::imports::source::{FileSource, Hashing};
use crate::imports::stage::{mime_type, not_understood};
use crate::{App, Outcome};

/// What is known of a file where there is no workspace.
fn bare(source: &FileSource, read_as: &ReadAs) -> Options {
    Options {
        file_name: source.name.clone(),
        default_region: Some("IN".into()),
        read_as: read_as.clone(),
        ..Options::default()
    }
}

impl App {
    /// Everything that can be learnt from a file without a workspace and without writing anything (R18, R19).
    ///
    /// # Errors
    /// [`contracts::ErrorCode::BadInput`] naming the file and the way out.
    pub fn analyze(_actor: &Actor, path: &Path, read_as: &ReadAs) -> Outcome<Analysis> {
        let source = FileSource::open(path)?;
        let mut hashing = Hashing::new();
        let u = understanding::analyze_source(&source, &bare(&source, read_as), &mut hashing)
            .map_err(|e| not_understood(&source.name, e))?;
        Ok(Analysis {
            file: FileInfo {
                mime_type: mime_type(&source.name, &u),
                bytes: source.len(),
                sha256: hashing.hex(),
                name: source.name,
            },
            dialect: u.dialect,
            source_profile: u.profile,
            row_entity: u.row_entity,
            rows: u.rows,
            columns: u.columns,
            notes: u.notes,
            set_aside: u.set_aside,
        })
    }

    /// A first look at a file, from its start and samples, without a workspace.
    ///
    /// # Errors
    /// As [`App::analyze`].
    pub fn preview(_actor: &Actor, path: &Path, read_as: &ReadAs) -> Outcome<FilePreview> {
        let source = FileSource::open(path)?;
        previewed(&source, &bare(&source, read_as))
    }

    /// A first look at a file with the profiles and the region of this workspace; nothing is kept.
    ///
    /// # Errors
    /// As [`App::analyze`]; [`contracts::ErrorCode::NotFound`] for a profile that is not known.
    pub fn import_preview(&self, actor: &Actor, path: &Path, run: &RunAs) -> Outcome<FilePreview> {
        self.permit(actor, Permission::ImportFiles)?;
        let source = FileSource::open(path)?;
        previewed(&source, &self.options(&source.name, run)?)
    }
}

fn previewed(source: &FileSource, options: &Options) -> Outcome<FilePreview> {
    let p = understanding::preview(source, options).map_err(|e| not_understood(&source.name, e))?;
    let u = p.found;
    Ok(FilePreview {
        name: source.name.clone(),
        mime_type: mime_type(&source.name, &u),
        bytes: p.bytes,
        looked_at: p.looked_at,
        sampled: p.sampled,
        dialect: u.dialect,
        source_profile: u.profile,
        row_entity: u.row_entity,
        rows: u.rows,
        columns: u.columns,
        notes: u.notes,
        set_aside: u.set_aside,
        first_rows: p.rows,
    })
}
