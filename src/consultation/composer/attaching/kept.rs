//! What is known of the files of a comment that is being written, kept on the device.

use muloqot_domain::{Attachment, AttachmentId, ConsultationId, FromJson, from_json};
use serde::Serialize;
use serde_json::Value;

use super::super::Place;
use crate::{json::read_json, storage::device_storage};

/// A file that was attached: the platform has it, or it stays behind with the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeptFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What the platform calls it, if it has it.
    pub id: Option<AttachmentId>,
    /// What was typed about it.
    pub description: String,
}

impl KeptFile {
    fn of(own: &Attachment) -> Self {
        let Attachment { id, name, bytes, description, .. } = own.clone();
        Self { name, bytes, id: Some(id), description }
    }
}

from_json!(KeptFile { name: required, bytes: required, id: optional, description: optional });

/// Where the files of one draft are kept.
#[derive(Clone, Debug)]
pub struct FileKeeper {
    key: String,
    /// Those that stand there while nothing is kept.
    before: Vec<KeptFile>,
}

impl FileKeeper {
    /// The keeper of the files for one place of one consultation, where a comment that is
    /// changed has some.
    pub fn new(consultation: &ConsultationId, place: &Place, own: &[Attachment]) -> Self {
        let key = format!("muloqot.files/{consultation}/{}", place.slug());
        Self { key, before: own.iter().map(KeptFile::of).collect() }
    }

    /// Whether a file stood there before.
    pub fn stood_there(&self, id: &AttachmentId) -> bool {
        self.before.iter().any(|file| file.id.as_ref() == Some(id))
    }

    /// What was kept, or else what stood there before.
    pub fn kept(&self) -> Vec<KeptFile> {
        let json = device_storage().and_then(|storage| storage.get_item(&self.key).ok().flatten());
        let kept = json.and_then(|json| read_json(&json)).map(|value| files_in(&value));
        kept.unwrap_or_else(|| self.before.clone())
    }

    /// Keeps these in the place of others. What the device does not keep is still on the page.
    pub fn keep(&self, files: &[KeptFile]) {
        let Some(storage) = device_storage() else { return };
        let _ = match files == self.before {
            true => storage.remove_item(&self.key),
            false => storage.set_item(&self.key, &serde_json::to_string(files).unwrap_or_default()),
        };
    }

    /// Forgets what was kept, if it was these files.
    pub fn forget_if(&self, ids: &[AttachmentId]) {
        if self.kept().iter().map(|file| file.id.as_ref()).eq(ids.iter().map(Some)) {
            self.forget();
        }
    }

    /// Forgets what was kept.
    pub fn forget(&self) {
        self.keep(&self.before);
    }

    /// Keeps that the platform has got a file whose form is gone.
    pub fn arrived(&self, name: &str, bytes: u64, id: &AttachmentId) {
        let mut files = self.kept();
        let is_it =
            |file: &&mut KeptFile| file.id.is_none() && file.name == name && file.bytes == bytes;
        if let Some(file) = files.iter_mut().find(is_it) {
            file.id = Some(id.clone());
            self.keep(&files);
        }
    }
}

fn files_in(value: &Value) -> Vec<KeptFile> {
    value.as_array().into_iter().flatten().filter_map(KeptFile::from_json).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_and_what_cannot_be_read_costs_itself_alone() {
        let file = KeptFile {
            name: "yo‘l.png".into(),
            bytes: 7,
            id: Some("u1".into()),
            description: "Yo‘l".into(),
        };
        let left = KeptFile { id: None, ..file.clone() };
        let mut kept = serde_json::to_value([file.clone(), left.clone()]).unwrap();
        kept.as_array_mut().unwrap().insert(1, serde_json::json!({ "name": 7 }));
        assert_eq!(files_in(&kept), [file, left]);
    }
}
