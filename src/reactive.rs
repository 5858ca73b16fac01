//! Contexts, effects, memos, derived signals and tasks of few types.
//!
//! Every closure handed to `Effect::new` or `Memo::new`, and every future that is spawned,
//! makes its own copy of the machinery behind it, half a kilobyte or more of what a phone
//! loads. Boxed here, they share one copy, or one for each type of value.

use std::{future::Future, pin::Pin};

use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation, task};

/// What the app provides as context.
///
/// # Panics
/// Where it does not. Leptos' `expect_context` would quote the place and the type, and
/// the tables for quoting a text weigh 4 kB.
#[must_use]
pub fn provided<T: Clone + 'static>() -> T {
    use_context().unwrap_or_else(|| panic!("the app lacks a context"))
}

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

/// A value worked out from signals each time it is read.
pub fn derived<T: Send + Sync + 'static>(
    work_out: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    boxed_signal(Box::new(work_out))
}

fn boxed_signal<T: Send + Sync + 'static>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(work_out)
}

/// Goes on with a task to its end, whatever becomes of the part of the page it began in.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    boxed_spawn(Box::pin(task));
}

fn boxed_spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    task::spawn_local(task);
}

/// Goes on with a task until the owner it began under is cleaned up.
pub fn spawn_while_owned(task: impl Future<Output = ()> + 'static) {
    boxed_spawn_while_owned(Box::pin(task));
}

fn boxed_spawn_while_owned(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local_scoped_with_cancellation(task);
}
