//! Files that comments bring along.

use std::time::Duration;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::{
    ATTACHMENT_BYTES_MAX, AttachmentId, FieldCode, FileRefusal, MediaType, NewAttachment, Person,
    Problem, ProblemCode, Timestamp, Upload, accept_attachment, file_name, without_metadata,
};
use rusqlite::Connection;

use super::{
    caller::Caller,
    comments,
    id::Id,
    query::Query,
    reads,
    write::{UnreadWrite, own_answer},
};
use crate::{
    app::App,
    failure::Failure,
    random,
    store::attachments::{self, KeptFile},
    words::Words,
};

/// The greatest size of a body, in bytes.
const BYTES_MAX: usize = ATTACHMENT_BYTES_MAX as usize;
/// How long a file may take to come: 5 MB by a line of 10 kB a second.
const TIME_MAX: Duration = Duration::from_secs(600);
/// A reader who keeps a file asks each time whether they may still read it.
const CACHE: &str = "private, no-cache";
/// Nothing in a file may do anything, wherever it is opened.
const SANDBOX: &str = "default-src 'none'; sandbox";

/// Hand in a file
///
/// For a comment that is still to be written: it names what is answered here, within a day. A PDF,
/// JPEG or PNG of at most 5 MB, as the body itself; its content tells which, and not its name. Of
/// one person nine files may wait for a comment; with one more, the oldest is let go. A file that
/// came in part is not kept. Of a picture only what is seen is kept, and not where, when and by
/// whom it was made, so that it may be smaller than what was sent. A PDF is kept as it is.
#[utoipa::path(
    post,
    path = "/attachments",
    operation_id = "upload_attachment",
    tag = "comments",
    params(("name" = Option<String>, Query, description = "What it is called; cleaned, and cut to 100 characters")),
    request_body(content = String, content_type = "application/octet-stream", description = "The file; any content type may be told"),
    responses((status = 201, description = "What was handed in", body = Upload)),
)]
pub async fn upload(
    State(app): State<App>,
    query: Query,
    request: Request,
) -> Result<Response, Failure> {
    let name = query.get("name").unwrap_or_default().to_owned();
    let (person, unread) = UnreadWrite::of(request).admitted(&app, BYTES_MAX, too_big).await?;
    let mut write = unread.read(BYTES_MAX, TIME_MAX, too_big).await;
    let content = write.body()?;
    let media_type = accept_attachment(&content).map_err(refused)?;
    let content = without_metadata(&content, media_type);
    let content = content.ok_or_else(|| refused(FileRefusal::WrongKind))?;
    let (uploader, limits) = (person.id.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            limits.upload_limits.take(&uploader)?;
            let file = Upload {
                id: AttachmentId(random::id()?),
                name: file_name(&name, media_type),
                media_type,
                bytes: content.len() as u64,
            };
            attachments::keep(db, &file, &uploader, &content, now)?;
            own_answer(StatusCode::CREATED, &file)
        })
        .await
}

/// Read a file that a comment brings along
///
/// By whoever can read the comment; before there is one, by who handed it in.
#[utoipa::path(
    get,
    path = "/attachments/{id}",
    operation_id = "get_attachment",
    tag = "comments",
    params(("id" = AttachmentId, Path, description = "Which")),
    responses((
        status = 200, description = "The file",
        headers(("Content-Disposition" = String, description = "That it is to be saved, and under which name")),
    )),
)]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (file, content) = app
        .store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            let kept = attachments::get(db, &id)?.ok_or_else(no_such_attachment)?;
            if !may_read(db, &kept, reader.as_ref(), now)? {
                return Err(no_such_attachment());
            }
            let content = match reads::is_known(&headers, &tag_of(&kept.file)) {
                true => None,
                false => Some(attachments::content(db, &kept.file.id)?),
            };
            Ok((kept.file, content))
        })
        .await?;
    let (status, body) = match content {
        None => (StatusCode::NOT_MODIFIED, Body::empty()),
        Some(content) => (StatusCode::OK, Body::from(content)),
    };
    let value = |text: &str| HeaderValue::from_str(text).map_err(anyhow::Error::from);
    let headers = [
        (header::ETAG, value(&tag_of(&file))?),
        (header::CACHE_CONTROL, HeaderValue::from_static(CACHE)),
        (header::VARY, HeaderValue::from_static("Cookie")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX)),
        (header::CONTENT_TYPE, HeaderValue::from_static(file.media_type.as_str())),
        (header::CONTENT_DISPOSITION, value(&disposition(&file.name))?),
    ];
    Ok((status, headers, body).into_response())
}

