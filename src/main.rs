//! Starts the app in the browser.

fn main() {
    muloqot::start();
}
