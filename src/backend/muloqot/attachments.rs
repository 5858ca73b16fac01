//! Files that comments bring along.

use std::sync::Arc;

use muloqot_domain::{AttachmentId, Upload};
use send_wrapper::SendWrapper;
use web_sys::File;

use super::Muloqot;
use crate::backend::{Answer, IdempotencyKey, answer::decode, http::Request, retry::Method};

/// How long a file may take: at its greatest, by a line of 10 kB a second.
const TIME_OUT_MS: u32 = 600_000;

impl Muloqot {
    pub fn upload_attachment(
        self: &Arc<Self>,
        name: &str,
        content: SendWrapper<File>,
        key: &IdempotencyKey,
    ) -> Answer<Upload> {
        let request = Request {
            method: Method::Post,
            address: self.address(&["attachments"]).parameter("name", name),
            key: Some(key.clone()),
            headers: Vec::new(),
            body: Some(SendWrapper::new(content.take().into())),
            time_out_ms: TIME_OUT_MS,
        };
        let answer = Arc::clone(self).send_signed(Ok(request));
        Box::pin(async move { decode(&mut answer.await?) })
    }

    pub fn attachment_address(&self, id: &AttachmentId) -> String {
        self.address(&["attachments", id.as_str()]).as_str().to_owned()
    }
}
