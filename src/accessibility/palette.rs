//! Which colours may stand on which, and how much they must stand out. The colours themselves
//! are in `style/tokens.css`; a test and the gallery measure them by this list.

/// A colour, the ground it may stand on, both by the names of their tokens, and the contrast
/// that is needed at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pairing {
    /// The token of the colour.
    pub colour: &'static str,
    /// The token of the ground.
    pub ground: &'static str,
    /// The contrast ratio needed.
    pub needed: f64,
}

/// Text, by WCAG 2.2, 1.4.6 (AAA).
const TEXT: f64 = 7.0;
/// Edges of fields and parts of pictures, by 1.4.11.
const EDGE: f64 = 3.0;

const GROUNDS: [&str; 3] = ["paper", "paper-raised", "paper-sunken"];
const TEXTS: [&str; 7] =
    ["ink", "ink-soft", "lapis", "lapis-deep", "turquoise", "pomegranate", "saffron"];

/// Every pairing that the styles may use.
#[must_use]
pub fn pairings() -> Vec<Pairing> {
    let on_grounds = TEXTS
        .into_iter()
        .flat_map(|colour| GROUNDS.map(|ground| Pairing { colour, ground, needed: TEXT }));
    let reversed = [("on-lapis", "lapis"), ("on-lapis", "lapis-deep"), ("paper", "turquoise")]
        .map(|(colour, ground)| Pairing { colour, ground, needed: TEXT });
    let edges = GROUNDS.map(|ground| Pairing { colour: "edge", ground, needed: EDGE });
    on_grounds.chain(reversed).chain(edges).collect()
}
