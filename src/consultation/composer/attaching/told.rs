//! What the platform was told of the files of a comment that is changed.

use muloqot_domain::{Attachment, NewAttachment};

/// What the platform knows or was told of them.
pub struct Told {
    last: Vec<NewAttachment>,
    is_changed: bool,
}

impl Told {
    /// Nothing, but that it knows what the comment brings along.
    pub fn of(own: &[Attachment]) -> Self {
        let as_told = |own: &Attachment| {
            let (id, description) = (own.id.clone(), own.description.clone());
            NewAttachment { id, description }
        };
        Self { last: own.iter().map(as_told).collect(), is_changed: false }
    }

    /// Notes what it is told now; whether that is something else than before.
    pub fn tell(&mut self, files: &[NewAttachment]) -> bool {
        let is_other = self.last != files;
        self.is_changed |= is_other;
        self.last = files.to_vec();
        is_other
    }

    /// Whether it was ever told of others than it knew.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::MediaType;

    fn own(id: &str) -> Attachment {
        let (name, description) = ("reja.png".to_owned(), "Reja".to_owned());
        Attachment { id: id.into(), name, media_type: MediaType::Png, bytes: 7, description }
    }

    #[test]
    fn whoever_told_of_others_goes_on_telling_though_they_are_as_at_first() {
        let mut told = Told::of(&[own("a")]);
        let a = NewAttachment { id: "a".into(), description: "Reja".into() };
        assert_eq!((told.tell(std::slice::from_ref(&a)), told.is_changed()), (false, false));
        let clearer = NewAttachment { description: "Yangi reja".into(), ..a.clone() };
        assert_eq!((told.tell(std::slice::from_ref(&clearer)), told.is_changed()), (true, true));
        assert_eq!((told.tell(&[clearer]), told.is_changed()), (false, true));
        assert_eq!((told.tell(&[a]), told.is_changed()), (true, true));
    }
}
