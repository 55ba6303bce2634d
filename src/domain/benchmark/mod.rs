//! What a municipality compares itself with, and what of its own it lets others compare with (DOMAIN.md §3.2 rules 10 and 12,
//! §8). Nothing is invented here: a value comes from a person who names its source, or from a file of those whose it is.

mod exported;
mod kept;
mod level;
mod making;
mod meanings;
mod municipal;
mod register;
mod shared;
mod suppression;

pub use exported::{Difference, Exported, Trace, compare_exports, traces};
pub use kept::comparisons;
pub use level::NamedLevel;
pub use making::{benchmark_areas, exported, result_areas};
pub use meanings::{AreaMeanings, MeaningDiffers};
pub use municipal::{MunicipalArea, UnitValues, is_security, municipal, unit_values};
pub use register::{
    Assessment, AssessmentDraft, ComparisonDraft, ComparisonValue, Field, Measure, Refused, assess,
    check, number_of,
};
pub use shared::{BenchmarkArea, BenchmarkFile, ResultArea, ResultFile, SharedFile, SharedSet};
pub use suppression::{
    Band, EIGHTHS, Group, LEAST_FOR_GROUPS, LEAST_UNITS, Step, band, can_be_divided, groups,
};
