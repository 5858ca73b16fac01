//! The session: who is signed in, and the token that every write carries.

use std::sync::{Arc, PoisonError};

use muloqot_domain::{Locale, Problem, ProblemCode, Session};
use serde_json::Value;

use super::{Muloqot, Write};
use crate::backend::{
    Answer, IdempotencyKey,
    answer::decode,
    http::{Asker, Request, send},
    retry::Method,
};

impl Muloqot {
    pub fn session(self: &Arc<Self>) -> Answer<Session> {
        let (platform, asker) = (Arc::clone(self), Asker::current());
        Box::pin(async move { platform.ask_session(asker).await })
    }

    pub fn sign_out(self: &Arc<Self>) -> Answer<()> {
        let platform = Arc::clone(self);
        let address = self.address(&["session"]);
        let key = IdempotencyKey::fresh();
        // What a platform says to it is of no matter, so it is not decoded.
        let write = Write { method: Method::Delete, address, body: None, key: &key };
        let answer = Arc::clone(self).send_signed(write.sealed());
        Box::pin(async move {
            match answer.await {
                Err(problem) if problem.code != ProblemCode::NotSignedIn => Err(problem),
                _ => {
                    platform.know(None);
                    Ok(())
                }
            }
        })
    }

    /// `ui_locales` is OpenID Connect's name for the language a person reads.
    pub fn sign_in_address(&self, return_to: &str, locale: Locale) -> String {
        let address = self.address(&["session", "login"]);
        let address = address.parameter("return_to", return_to);
        address.parameter("ui_locales", locale.tag()).as_str().to_owned()
    }

    /// Sends a write with the session's token.
    ///
    /// A refusal may only mean that the session was renewed in another tab: then its new
    /// token is fetched and the write sent once more. When it would now be somebody else's
    /// it is not, nor at the next press: only [`Self::session`] makes that person known.
    pub(super) async fn send_signed(
        self: Arc<Self>,
        request: Result<Request, Problem>,
    ) -> Result<Value, Problem> {
        let request = request?;
        let known = match self.known_session() {
            Some(session) => session,
            None => self.ask_session(Asker::patient()).await?,
        };
        let refusal = match send(signed(&request, &known), Asker::patient()).await {
            Err(problem) if problem.code == ProblemCode::NotSignedIn => {
                self.know(None);
                return Err(problem);
            }
            Err(problem) if problem.code == ProblemCode::NotAllowed => problem,
            answer => return answer,
        };
        // Why it was refused counts more than why that could not be looked into.
        let Ok(now) = self.fetch_session(Asker::patient()).await else {
            return Err(refusal);
        };
        match after_refusal(&known, &now) {
            AfterRefusal::SendAgain => {
                self.know(Some(now.clone()));
                send(signed(&request, &now), Asker::patient()).await
            }
            AfterRefusal::SignIn => {
                self.know(None);
                Err(Problem::new(ProblemCode::NotSignedIn))
            }
            AfterRefusal::MeetOther => Err(Problem::new(ProblemCode::OtherPerson)),
            AfterRefusal::Accept => Err(refusal),
        }
    }

    async fn ask_session(&self, asker: Asker) -> Result<Session, Problem> {
        let session = self.fetch_session(asker).await?;
        self.know(Some(session.clone()));
        Ok(session)
    }

    async fn fetch_session(&self, asker: Asker) -> Result<Session, Problem> {
        let request = Request::get(self.address(&["session"]));
        decode(&mut send(request, asker).await?)
    }

    fn known_session(&self) -> Option<Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn know(&self, session: Option<Session>) {
        *self.session.lock().unwrap_or_else(PoisonError::into_inner) = session;
    }
}

fn signed(request: &Request, session: &Session) -> Request {
    let mut request = request.clone();
    request.headers.extend(session.csrf_token.clone().map(|token| ("X-CSRF-Token", token)));
    request
}

#[derive(Debug, PartialEq, Eq)]
enum AfterRefusal {
    SendAgain,
    SignIn,
    MeetOther,
    Accept,
}

fn after_refusal(before: &Session, now: &Session) -> AfterRefusal {
    let person = |session: &Session| session.person.as_ref().map(|person| person.id.clone());
    match person(now) {
        None => AfterRefusal::SignIn,
        same if same == person(before) && now.csrf_token != before.csrf_token => {
            AfterRefusal::SendAgain
        }
        same if same == person(before) => AfterRefusal::Accept,
        Some(_) => AfterRefusal::MeetOther,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::{Person, Role};

    fn session(person: Option<&str>, token: &str) -> Session {
        let person = person.map(|id| Person {
            id: id.into(),
            name: "Nilufar".into(),
            role: Role::Citizen,
            agency_id: None,
            district: None,
        });
        Session { person, csrf_token: Some(token.into()) }
    }

    #[test]
    fn a_refused_write_is_sent_again_only_as_the_same_person() {
        let before = session(Some("p1"), "a");
        for (now, then) in [
            (session(Some("p1"), "b"), AfterRefusal::SendAgain),
            (session(Some("p1"), "a"), AfterRefusal::Accept),
            (session(Some("p2"), "b"), AfterRefusal::MeetOther),
            (session(None, "b"), AfterRefusal::SignIn),
        ] {
            assert_eq!(after_refusal(&before, &now), then, "{now:?}");
        }
        let visitor = session(None, "a");
        assert_eq!(after_refusal(&visitor, &before), AfterRefusal::MeetOther);
    }

    #[test]
    fn signing_in_comes_back_to_where_it_was_left() {
        assert_eq!(
            Muloqot::new("/api/v1")
                .sign_in_address("/consultations/7?sort=newest#write", Locale::Ru),
            "/api/v1/session/login?return_to=%2Fconsultations%2F7%3Fsort%3Dnewest%23write&ui_locales=ru"
        );
    }
}
