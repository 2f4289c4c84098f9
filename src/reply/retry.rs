//! The header `Retry-After`, in seconds.

/// The seconds in a header: a number, or a date, which is compared with `now`, the seconds since
/// 1970.
pub(super) fn seconds(header: &str, now: Option<u64>) -> Option<u32> {
    let header = header.trim();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // A larger number means practically never.
        return Some(header.parse().unwrap_or(u32::MAX));
    }
    let left = date(header)?.saturating_sub(now?);
    Some(u32::try_from(left).unwrap_or(u32::MAX))
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The seconds since 1970 of an HTTP date, in any of its three forms:
/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
pub(super) fn date(text: &str) -> Option<u64> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(9).collect();
    let (day, month, year, time) = match words.as_slice() {
        [_, day, month, year, time @ .., "GMT" | "UTC"] if time.len() == 3 => {
            (day, month, year, time)
        }
        [_, month, day, time @ .., year] if time.len() == 3 => (day, month, year, time),
        _ => return None,
    };
    let number = |text: &str| text.parse::<u64>().ok();
    let month = MONTHS
        .iter()
        .position(|name| name.eq_ignore_ascii_case(month))? as u64;
    let day = number(day).filter(|day| (1..=31).contains(day))?;
    let year = match number(year)? {
        year @ ..70 => 2000 + year,
        year @ 70..100 => 1900 + year,
        year @ 1970..10_000 => year,
        _ => return None,
    };
    let [hours, minutes, seconds] = time else {
        return None;
    };
    let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(seconds)?);
    if hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    // If years begin in March, the leap day is the last day.
    let (shifted_month, shifted_year) = ((month + 10) % 12, year - u64::from(month < 2));
    let leap_days = shifted_year / 4 - shifted_year / 100 + shifted_year / 400;
    let days = 365 * shifted_year + leap_days + (153 * shifted_month + 2) / 5 + day;
    // From 1 March of the year 0 to 1 January 1970.
    let days = days.checked_sub(719_469)?;
    Some(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_seconds_and_dates() {
        for (text, expected) in [
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", Some(784_111_777)),
            ("Sun Nov  6 08:49:37 1994", Some(784_111_777)),
            ("Thu, 29 Feb 2024 23:59:59 GMT", Some(1_709_251_199)),
            ("Fri, 01 Mar 2024 00:00:00 GMT", Some(1_709_251_200)),
            ("Fri, 31 Dec 2100 00:00:00 GMT", Some(4_133_894_400)),
            ("Sun, 06 Nov 1994", None),
            ("Sun, 06 Foo 1994 08:49:37 GMT", None),
            ("Sun, 06 Nov 1994 25:49:37 GMT", None),
            ("Sun, 06 Nov 99999999999999999999 08:49:37 GMT", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
        let now = Some(784_111_770);
        for (text, expected) in [
            ("0", Some(0)),
            (" 120 ", Some(120)),
            ("99999999999999999999", Some(u32::MAX)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(7)),
            ("Sun, 06 Nov 1994 08:49:00 GMT", Some(0)),
            ("-1", None),
            ("1.5", None),
        ] {
            assert_eq!(seconds(text, now), expected, "{text}");
        }
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:37 GMT", None), None);
    }
}
