//! Completes the OpenAPI document with what is true of every read and every write, so that no
//! handler repeats it.

use muloqot_domain::{CommentSort, ConsultationSort, MediaType, Problem, ProblemCode};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ContentBuilder, HeaderBuilder, HttpMethod, InfoBuilder, ObjectBuilder, OpenApi, Ref, RefOr,
        Required, Response, ResponseBuilder, SecurityRequirement, ServerBuilder,
        path::{Operation, ParameterBuilder, ParameterIn},
        schema::{ArrayBuilder, Components, Schema, Type},
        security::{ApiKey, ApiKeyValue, SecurityScheme},
        tag::TagBuilder,
    },
};

use super::{BASE, caller::COOKIE};

const NOT_MODIFIED: &str = "304";
/// What only officers of the agency read.
const OFFICERS_READ: [&str; 2] = ["/consultations/{id}/reports", "/comments/{id}/moderation"];

/// Where a file is read.
const FILE: &str = "/attachments/{id}";
/// Where files are handed in.
const UPLOAD: &str = "/attachments";

/// Completes it.
pub fn complete(document: &mut OpenApi) {
    document.info = InfoBuilder::new()
        .title("Muloqot native contract")
        .version("1")
        .description(Some(
            "What the Muloqot app asks of a participation platform. Times are RFC 3339 in UTC; \
             identifiers and cursors are opaque; unknown fields and enum values are to be ignored.",
        ))
        .build();
    document.servers = Some(vec![ServerBuilder::new().url(BASE).build()]);
    let tag = |name: &str, text: &str| TagBuilder::new().name(name).description(Some(text)).build();
    document.tags = Some(vec![
        tag("session", "Who is signed in"),
        tag("agencies", "Who asks"),
        tag("consultations", "What is asked"),
        tag("comments", "What citizens say"),
        tag("outcomes", "What became of it"),
        tag("moderation", "What breaks the rules, and what becomes of it"),
    ]);
    let components = document.components.get_or_insert_with(Components::new);
    components.security_schemes.insert(
        "session".to_owned(),
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(COOKIE))).into(),
    );
    add_schemas(components);
    for (path, item) in &mut document.paths.paths {
        let has_id = path.contains('{');
        for (method, operation) in [
            (HttpMethod::Get, &mut item.get),
            (HttpMethod::Post, &mut item.post),
            (HttpMethod::Put, &mut item.put),
            (HttpMethod::Patch, &mut item.patch),
            (HttpMethod::Delete, &mut item.delete),
        ] {
            let Some(operation) = operation else { continue };
            match (&method, path.as_str()) {
                (HttpMethod::Get, "/session/login") => {}
                (HttpMethod::Get, path) => {
                    complete_read(operation, has_id);
                    if path == FILE {
                        complete_file(operation);
                    }
                    if OFFICERS_READ.contains(&path) {
                        complete_officers_read(operation);
                    }
                }
                (HttpMethod::Post, "/session/login") => {
                    problems(operation, &[(403, "Another site sent the form")]);
                    problems(operation, &[(422, "No such person")]);
                }
                (_, "/session") => {
                    operation.security = Some(vec![SecurityRequirement::new("session", [""; 0])]);
                    header_parameter(operation, "X-CSRF-Token", false, CSRF_TEXT);
                    problems(operation, &[(403, "`not-allowed`: the CSRF token is wrong")]);
                }
                (_, path) => {
                    complete_write(operation, &method);
                    if path == UPLOAD {
                        complete_upload(operation);
                    }
                }
            }
            header_parameter(operation, "Accept-Language", false, ACCEPT_LANGUAGE_TEXT);
            problems(
                operation,
                &[
                    (500, "`unavailable`: the server's own fault"),
                    (503, "`unavailable`: not now; `Retry-After` says when"),
                ],
            );
        }
    }
}

/// Adds what is named by parameters and problems alone, and names the items of pages, which
/// are spelt out otherwise.
fn add_schemas(components: &mut Components) {
    let mut used = vec![
        (Problem::name().into_owned(), Problem::schema()),
        (CommentSort::name().into_owned(), CommentSort::schema()),
        (ConsultationSort::name().into_owned(), ConsultationSort::schema()),
    ];
    Problem::schemas(&mut used);
    components.schemas.extend(used);
    tell_what_travels(components);
    for (name, schema) in &mut components.schemas {
        let Some(item) = name.strip_prefix("Page_") else { continue };
        if let RefOr::T(Schema::Object(page)) = schema {
            let items = ArrayBuilder::new().items(Ref::from_schema_name(item)).build();
            page.properties.insert("items".to_owned(), items.into());
        }
    }
}

/// A problem that travels says all that RFC 9457 asks for, and none of what arises in a browser
/// alone.
fn tell_what_travels(components: &mut Components) {
    let travels = |code: &&ProblemCode| code.status() != 0;
    let codes = ProblemCode::ALL.iter().filter(travels).map(|code| code.as_str().into());
    for (name, schema) in &mut components.schemas {
        let RefOr::T(Schema::Object(object)) = schema else { continue };
        if *name == ProblemCode::name() {
            object.enum_values = Some(codes.clone().collect());
        } else if *name == Problem::name() {
            object.required = ["type", "title", "status"].map(str::to_owned).to_vec();
            if let Some(RefOr::T(Schema::Object(title))) = object.properties.get_mut("title") {
                title.description = Some("The same in a few words of `Content-Language`.".into());
            }
        }
    }
}

