//! From numbers to pictures: a spec in plain values, drawn by plotters into a typed node tree that the page turns
//! into DOM nodes and an export into an SVG string. Every picture has a table twin made from the same spec.
//!
//! The layer has no words of its own: every string a reader meets comes in the spec, already in her language and
//! with numbers already printed. It has no colours either: a node says what it *is* ([`Role`]) and the style sheet, or
//! a [`Palette`] for a file, says how that looks. Nothing here knows a browser.
//!
//! ```text
//! FlowerBox / LevelBars / Radar / Distribution / Trend / Bands --draw(Width)--> Picture --to_node--> DOM (ui)
//!        |                                               '-----to_svg----> standalone file (exchange)
//!        '--table()--> Table
//! ```

mod attribute;
mod backend;
mod bands;
mod bars;
mod bars_columns;
mod bars_layout;
mod bars_paint;
mod canvas;
mod compared;
#[cfg(test)]
mod compared_tests;
mod distribution;
mod distribution_layout;
mod drawing;
mod error;
#[cfg(test)]
mod fixtures;
mod flower_box;
#[cfg(test)]
mod flower_fixtures;
mod flower_ground;
mod flower_layout;
mod flower_paint;
mod flower_place;
mod flower_row;
mod flower_shapes;
mod flower_table;
#[cfg(test)]
mod flower_tests;
#[cfg(test)]
mod flower_tree_tests;
mod garden;
mod head;
#[cfg(test)]
mod inspect;
mod px;
mod radar;
mod radar_layout;
mod radar_overlay;
mod radar_paint;
mod role;
mod scale;
#[cfg(test)]
mod snapshot_tests;
mod svg;
mod table;
mod text_width;
mod tree;
mod trend;
mod trend_layout;
mod turn;

pub use attribute::{Anchor, Attribute, Segment};
pub use bands::{BandRow, BandWords, Bands};
pub use bars::{BarRow, BarWords, LevelBars};
pub use compared::Compared;
pub use distribution::{Distribution, DistributionStep, DistributionWords};
pub use drawing::Drawing;
pub use error::ChartError;
pub use flower_box::{Bed, FlowerBox, FlowerWords, Grade, KeyEntry, Leaf};
pub use garden::{Garden, GardenPalette, Hue};
pub use px::{Point, Px};
pub use radar::{Radar, RadarAxis, RadarWords};
pub use radar_overlay::{OverlayOutline, OverlayValue, RadarOverlay};
pub use role::Role;
pub use scale::{Scale, Width};
pub use svg::{Colour, Palette, to_svg};
pub use table::Table;
pub use text_width::{Weight, text_width};
pub use tree::{Node, Picture, Tag};
pub use trend::{Trend, TrendStep, TrendWords};
