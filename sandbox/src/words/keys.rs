//! Every text, by the place where it is read.

use muloqot_domain::ProblemCode;

/// Declares every text as a variant that holds what goes into its placeholders, so that a
/// text without its values does not compile.
macro_rules! words {
    ($( $variant:ident $( { $( $value:ident : $type:ty ),+ } )? = $key:literal ; )+) => {
        /// What is to be said, before it is said in a language.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Words {
            $(
                #[doc = concat!("The text `", $key, "`.")]
                $variant $( { $(
                    #[doc = concat!("The placeholder `", stringify!($value), "`.")]
                    $value: $type
                ),+ } )?
            ),+
        }

        impl Words {
            /// The key in the files of all languages.
            pub fn key(&self) -> &'static str {
                match self {
                    $( Self::$variant $( { $( $value: _ ),+ } )? => $key ),+
                }
            }

            /// What stands for each placeholder.
            pub(super) fn values(&self) -> Vec<(&'static str, String)> {
                match self {
                    $( Self::$variant $( { $( $value ),+ } )? => {
                        vec![ $( $( (stringify!($value), $value.to_string()) ),+ )? ]
                    } ),+
                }
            }
        }

        /// Every key with its placeholders; a test holds the files of all languages to it.
        #[cfg(test)]
        pub(super) const DECLARED: &[(&str, &[&str])] =
            &[ $( ($key, &[ $( $( stringify!($value) ),+ )? ]) ),+ ];
    };
}

words! {
    LoginTitle = "login_title";
    LoginHeading = "login_heading";
    LoginExplanation = "login_explanation";
    LoginCitizens = "login_citizens";
    LoginOfficers = "login_officers";
    LoginBack = "login_back";

    TitleNotSignedIn = "title_not_signed_in";
    TitleNotAllowed = "title_not_allowed";
    TitleClosed = "title_closed";
    TitleNotFound = "title_not_found";
    TitleGone = "title_gone";
    TitleValidation = "title_validation";
    TitleConflict = "title_conflict";
    TitleRateLimited = "title_rate_limited";
    TitleUnavailable = "title_unavailable";
    TitleOffline = "title_offline";
    TitleTimedOut = "title_timed_out";
    TitleUnreadable = "title_unreadable";
    TitleOtherPerson = "title_other_person";
    TitleOther = "title_other";

    NoSuchConsultation = "no_such_consultation";
    NoSuchComment = "no_such_comment";
    NoSuchAttachment = "no_such_attachment";
    NoSuchAddress = "no_such_address";
    NoSuchMethod = "no_such_method";
    UnreadableAddress = "unreadable_address";
    NotOpenYet = "not_open_yet";
    ClosedAlready = "closed_already";
    OtherAgency = "other_agency";
    TooLateToChange { minutes: i64 } = "too_late_to_change";
    SomebodyElses = "somebody_elses";
    TakenAway = "taken_away";
    ParentHeld = "parent_held";
    ParentGone = "parent_gone";
    CommentHeld = "comment_held";
    CommentGone = "comment_gone";
    TextHidden = "text_hidden";
    OwnComment = "own_comment";
    OnlyItsAgency = "only_its_agency";
    NotClosedYet = "not_closed_yet";
    OutcomeChanged = "outcome_changed";
    NoOutcomeYet = "no_outcome_yet";
    NotCited = "not_cited";
    NoSuchAgency = "no_such_agency";
    OfficersAnswer = "officers_answer";
    ReportedHeld = "reported_held";
    ReportedAlready = "reported_already";
    ReportOfOwn = "report_of_own";
    ReportOfOfficial = "report_of_official";
    ReportByModerator = "report_by_moderator";
    NotTheirsToModerate = "not_theirs_to_moderate";
    DecidedMeanwhile = "decided_meanwhile";
    NothingToDecide = "nothing_to_decide";
    NothingToAppeal = "nothing_to_appeal";
    RepliedAlready = "replied_already";
    AnsweredHeld = "answered_held";
    AppealedAlready = "appealed_already";
    TooManyComments = "too_many_comments";
    TooManyVotes = "too_many_votes";
    TooManyReports = "too_many_reports";
    TooManyFiles = "too_many_files";
    FileTooLarge { megabytes: u64 } = "file_too_large";
    FileOfOtherKind { kinds: String } = "file_of_other_kind";
    NoSession = "no_session";
    ForeignForm = "foreign_form";
    UnreadableForm = "unreadable_form";
    HeaderMissing { header: &'static str } = "header_missing";
    HeaderOfAnotherSession { header: &'static str } = "header_of_another_session";
    HeaderWrong { header: &'static str, wanted: &'static str } = "header_wrong";
    KeyAlreadyUsed { header: &'static str } = "key_already_used";
    BodyTooLarge { kilobytes: usize } = "body_too_large";
    BodyTooLate = "body_too_late";
    BodyCut = "body_cut";
    BodyUnreadable { why: String } = "body_unreadable";
    DatabaseBusy = "database_busy";
    OwnFault = "own_fault";

    FilesAreOnlyRead = "files_are_only_read";
    FileGone = "file_gone";
    AppNotServed { option: &'static str } = "app_not_served";
    AppNotBuilt { file: &'static str } = "app_not_built";
}

impl Words {
    /// A problem in a few words.
    pub fn title_of(code: ProblemCode) -> Self {
        match code {
            ProblemCode::NotSignedIn => Self::TitleNotSignedIn,
            ProblemCode::NotAllowed => Self::TitleNotAllowed,
            ProblemCode::Closed => Self::TitleClosed,
            ProblemCode::NotFound => Self::TitleNotFound,
            ProblemCode::Gone => Self::TitleGone,
            ProblemCode::Validation => Self::TitleValidation,
            ProblemCode::Conflict => Self::TitleConflict,
            ProblemCode::RateLimited => Self::TitleRateLimited,
            ProblemCode::Unavailable => Self::TitleUnavailable,
            ProblemCode::Offline => Self::TitleOffline,
            ProblemCode::TimedOut => Self::TitleTimedOut,
            ProblemCode::Unreadable => Self::TitleUnreadable,
            ProblemCode::OtherPerson => Self::TitleOtherPerson,
            ProblemCode::PartMissing | ProblemCode::Other => Self::TitleOther,
        }
    }
}
