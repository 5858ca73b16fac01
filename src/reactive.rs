//! Effects and memos of one type each.
//!
//! Every closure handed to `Effect::new` or `Memo::new` makes its own copy of the machinery
//! behind it, a kilobyte or more of what a phone loads. Boxed here, they share one copy, for
//! memos one for each type of value.

use leptos::prelude::*;

/// Runs now and again whenever a signal it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// A value worked out from signals; who reads it is told only when it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    work_out: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(work_out))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(
    work_out: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| work_out())
}
