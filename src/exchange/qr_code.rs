//! QR codes: a text as a picture that a phone shows, and texts out of the grey picture of a camera.

use qrcode::{EcLevel, QrCode};

/// A text as black and white squares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Squares {
    /// How many on a side, without the quiet margin.
    pub side: usize,
    /// Which are black, row by row.
    pub black: Vec<bool>,
}

/// How wide the margin around a code must be, in squares.
pub const MARGIN: usize = 4;

/// More points on a side than any camera here gives; the page makes larger pictures smaller.
pub const LARGEST: usize = 4_096;

impl Squares {
    /// Draws a text. A seventh of the squares may be hidden and it still reads; where the text is too long for that, fewer.
    /// Nothing where it fits into no code.
    pub fn of(text: &str) -> Option<Self> {
        let code = [EcLevel::M, EcLevel::L]
            .into_iter()
            .find_map(|level| QrCode::with_error_correction_level(text, level).ok())?;
        Some(Self {
            side: code.width(),
            black: code
                .to_colors()
                .into_iter()
                .map(|colour| colour == qrcode::Color::Dark)
                .collect(),
        })
    }

    /// The code's version, 1–40: how many answers it has room for.
    pub fn version(&self) -> usize {
        self.side.saturating_sub(17) / 4
    }

    /// The black squares as one SVG path, each row's neighbours together, with the margin around.
    pub fn path(&self) -> String {
        use std::fmt::Write as _;
        let mut out = String::new();
        for (y, row) in self.black.chunks(self.side.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run.first() == Some(&true) {
                    let length = run.len();
                    // Writing to a string cannot fail.
                    let _ok = write!(out, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN);
                }
                x += run.len();
            }
        }
        out
    }
}

/// The texts of the codes in a picture of grey points (0 black, 255 white), row by row. What cannot be read is not there.
pub fn texts_in_picture(width: usize, height: usize, grey: &[u8]) -> Vec<String> {
    let fits = (1..=LARGEST).contains(&width) && (1..=LARGEST).contains(&height);
    if !fits || grey.len() != width * height {
        return Vec::new();
    }
    let point = |x: usize, y: usize| grey.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, point);
    let codes = picture.detect_grids().into_iter();
    codes
        .filter_map(|code| code.decode().ok())
        .map(|(_, text)| text)
        .collect()
}
