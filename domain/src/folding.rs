//! Folding: finding a word however it is typed.
//!
//! One text mixes ' ‘ ’ ` ´ ʻ ʼ ′ for the same letter, two scripts for the same
//! language, and keyboards that lack both. Stored text is never rewritten; only the
//! keys that are compared are.

/// What a text is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchKey {
    /// Lower case, in Latin, with one kind of apostrophe.
    pub exact: String,
    /// The same without apostrophes, for those who leave them out.
    pub bare: String,
}

impl SearchKey {
    /// The key of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut exact = String::with_capacity(text.len());
        for c in text.chars().flat_map(char::to_lowercase) {
            fold_into(&mut exact, c);
        }
        let bare = exact.replace('\'', "");
        Self { exact, bare }
    }
}

/// Whether every word of what was searched for occurs in a text, folded.
/// A search without words matches everything.
#[must_use]
pub fn matches_search(text: &SearchKey, search: &SearchKey) -> bool {
    let all_in = |words: &str, text: &str| words.split_whitespace().all(|word| text.contains(word));
    if search.exact.contains('\'') {
        all_in(&search.exact, &text.exact)
    } else {
        all_in(&search.bare, &text.bare)
    }
}

/// Appends one lower-case character as it is compared.
fn fold_into(key: &mut String, c: char) {
    let latin = match c {
        'ʻ' | 'ʼ' | '‘' | '’' | '‛' | '`' | '´' | '′' | 'ʹ' | '\'' => "'",
        // Marks that lower-casing İ or decomposed typing leaves behind.
        '\u{300}'..='\u{36F}' | 'ь' => "",
        'ъ' => "'",
        'ı' | 'и' | 'ы' | 'í' => "i",
        'á' | 'а' | 'ә' => "a",
        'ǵ' | 'г' => "g",
        'ń' | 'н' | 'ң' => "n",
        'ó' | 'о' | 'ө' => "o",
        'ú' | 'у' | 'ү' => "u",
        'б' => "b",
        'в' => "v",
        'д' => "d",
        'е' | 'э' | 'é' => "e",
        'ё' => "yo",
        'ж' => "j",
        'з' => "z",
        'й' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'п' => "p",
        'р' => "r",
        'с' | 'ц' => "s",
        'т' => "t",
        'ф' => "f",
        'х' => "x",
        'ҳ' => "h",
        'қ' => "q",
        'ў' => "o'",
        'ғ' => "g'",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "yu",
        'я' => "ya",
        other => return key.push(other),
    };
    key.push_str(latin);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(text: &str, search: &str) -> bool {
        matches_search(&SearchKey::of(text), &SearchKey::of(search))
    }

    #[test]
    fn any_apostrophe_or_none_finds_the_word() {
        for typed in ["oʻquvchi", "o'quvchi", "o‘quvchi", "o`quvchi", "oquvchi", "OʼQUVCHI"] {
            assert!(finds("Har bir oʻquvchi uchun", typed), "{typed}");
        }
        assert!(!finds("Har bir uquvchi uchun", "o'quvchi"));
    }

    #[test]
    fn either_script_finds_the_other() {
        assert!(finds("Мактаб овқати", "maktab ovqati"));
        assert!(finds("Maktab ovqati", "ОВҚАТ мактаб"));
        assert!(finds("Toshkent shahri", "шаҳри"));
    }

    #[test]
    fn a_keyboard_without_karakalpak_letters_finds_karakalpak() {
        assert!(finds("Qaraqalpaqstan suwı hám ǵárezsizlik", "suwi ham garezsizlik"));
    }

    #[test]
    fn all_words_are_wanted() {
        assert!(finds("Yangi bogʻcha", "bogcha yangi"));
        assert!(!finds("Yangi bogʻcha", "bogcha eski"));
        assert!(finds("anything", "  "));
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_itself(text in "\\PC{0,40}") {
            prop_assert!(finds(&text, &text));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[a-zʻʼ'’А-яўқғҳәөúǵıİÁ ]{0,30}") {
            let once = SearchKey::of(&text);
            prop_assert_eq!(SearchKey::of(&once.exact), once);
        }
    }
}
