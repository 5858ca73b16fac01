//! A date as a person types it: day, month and year apart.
//!
//! Three short fields instead of a calendar: people know the dates of their papers and their
//! birth by heart, and the browsers' own date fields are hard to use by voice and with some
//! screen readers (GOV.UK Design System, "Date input").

use crate::CivilDate;

/// What was typed into the three fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDate {
    /// The day of the month.
    pub day: String,
    /// The number of the month.
    pub month: String,
    /// The year, with all its digits.
    pub year: String,
}

/// One of the three fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The number of the month.
    Month,
    /// The year.
    Year,
}

/// Why what was typed is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRefusal {
    /// Nothing was typed.
    Empty,
    /// A part is missing or cannot be; the first one of them.
    Wrong(DatePart),
    /// That month has no such day.
    NoSuchDay,
}

impl TypedDate {
    /// The date that was typed. The space around the digits and zeros before them are no
    /// matter; a year has four digits, so that nobody has to guess the century.
    ///
    /// # Errors
    /// The first reason why it is none.
    pub fn read(&self) -> Result<CivilDate, DateRefusal> {
        let [day, month, year] = [&self.day, &self.month, &self.year].map(|part| part.trim());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Err(DateRefusal::Empty);
        }
        let day = number(day, 1, 31).ok_or(DateRefusal::Wrong(DatePart::Day))?;
        let month = number(month, 1, 12).ok_or(DateRefusal::Wrong(DatePart::Month))?;
        let year = number(year, 1000, 9999).ok_or(DateRefusal::Wrong(DatePart::Year))?;
        let date = CivilDate { year: year.into(), month: month as u8, day: day as u8 };
        if date.exists() { Ok(date) } else { Err(DateRefusal::NoSuchDay) }
    }
}

impl DateRefusal {
    /// The field that is to be put right; `None` for all three.
    #[must_use]
    pub fn part(self) -> Option<DatePart> {
        match self {
            Self::Empty => None,
            Self::Wrong(part) => Some(part),
            Self::NoSuchDay => Some(DatePart::Day),
        }
    }
}

fn number(digits: &str, least: u16, most: u16) -> Option<u16> {
    // `parse` would take a sign.
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| is_digits && (least..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> Result<CivilDate, DateRefusal> {
        TypedDate { day: day.into(), month: month.into(), year: year.into() }.read()
    }

    #[test]
    fn zeros_and_spaces_are_no_matter() {
        let date = CivilDate { year: 1954, month: 3, day: 7 };
        assert_eq!(typed("7", "3", "1954"), Ok(date));
        assert_eq!(typed(" 07", "03 ", "1954"), Ok(date));
    }

    #[test]
    fn the_first_wrong_part_is_named() {
        let wrong = |part| Err(DateRefusal::Wrong(part));
        assert_eq!(typed("", "3", "1954"), wrong(DatePart::Day));
        assert_eq!(typed("32", "13", "54"), wrong(DatePart::Day));
        assert_eq!(typed("+7", "3", "1954"), wrong(DatePart::Day));
        assert_eq!(typed("7", "mart", "1954"), wrong(DatePart::Month));
        assert_eq!(typed("7", "0", "1954"), wrong(DatePart::Month));
        assert_eq!(typed("7", "3", "54"), wrong(DatePart::Year));
        assert_eq!(typed("7", "3", "99999"), wrong(DatePart::Year));
    }

    #[test]
    fn a_day_that_the_month_does_not_have_is_refused() {
        assert_eq!(typed("29", "2", "2025"), Err(DateRefusal::NoSuchDay));
        assert!(typed("29", "2", "2024").is_ok());
        assert_eq!(typed("31", "4", "2025"), Err(DateRefusal::NoSuchDay));
    }

    #[test]
    fn nothing_typed_is_said_as_such() {
        assert_eq!(typed("", " ", ""), Err(DateRefusal::Empty));
    }
}
