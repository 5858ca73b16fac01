//! A deadline as an entry for a calendar (RFC 5545).

use crate::{CivilDate, ConsultationId, Timestamp};

/// How many octets a line may have.
const LINE_OCTETS_MAX: usize = 75;

/// What an entry says.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineEntry<'a> {
    /// The consultation whose deadline it is.
    pub id: &'a ConsultationId,
    /// What stands in the calendar.
    pub summary: &'a str,
    /// Where to go on.
    pub url: &'a str,
    /// When comments are no longer taken.
    pub closes_at: Timestamp,
    /// When the entry is made.
    pub made_at: Timestamp,
}

/// The file for a calendar: a whole day, the last one on which comments are taken, in Tashkent, as
/// everywhere in the app. A reminder comes a day before.
#[must_use]
pub fn deadline_calendar(entry: DeadlineEntry<'_>) -> String {
    let DeadlineEntry { id, summary, url, closes_at, made_at } = entry;
    // A deadline at midnight belongs to the day before.
    let last_day = Timestamp(closes_at.0 - 1).tashkent_date();
    let made = made_at.to_string().replace(['-', ':'], "");
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Muloqot//Muloqot//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@muloqot", escaped(id.as_str())),
        format!("DTSTAMP:{made}"),
        format!("DTSTART;VALUE=DATE:{}", day(last_day)),
        format!("SUMMARY:{}", escaped(summary)),
        format!("URL:{}", one_line(url)),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:-P1D".to_owned(),
        format!("DESCRIPTION:{}", escaped(summary)),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ] {
        push_folded(&mut file, &line);
    }
    file
}

fn day(CivilDate { year, month, day }: CivilDate) -> String {
    format!("{year:04}{month:02}{day:02}")
}

/// A text in which nothing ends the value or the line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        if matches!(letter, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

/// A line in pieces of at most 75 octets, each after the first begun with a space; no letter is cut.
fn push_folded(file: &mut String, line: &str) {
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE_OCTETS_MAX {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(letter);
        octets += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn calendar(summary: &str, closes_at: &str) -> String {
        deadline_calendar(DeadlineEntry {
            id: &"school-meals".into(),
            summary,
            url: "https://muloqot.example/consultations/school-meals",
            closes_at: Timestamp::parse(closes_at).unwrap(),
            made_at: Timestamp::parse("2026-11-25T16:30:00Z").unwrap(),
        })
    }

    /// What a calendar reads: each line whole again.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    /// What a calendar reads: each letter after a backslash as it is.
    fn unescaped(text: &str) -> String {
        let (mut read, mut letters) = (String::new(), text.chars());
        while let Some(letter) = letters.next() {
            read.extend(if letter == '\\' { letters.next() } else { Some(letter) });
        }
        read
    }

    #[test]
    fn it_is_the_last_day_on_which_comments_are_taken() {
        // Midnight in Tashkent, the end of 30 November.
        let file = calendar("Maktab ovqati", "2026-11-30T19:00:00Z");
        let lines = unfolded(&file);
        assert!(lines.contains(&"DTSTART;VALUE=DATE:20261130".to_owned()), "{file}");
        assert!(lines.contains(&"DTSTAMP:20261125T163000Z".to_owned()), "{file}");
        assert!(lines.contains(&"UID:school-meals@muloqot".to_owned()), "{file}");
    }

    proptest! {
        #[test]
        fn no_title_breaks_out_of_its_line(summary in any::<String>()) {
            let file = calendar(&summary, "2026-11-30T19:00:00Z");
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE_OCTETS_MAX));
            prop_assert!(!file.replace("\r\n", "").chars().any(char::is_control));
            let lines = unfolded(&file);
            prop_assert_eq!(lines.len(), 16);
            let said = lines[7].strip_prefix("SUMMARY:").unwrap();
            prop_assert_eq!(unescaped(said), one_line(&summary));
        }
    }
}
