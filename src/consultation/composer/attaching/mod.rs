//! Files that a comment is to bring along.
//!
//! A file is sent to the platform as soon as it is chosen, and not only with the comment: what
//! the platform has is not lost with the page, so that a reload, a crash or a sign-in costs
//! nothing, and while a person describes the file it is on its way. The platform lets go what no
//! comment takes within a day.

mod detail;
mod field;
mod file;
mod kept;
mod told;

pub use file::{Attached, NotHandedIn};

use leptos::prelude::*;

use crate::{
    locale::m,
    pieces::piece,
    ui::{Button, ButtonKind},
};

piece! {
    /// The field for files: for those who attach some.
    static ATTACHING: fn(Attached, Callback<()>) -> AnyView = attaching { field::in_words }
}

/// The button that asks for files, and then the field for them. What was attached before the page
/// was left stands there at once.
pub fn attaching(attached: &Attached, sign_in: Callback<()>) -> impl IntoView + use<> {
    let (attached, coming) = (attached.clone(), ATTACHING.coming());
    let is_open = attached.is_open;
    if is_open.get_untracked() {
        coming.bring();
    }
    let open = Callback::new(move |()| {
        is_open.set(true);
        coming.bring();
    });
    view! {
        {move || {
            let field = (is_open.get() && coming.is_there.get()).then(|| ATTACHING.get()).flatten();
            match field {
                Some(field) => field(attached.clone(), sign_in),
                None => view! {
                    <div class="composer__actions">
                        <Button
                            label=m::compose_attach()
                            kind=ButtonKind::Quiet
                            busy=coming.is_busy
                            on_press=open
                        />
                    </div>
                }
                .into_any(),
            }
        }}
        {coming.problem()}
    }
}
