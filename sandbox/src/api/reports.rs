//! Telling the agency that a comment breaks the rules.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use muloqot_domain::{
    CommentId, ConsultationId, NewReport, Page, ProblemCode, Report, ReportRefusal, may_moderate,
    may_report,
};

use super::{
    caller::Caller,
    comments,
    id::Id,
    moderation::moderator,
    moderation_body, no_such_consultation,
    query::{PageQuery, Query},
    view,
    write::{Write, own_answer},
};
use crate::{
    app::App,
    failure::Failure,
    random,
    store::{consultations, reports},
    words::Words,
};

/// Report a comment
///
/// Once a person, also when the consultation is closed. Not what they wrote themselves, and not
/// what an agency has said; officers of the agency moderate instead. Who reported is told to
/// nobody.
#[utoipa::path(
    post,
    path = "/comments/{id}/reports",
    operation_id = "report_comment",
    tag = "moderation",
    params(("id" = CommentId, Path, description = "Which comment")),
    request_body = NewReport,
    responses((status = 201, description = "The report", body = Report)),
)]
pub async fn create(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let new = moderation_body::report(&write.json()?)?;
    let (reporter, limits) = (person.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            let (mut record, ground) = comments::found(db, &id)?;
            comments::tell(db, Some(&reporter), &ground, [&mut record])?;
            may_report(view::report_case(&record, Some(&reporter), &ground)).map_err(refused)?;
            limits.report_limits.take(&reporter.id)?;
            let comment = (&record.comment.id, &record.comment.consultation_id);
            let report = reports::insert(db, &random::id()?, comment, &reporter, &new, now)?;
            own_answer(StatusCode::CREATED, &report)
        })
        .await
}

/// List the reader's own reports
///
/// With what became of them, the newest first. None for a visitor.
#[utoipa::path(
    get,
    path = "/reports",
    operation_id = "list_own_reports",
    tag = "moderation",
    params(PageQuery),
    responses((status = 200, description = "A page of reports", body = Page<Report>)),
)]
pub async fn mine(
    State(app): State<App>,
    caller: Caller,
    query: Query,
) -> Result<Json<Page<Report>>, Failure> {
    const LIST: &str = "own reports";
    let page = query.page()?;
    let after = page.after(LIST)?;
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let Some(reader) = caller.person(db, now)? else { return Ok(Json(Page::empty())) };
            let (found, total) = reports::made_by(db, &reader, after, page.limit + 1)?;
            page.cut(LIST, found, total, |(seq, _)| *seq, |(_, report)| report).map(Json)
        })
        .await
}

/// List the reports of a consultation's comments
///
/// For officers of its agency. Those that wait for a decision come first, and among them the
/// oldest.
#[utoipa::path(
    get,
    path = "/consultations/{id}/reports",
    operation_id = "list_reports",
    tag = "moderation",
    params(("id" = ConsultationId, Path, description = "Which consultation"), PageQuery),
    responses((status = 200, description = "A page of reports", body = Page<Report>)),
)]
pub async fn of_consultation(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
    query: Query,
) -> Result<Json<Page<Report>>, Failure> {
    let page = query.page()?;
    let list = format!("reports {id}");
    let after = page.after(&list)?;
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = moderator(&caller, db, now)?;
            let ground = consultations::ground(db, &id)?.ok_or_else(no_such_consultation)?;
            if !may_moderate(Some(&reader), &ground.agency_id, false) {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::NotTheirsToModerate));
            }
            let (found, total) = reports::of_consultation(db, &id, after, page.limit + 1)?;
            let place = |(seq, report): &reports::Numbered| (report.decided_at.is_some(), *seq);
            page.cut(&list, found, total, place, |(_, report)| report).map(Json)
        })
        .await
}

fn refused(refusal: ReportRefusal) -> Failure {
    let (code, why) = match refusal {
        ReportRefusal::Held => (ProblemCode::Conflict, Words::ReportedHeld),
        ReportRefusal::Gone => (ProblemCode::Gone, Words::CommentGone),
        ReportRefusal::Own => (ProblemCode::NotAllowed, Words::ReportOfOwn),
        ReportRefusal::Official => (ProblemCode::NotAllowed, Words::ReportOfOfficial),
        ReportRefusal::Moderator => (ProblemCode::NotAllowed, Words::ReportByModerator),
        ReportRefusal::Already => (ProblemCode::Conflict, Words::ReportedAlready),
    };
    Failure::of(code, why)
}
