//! Formulas that mini-games share. Whole numbers only, so that every machine that replays a journal gets the same.

/// Points for a right result after `elapsed` of `allowed` milliseconds: round((1 − t/T/2) × P), so that the slowest still
/// earn half. The formula is Kahoot's, as its help page "How points work" gives it.
pub(super) fn for_speed(points: u32, elapsed: i64, allowed: i64) -> u32 {
    let allowed = allowed.max(1);
    let left = 2 * allowed - elapsed.clamp(0, allowed);
    rounded(i64::from(points) * left, 2 * allowed)
}

/// Points for `part` of a `whole`: round(P × min(1, part/whole)).
pub(super) fn for_share(points: u32, part: i64, whole: i64) -> u32 {
    let whole = whole.max(1);
    rounded(i64::from(points) * part.clamp(0, whole), whole)
}

/// The fraction rounded to the nearest whole, halves up. Neither part is negative.
fn rounded(numerator: i64, denominator: i64) -> u32 {
    u32::try_from((2 * numerator + denominator) / (2 * denominator)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_paid_as_kahoot_does() {
        assert_eq!(for_speed(1000, 0, 30_000), 1000);
        assert_eq!(for_speed(1000, 2_000, 30_000), 967); // the example of Kahoot's help page
        assert_eq!(for_speed(1000, 30_000, 30_000), 500);
        assert_eq!(for_speed(1000, 99_000, 30_000), 500);
        assert_eq!(for_speed(1000, -5, 30_000), 1000);
        assert_eq!(for_speed(251, 1, 1), 126);
    }

    #[test]
    fn a_share_is_never_more_than_the_whole() {
        assert_eq!(for_share(1000, 0, 140), 0);
        assert_eq!(for_share(1000, 70, 140), 500);
        assert_eq!(for_share(1000, 141, 140), 1000);
        assert_eq!(for_share(1000, 1, 0), 1000);
    }
}
