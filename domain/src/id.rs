//! Identifiers: opaque strings that cannot be mixed up with one another.

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(
            Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[serde(transparent)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        pub struct $name(pub String);

        $crate::from_json!(transparent $name);

        impl $name {
            /// The identifier as it travels.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id!(
    /// Names a state agency.
    AgencyId
);
id!(
    /// Names a consultation.
    ConsultationId
);
id!(
    /// Names a comment or a reply.
    CommentId
);
id!(
    /// Names a question of a consultation that is answered by itself. Never empty and never `*`,
    /// which stand for all of a consultation and for every thread of it.
    QuestionId
);
id!(
    /// Names a file that a comment brings along.
    AttachmentId
);
id!(
    /// Names a report of a comment.
    ReportId
);
id!(
    /// Names a person who can sign in.
    PersonId
);
id!(
    /// Names a theme of an outcome.
    ThemeId
);
