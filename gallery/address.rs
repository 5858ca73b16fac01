//! Every address of the gallery.

/// The folder all of them are in.
pub const ROOT: &str = "/accessibility/components";

/// A page of the gallery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Every component with its states.
    Index,
    /// The colours and their contrast.
    Tokens,
    /// What the last audit came to.
    Criteria,
    /// A component: what it promises, its keys, its states one below the other.
    Component(String),
    /// One state of a component, alone.
    Fixture(String, String),
}

impl Address {
    /// Reads a path. What leads nowhere is the index; a component or state that is not there
    /// says so on its own page.
    pub fn parse(path: &str) -> Self {
        let rest = path.strip_prefix(ROOT).unwrap_or_default();
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            ["tokens"] => Self::Tokens,
            ["criteria"] => Self::Criteria,
            [component] => Self::Component((*component).to_owned()),
            [component, fixture] => Self::Fixture((*component).to_owned(), (*fixture).to_owned()),
            _ => Self::Index,
        }
    }

    /// The path that leads here. Names of components and states need no encoding.
    pub fn path(&self) -> String {
        match self {
            Self::Index => ROOT.to_owned(),
            Self::Tokens => format!("{ROOT}/tokens"),
            Self::Criteria => format!("{ROOT}/criteria"),
            Self::Component(component) => format!("{ROOT}/{component}"),
            Self::Fixture(component, fixture) => format!("{ROOT}/{component}/{fixture}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_itself() {
        let fixture = Address::Fixture("radio_group".to_owned(), "none-is-chosen".to_owned());
        for address in [
            Address::Index,
            Address::Tokens,
            Address::Criteria,
            Address::Component("button".to_owned()),
            fixture,
        ] {
            assert_eq!(Address::parse(&address.path()), address);
        }
    }

    #[test]
    fn slashes_too_many_do_no_harm() {
        let button = Address::Component("button".to_owned());
        assert_eq!(Address::parse("/accessibility/components//button/"), button);
        assert_eq!(Address::parse("/accessibility/components/a/b/c"), Address::Index);
    }
}
