//! The file of a model: a header, a list of sections, the sections.
//!
//! Little-endian. The header is 64 bytes: the magic `QULAQMDL`, the format's
//! version and the number of sections (`u32` each), the length of the file, a
//! checksum of everything after the header, a checksum of the header and the
//! list (`u64` each), zeros. The list has 64 bytes a section: its name (24
//! bytes, zero-padded), start, length and checksum (`u64` each), zeros.
//! Sections start at multiples of 64. Checksums are XXH3 of 64 bits.

use crate::error::{Error, Result};
use memmap2::Mmap;
use rust_i18n::t;
use std::fs::File;
use std::ops::Range;
use std::path::Path;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

const MAGIC: &[u8; 8] = b"QULAQMDL";
/// The version of the format that this program writes and reads.
pub const VERSION: u32 = 3;
const HEADER: usize = 64;
const ENTRY: usize = 64;
const NAME: usize = 24;
/// Sections up to this size are checked when the file is opened.
const SMALL: usize = 1 << 20;

#[cfg(target_endian = "big")]
compile_error!("model files are mapped as they are: a big-endian machine cannot read them");

/// Where the bytes of a model live.
#[derive(Debug)]
pub enum Bytes {
    /// In the program itself. Must be aligned to 64.
    Static(&'static [u8]),
    /// In a file that is mapped into memory.
    Mapped(Mmap),
    /// In memory of our own.
    Owned(Vec<Aligned>, usize),
}

/// Sixty-four bytes at an address that is a multiple of 64.
#[derive(Debug, Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C, align(64))]
pub struct Aligned([u8; 64]);

impl Bytes {
    /// Maps a file.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn map(path: &Path) -> Result<Bytes> {
        let io = |e: std::io::Error| Error::io(path, &e);
        let file = File::open(path).map_err(io)?;
        if file.metadata().map_err(io)?.len() == 0 {
            return Ok(Bytes::Static(&[]));
        }
        // SAFETY: the mapping is read-only and private to this value. Another
        // process that cuts the file short while it is mapped would stop this
        // one with a signal; model files are replaced by renaming, which
        // leaves the mapped file as it was (docs say so to operators).
        let map = unsafe { Mmap::map(&file) }.map_err(io)?;
        Ok(Bytes::Mapped(map))
    }

    /// Copies bytes into aligned memory.
    #[must_use]
    pub fn copy(bytes: &[u8]) -> Bytes {
        let mut owned = vec![Aligned([0; 64]); bytes.len().div_ceil(64)];
        bytemuck::cast_slice_mut(&mut owned)[..bytes.len()].copy_from_slice(bytes);
        Bytes::Owned(owned, bytes.len())
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::Static(bytes) => bytes,
            Bytes::Mapped(map) => map,
            Bytes::Owned(owned, length) => &bytemuck::cast_slice(owned)[..*length],
        }
    }
}

/// A model's bytes with the list of its sections.
#[derive(Debug)]
pub struct Sections {
    bytes: Bytes,
    list: Vec<Section>,
}

#[derive(Debug)]
struct Section {
    name: String,
    range: Range<usize>,
    checksum: u64,
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytemuck::pod_read_unaligned(&bytes[at..at + 4])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    bytemuck::pod_read_unaligned(&bytes[at..at + 8])
}

