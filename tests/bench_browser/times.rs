//! Median and 95th percentile, for every bench alike.

/// What was measured, in the order of size; the unit is the measurer's.
pub struct Times(pub Vec<f64>);

impl Times {
    /// Puts them in order.
    pub fn new(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The smallest time that `percent` per cent of all do not exceed.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or(f64::NAN)
    }
}
