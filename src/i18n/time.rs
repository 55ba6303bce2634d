//! Dates and times as people write them, at the device's offset from UTC.

use crate::domain::Timestamp;

const MINUTE: i64 = 60_000;
const DAY: i64 = 1440;

/// A point in time in the clock of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime {
    minutes: i64, // since 1970, local
}

impl LocalTime {
    /// `offset` in minutes east of UTC (60 for Swedish winter time).
    pub fn new(at: Timestamp, offset: i32) -> Self {
        Self {
            minutes: at.0.div_euclid(MINUTE).saturating_add(i64::from(offset)),
        }
    }

    /// The time of day, `10:42`.
    pub fn clock(self) -> String {
        let minute = self.minutes.rem_euclid(DAY);
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    /// The date as `2026-11-23`.
    pub fn date(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The calendar year.
    pub fn year(self) -> i64 {
        self.civil().0
    }

    /// Days to a date of the proleptic Gregorian calendar, counted in years that begin in March.
    fn civil(self) -> (i64, i64, i64) {
        let days = self.minutes.div_euclid(DAY).saturating_add(719_468);
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, month, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (ms, offset, date, clock) in [
            (0, 0, "1970-01-01", "00:00"),
            (951_782_400_000, 0, "2000-02-29", "00:00"),
            (1_795_474_740_000, 60, "2026-11-23", "23:59"),
            (1_798_757_999_000, 60, "2026-12-31", "23:59"),
            (1_798_758_000_000, 60, "2027-01-01", "00:00"),
            (-1, 0, "1969-12-31", "23:59"),
        ] {
            let local = LocalTime::new(Timestamp(ms), offset);
            assert_eq!(
                (local.date().as_str(), local.clock().as_str()),
                (date, clock)
            );
        }
    }

    #[test]
    fn a_clock_years_off_is_no_panic() {
        for ms in [i64::MIN, i64::MAX] {
            let _ = LocalTime::new(Timestamp(ms), 840).date();
        }
    }
}
