//! The voices of the device.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Whether the browser can speak at all.
pub fn can_speak() -> bool {
    synthesis().is_some()
}

/// The voice for a language, by its first subtag.
pub fn voice_for(language: &str) -> Option<SpeechSynthesisVoice> {
    let wanted = language.split('-').next().filter(|wanted| !wanted.is_empty())?;
    synthesis()?.get_voices().iter().find_map(|voice| {
        let voice: SpeechSynthesisVoice = voice.dyn_into().ok()?;
        // Android writes `ru_RU`.
        let tag = voice.lang();
        let is_wanted = tag.split(['-', '_']).next() == Some(wanted);
        is_wanted.then_some(voice)
    })
}

/// Says a text, and tells when it has been said; what is said meanwhile is cut short.
pub fn say(text: &str, voice: &SpeechSynthesisVoice, rate: f32, then: Box<dyn FnOnce()>) {
    stop();
    let (Some(synthesis), Ok(utterance)) =
        (synthesis(), SpeechSynthesisUtterance::new_with_text(text))
    else {
        return;
    };
    utterance.set_voice(Some(voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(rate);
    let ended = Closure::once_into_js(move |_: JsValue| then());
    utterance.set_onend(ended.dyn_ref());
    synthesis.speak(&utterance);
}

/// Says no more.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}