impl Sections {
    /// Reads and checks the header, the list and the small sections; `name`
    /// stands for the file in errors.
    pub(super) fn parse(bytes: Bytes, name: &str) -> Result<Sections> {
        let damaged = |what: &str| Error::model(t!("model.damaged", path = name, what = what));
        if bytes.len() < HEADER || &bytes[..8] != MAGIC {
            return Err(Error::model(t!("model.none", path = name)));
        }
        if !(bytes.as_ptr() as usize).is_multiple_of(64) {
            return Sections::parse(Bytes::copy(&bytes), name);
        }
        let version = u32_at(&bytes, 8);
        if version != VERSION {
            let message = t!(
                "model.version",
                path = name,
                found = version,
                known = VERSION
            );
            return Err(Error::model(message));
        }
        let length = u64_at(&bytes, 16);
        if length != bytes.len() as u64 {
            let message = t!(
                "model.cut",
                path = name,
                found = bytes.len(),
                wanted = length
            );
            return Err(Error::model(message));
        }
        let count = u32_at(&bytes, 12) as usize;
        let list_end = count
            .checked_mul(ENTRY)
            .and_then(|l| l.checked_add(HEADER))
            .filter(|end| *end <= bytes.len())
            .ok_or_else(|| damaged("header"))?;
        if header_checksum(&bytes[..list_end]) != u64_at(&bytes, 32) {
            return Err(damaged("header"));
        }
        let mut list = Vec::with_capacity(count);
        for entry in bytes[HEADER..list_end].chunks_exact(ENTRY) {
            let start = u64_at(entry, NAME) as usize;
            let length = u64_at(entry, NAME + 8) as usize;
            let range = start
                .checked_add(length)
                .filter(|end| *end <= bytes.len() && start.is_multiple_of(64))
                .map(|end| start..end)
                .ok_or_else(|| damaged("header"))?;
            let name: Vec<u8> = entry[..NAME]
                .iter()
                .copied()
                .take_while(|b| *b != 0)
                .collect();
            list.push(Section {
                name: String::from_utf8(name).map_err(|_| damaged("header"))?,
                range,
                checksum: u64_at(entry, NAME + 16),
            });
        }
        let sections = Sections { bytes, list };
        for section in sections.list.iter().filter(|s| s.range.len() <= SMALL) {
            sections.check(section, name)?;
        }
        Ok(sections)
    }

    fn check(&self, section: &Section, name: &str) -> Result<()> {
        if xxh3_64(&self.bytes[section.range.clone()]) == section.checksum {
            return Ok(());
        }
        Err(Error::model(t!(
            "model.damaged",
            path = name,
            what = section.name
        )))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn range(&self, section: &str, name: &str) -> Result<Range<usize>> {
        let found = self.list.iter().find(|s| s.name == section);
        found
            .map(|s| s.range.clone())
            .ok_or_else(|| Error::model(t!("model.damaged", path = name, what = section)))
    }

    pub(super) fn get(&self, section: &str, name: &str) -> Result<&[u8]> {
        Ok(&self.bytes[self.range(section, name)?])
    }
}

fn header_checksum(header_and_list: &[u8]) -> u64 {
    let mut hasher = Xxh3::new();
    hasher.update(&header_and_list[..32]);
    hasher.update(&header_and_list[40..]);
    hasher.digest()
}

/// The bytes of a file with these sections.
pub(super) fn write(sections: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![0; HEADER + sections.len() * ENTRY];
    for (i, (name, content)) in sections.iter().enumerate() {
        let start = bytes.len().next_multiple_of(64);
        bytes.resize(start, 0);
        bytes.extend_from_slice(content);
        let entry = &mut bytes[HEADER + i * ENTRY..][..ENTRY];
        entry[..name.len()].copy_from_slice(name.as_bytes());
        let numbers = [start as u64, content.len() as u64, xxh3_64(content)];
        entry[NAME..NAME + 24].copy_from_slice(bytemuck::cast_slice(&numbers));
    }
    let checksum = xxh3_64(&bytes[HEADER..]);
    let length = bytes.len() as u64;
    bytes[..8].copy_from_slice(MAGIC);
    bytes[8..12].copy_from_slice(&VERSION.to_le_bytes());
    bytes[12..16].copy_from_slice(&(sections.len() as u32).to_le_bytes());
    bytes[16..24].copy_from_slice(&length.to_le_bytes());
    bytes[24..32].copy_from_slice(&checksum.to_le_bytes());
    let header = header_checksum(&bytes[..HEADER + sections.len() * ENTRY]);
    bytes[32..40].copy_from_slice(&header.to_le_bytes());
    bytes
}

/// Checks every byte of a model file.
///
/// # Errors
/// As [`super::Model::open`].
pub fn verify(path: &Path) -> Result<()> {
    let name = path.display().to_string();
    let sections = Sections::parse(Bytes::map(path)?, &name)?;
    for section in &sections.list {
        sections.check(section, &name)?;
    }
    if xxh3_64(&sections.bytes[HEADER..]) != u64_at(&sections.bytes, 24) {
        return Err(Error::model(t!(
            "model.damaged",
            path = name,
            what = "checksum"
        )));
    }
    super::Model::open(path).map(|_| ())
}