const ACCEPT_LANGUAGE_TEXT: &str = "The languages of the reader (RFC 9110 § 12.5.4), for what is worded: problems and the \
     page for signing in. Uzbek, Karakalpak, Russian and English are spoken; any other is \
     answered in Uzbek. What people wrote is not translated, so that no other read depends on it";

const CSRF_TEXT: &str = "The `csrf_token` of the session";

fn complete_read(operation: &mut Operation, has_id: bool) {
    header_parameter(operation, "If-None-Match", false, "Entity tags the reader has");
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            describe_read(response);
        }
    }
    let mut not_modified = Response::new("The reader has it already");
    describe_read(&mut not_modified);
    operation.responses.responses.insert(NOT_MODIFIED.to_owned(), not_modified.into());
    if has_id {
        problems(operation, &[(404, "`not-found`: there is no such thing")]);
    }
    let has_query = operation.parameters.iter().flatten().any(|parameter| {
        matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query)
    });
    if has_query {
        problems(operation, &[(422, "`validation`: a query parameter cannot be read")]);
    }
}

fn complete_officers_read(operation: &mut Operation) {
    operation.security = Some(vec![SecurityRequirement::new("session", [""; 0])]);
    problems(
        operation,
        &[
            (401, "`not-signed-in`: nobody is signed in"),
            (403, "`not-allowed`: only for officers of the agency that asks"),
        ],
    );
}

fn complete_write(operation: &mut Operation, method: &HttpMethod) {
    operation.security = Some(vec![SecurityRequirement::new("session", [""; 0])]);
    header_parameter(operation, "X-CSRF-Token", true, CSRF_TEXT);
    header_parameter(
        operation,
        "Idempotency-Key",
        true,
        "Names this write for 24 hours, in at most 200 characters. A repeat with the same body answers as the first did, with what was made or changed as it may be read by then; one with another body is a `conflict` whose `errors` name this header `already_used`; a refusal is not remembered",
    );
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            header(
                response,
                "Idempotency-Replayed",
                "`true` when an earlier request did what this one asks for",
            );
            header(response, "Cache-Control", "`no-store`");
        }
    }
    problems(
        operation,
        &[
            (401, "`not-signed-in`: nobody is signed in"),
            (403, "`not-allowed`: not by this person, not any more, or without the CSRF token"),
            (404, "`not-found`: there is no such thing"),
            (408, "`validation`: the body did not come in time, or not whole"),
            (
                409,
                "`closed`: the consultation is not open, or not closed yet where it has to be; `conflict`: the key was used for something else, the comment replied to, voted on, reported or said to be answered is held, or answered by a reply, it was reported or appealed against by this person already, something has happened to it since an officer saw it, or another outcome was published meanwhile",
            ),
            (410, "`gone`: the comment, or the one replied to, is not there any more"),
            (413, "`validation`: the body is over 64 kB"),
            (422, "`validation`: `errors` tells which field and why"),
            (
                429,
                "`rate-limited`: too many comments, votes, reports or files; `Retry-After` says how long to wait",
            ),
        ],
    );
    if *method != HttpMethod::Delete {
        problems(operation, &[(415, "`validation`: the body is not JSON")]);
    }
}

/// The one read whose body is no JSON.
fn complete_file(operation: &mut Operation) {
    if let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200") {
        for kind in MediaType::ALL {
            response.content.insert(kind.to_string(), ContentBuilder::new().build().into());
        }
    }
}

/// The one write whose body is no JSON.
fn complete_upload(operation: &mut Operation) {
    if let Some(RefOr::T(body)) = &mut operation.request_body {
        for content in body.content.values_mut() {
            *content = ContentBuilder::new().build().into();
        }
    }
    operation.responses.responses.remove("415");
    problems(
        operation,
        &[
            (413, "`validation`: the file is over 5 MB"),
            (422, "`validation`: the file is empty, or its content is no whole PDF, JPEG or PNG"),
        ],
    );
}

fn describe_read(response: &mut Response) {
    header(response, "ETag", "The entity tag of this body");
    header(response, "Cache-Control", "Whether it may be kept");
    header(response, "Vary", "What else the body depends on");
}

fn header(response: &mut Response, name: &str, text: &str) {
    let schema = ObjectBuilder::new().schema_type(Type::String);
    let header = HeaderBuilder::new().schema(Some(schema)).description(Some(text)).build();
    response.headers.insert(name.to_owned(), header.into());
}

fn header_parameter(operation: &mut Operation, name: &str, is_required: bool, text: &str) {
    let parameter = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(if is_required { Required::True } else { Required::False })
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .description(Some(text))
        .build();
    operation.parameters.get_or_insert_default().push(parameter.into());
}

fn problems(operation: &mut Operation, statuses: &[(u16, &str)]) {
    for (status, text) in statuses {
        let body =
            ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
        let mut response = ResponseBuilder::new()
            .description(*text)
            .content("application/problem+json", body)
            .build();
        header(&mut response, "Cache-Control", "`no-store`");
        header(&mut response, "Content-Language", "The language of `title` and `detail`");
        header(&mut response, "Vary", "What else the body depends on");
        if matches!(status, 429 | 503) {
            header(&mut response, "Retry-After", "In how many seconds to try again");
        }
        operation.responses.responses.insert(status.to_string(), response.into());
    }
}