/// What is in a file never changes, so its identifier is its tag.
fn tag_of(file: &Upload) -> String {
    format!("\"{}\"", file.id)
}

/// Whether a reader may have a file: whoever reads its comment, and before there is one, who
/// handed it in.
fn may_read(
    db: &Connection,
    kept: &KeptFile,
    reader: Option<&Person>,
    now: Timestamp,
) -> Result<bool, Failure> {
    match &kept.comment_id {
        Some(comment) => {
            let comment = comments::shown(db, comment, reader, now)?;
            Ok(comment.attachments.iter().any(|it| it.id == kept.file.id))
        }
        None => Ok(reader.is_some_and(|reader| reader.id.as_str() == kept.uploader_id)),
    }
}

/// Whether a person may give these files to a comment: they handed each in, and no other comment
/// has it.
///
/// # Errors
/// Every file that cannot be given.
pub fn check_claim(
    db: &Connection,
    claimed: &[NewAttachment],
    comment_id: Option<&str>,
    person: &Person,
    now: Timestamp,
) -> Result<(), Failure> {
    attachments::forget_old(db, now)?;
    let is_free = |kept: &KeptFile| match kept.comment_id.as_deref() {
        None => true,
        taken => taken == comment_id,
    };
    let mut problem = Problem::new(ProblemCode::Validation);
    for (place, attachment) in claimed.iter().enumerate() {
        let kept = attachments::get(db, attachment.id.as_str())?
            .filter(|kept| kept.uploader_id == person.id.as_str());
        let is_twice = claimed.iter().take(place).any(|before| before.id == attachment.id);
        let code = match kept {
            None => FieldCode::NoSuch,
            Some(kept) if !is_twice && is_free(&kept) => continue,
            Some(_) => FieldCode::AlreadyUsed,
        };
        problem = problem.with_field(&format!("/attachments/{place}/id"), code, &[]);
    }
    if problem.errors.is_empty() { Ok(()) } else { Err(problem.into()) }
}

fn no_such_attachment() -> Failure {
    Failure::of(ProblemCode::NotFound, Words::NoSuchAttachment)
}

fn too_big() -> Failure {
    let params = [("max", ATTACHMENT_BYTES_MAX as i64)];
    let problem = Problem {
        status: StatusCode::PAYLOAD_TOO_LARGE.as_u16(),
        ..Problem::new(ProblemCode::Validation)
    };
    let megabytes = ATTACHMENT_BYTES_MAX / 1_000_000;
    let problem = problem.with_field("", FieldCode::TooHeavy, &params);
    Failure::told(problem, Words::FileTooLarge { megabytes })
}

fn refused(refusal: FileRefusal) -> Failure {
    let code = match refusal {
        FileRefusal::TooBig => return too_big(),
        FileRefusal::Empty => FieldCode::Empty,
        FileRefusal::WrongKind | FileRefusal::Twice | FileRefusal::TooMany => {
            let problem = Problem::new(ProblemCode::Validation);
            let problem = problem.with_field("", FieldCode::UnknownValue, &[]);
            let kinds: Vec<&str> = MediaType::ALL.iter().map(|kind| kind.short_name()).collect();
            return Failure::told(problem, Words::FileOfOtherKind { kinds: kinds.join(", ") });
        }
    };
    Failure::field("", code)
}

/// That a file is to be saved and not shown, and under which name (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let mut value = String::from("attachment; filename*=UTF-8''");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            value.push(char::from(byte));
        } else {
            value.push_str(&format!("%{byte:02X}"));
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_stays_inside_its_header() {
        for (name, told) in [
            ("yo‘l.pdf", "yo%E2%80%98l.pdf"),
            ("a\"; x=b.png", "a%22%3B%20x%3Db.png"),
            ("<b>'.jpg", "%3Cb%3E%27.jpg"),
        ] {
            assert_eq!(disposition(name), format!("attachment; filename*=UTF-8''{told}"));
        }
    }
}
