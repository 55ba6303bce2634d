//! What every chart can do, so that a page or an export need not know which one it holds.

use super::{
    Bands, ChartError, Distribution, FlowerBox, LevelBars, Picture, Radar, RadarOverlay, Table,
    Trend, Width,
};

/// A spec that can be drawn and told as a table.
pub trait Drawing {
    /// Names the picture and captions the table.
    fn title(&self) -> &str;

    /// Draws it for a width.
    ///
    /// # Errors
    /// Those of the chart; its table says the same then.
    fn draw(&self, width: Width) -> Result<Picture, ChartError>;

    /// The same numbers as rows and columns.
    fn table(&self) -> Table;
}

macro_rules! drawings {
    ($($spec:ident)*) => {$(
        impl Drawing for $spec {
            fn title(&self) -> &str {
                &self.title
            }

            fn draw(&self, width: Width) -> Result<Picture, ChartError> {
                Self::draw(self, width)
            }

            fn table(&self) -> Table {
                Self::table(self)
            }
        }
    )*};
}

drawings! { Bands Distribution FlowerBox LevelBars Radar RadarOverlay Trend }
