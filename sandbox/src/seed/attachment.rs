//! The files that seeded comments bring along.

use anyhow::{Context, anyhow};
use muloqot_domain::{
    AttachmentId, NewAttachment, Timestamp, Upload, accept_attachment, accept_description,
    file_name, graphemes,
};
use rusqlite::Connection;

use super::file::AttachmentSeed;
use crate::{random, store::attachments};

/// Each file by its name.
const FILES: [(&str, &[u8]); 2] = [
    ("daraxtlar-rejasi.png", include_bytes!("../../seeds/attachments/daraxtlar-rejasi.png")),
    ("murojaat.pdf", include_bytes!("../../seeds/attachments/murojaat.pdf")),
];

/// Keeps the files of a comment, and gives them to it.
pub fn plant(
    db: &Connection,
    comment_id: &str,
    author: &str,
    seeds: &[AttachmentSeed],
    at: Timestamp,
) -> anyhow::Result<()> {
    if seeds.is_empty() {
        return Ok(());
    }
    let mut claimed = Vec::new();
    for seed in seeds {
        let (_, content) = FILES
            .iter()
            .find(|(name, _)| *name == seed.file)
            .with_context(|| format!("no file {}", seed.file))?;
        let media_type =
            accept_attachment(content).map_err(|refusal| anyhow!("{}: {refusal:?}", seed.file))?;
        let description = accept_description(&seed.description, graphemes)
            .map_err(|refusal| anyhow!("{}: description: {refusal:?}", seed.file))?;
        let id = AttachmentId(random::id_of(&[comment_id, &seed.file]));
        let name = file_name(&seed.file, media_type);
        let file = Upload { id: id.clone(), name, media_type, bytes: content.len() as u64 };
        attachments::insert(db, &file, author, content, at)?;
        claimed.push(NewAttachment { id, description: description.to_owned() });
    }
    attachments::claim(db, comment_id, &claimed)?;
    Ok(())
}
