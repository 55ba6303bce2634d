//! Making a browser look like another: narrow, dark, printed, slow.

use serde_json::{Value, json};

use super::{
    browser::Browser,
    command::within,
    engine::Engine,
    trouble::{Told, Trouble},
};

/// What the user's system asks pages to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourScheme {
    /// `prefers-color-scheme: light`.
    Light,
    /// `prefers-color-scheme: dark`.
    Dark,
}

/// Whether the system replaces a page's colours by few strong ones (Windows' high contrast).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForcedColours {
    /// `forced-colors: none`.
    None,
    /// `forced-colors: active`.
    Active,
}

/// Where the page goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// `@media screen`.
    Screen,
    /// `@media print`, on the screen, so that it can be looked at and measured.
    Print,
}

/// All that is emulated at once; `DevTools` forgets what a new command does not repeat.
#[derive(Debug, Default)]
pub(super) struct Appearance {
    scheme: Option<ColourScheme>,
    forced: Option<ForcedColours>,
    medium: Option<Medium>,
    still: bool,
}

impl Appearance {
    fn parameters(&self) -> Value {
        let mut features = Vec::new();
        if let Some(scheme) = self.scheme {
            let value = match scheme {
                ColourScheme::Light => "light",
                ColourScheme::Dark => "dark",
            };
            features.push(json!({ "name": "prefers-color-scheme", "value": value }));
        }
        if let Some(forced) = self.forced {
            let value = match forced {
                ForcedColours::None => "none",
                ForcedColours::Active => "active",
            };
            features.push(json!({ "name": "forced-colors", "value": value }));
        }
        if self.still {
            features.push(json!({ "name": "prefers-reduced-motion", "value": "reduce" }));
        }
        let media = match self.medium {
            None => "",
            Some(Medium::Screen) => "screen",
            Some(Medium::Print) => "print",
        };
        json!({ "media": media, "features": features })
    }
}

impl Browser {
    /// Makes the page's own area `width` × `height` CSS pixels and checks that it is. Not below
    /// 447 px in `WebKit`: the toolbar of its `MiniBrowser` is that wide.
    pub async fn set_size(&self, width: u32, height: u32) -> Told {
        self.step(&format!("makes the window {width}×{height}"));
        if self.engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", size)
                .await?;
        } else {
            // The window is larger than the page by its bars, whose size shows only in trying.
            let (mut outer_width, mut outer_height) = (width, height);
            for _ in 0..4 {
                within(
                    self.session()?
                        .set_window_rect(0, 0, outer_width, outer_height),
                )
                .await?;
                let (inner_width, inner_height) = self.settled_size(width, height).await?;
                if (inner_width, inner_height) == (width, height) {
                    break;
                }
                outer_width = (outer_width + width).saturating_sub(inner_width);
                outer_height = (outer_height + height).saturating_sub(inner_height);
            }
        }
        let is = self.settled_size(width, height).await?;
        if is == (width, height) {
            return Ok(());
        }
        Err(Trouble::new(format!(
            "{} makes its page {}×{} px at the nearest, not {width}×{height}.",
            self.engine().name(),
            is.0,
            is.1
        )))
    }

    /// The page's size once it is what was asked for, or has not changed for a while.
    async fn settled_size(&self, width: u32, height: u32) -> Told<(u32, u32)> {
        let told = self
            .script(
                "const [width, height] = arguments;
                 return new Promise(resolve => {
                     let same = 0, last = '';
                     const look = () => {
                         const now = innerWidth + '×' + innerHeight;
                         same = now === last ? same + 1 : 0;
                         last = now;
                         if (same >= 12 || now === width + '×' + height) resolve([innerWidth, innerHeight]);
                         else setTimeout(look, 25);
                     };
                     look();
                 });",
                vec![json!(width), json!(height)],
            )
            .await?;
        let side = |index: usize| {
            told.get(index)
                .and_then(Value::as_u64)
                .and_then(|side| side.try_into().ok())
                .unwrap_or_default()
        };
        Ok((side(0), side(1)))
    }

    /// Asks for light or dark (Chromium).
    pub async fn colour_scheme(&self, scheme: ColourScheme) -> Told {
        self.appearance.borrow_mut().scheme = Some(scheme);
        self.emulate(&format!("asks for {scheme:?}")).await
    }

    /// Turns forced colours on or off (Chromium).
    pub async fn forced_colours(&self, forced: ForcedColours) -> Told {
        self.appearance.borrow_mut().forced = Some(forced);
        self.emulate(&format!("asks for forced colours {forced:?}"))
            .await
    }

    /// Shows the page as on paper, or again as on a screen (Chromium).
    pub async fn medium(&self, medium: Medium) -> Told {
        self.appearance.borrow_mut().medium = Some(medium);
        self.emulate(&format!("shows the page for {medium:?}"))
            .await
    }

    /// Asks for no movement, so that two screenshots of one page are alike (Chromium).
    pub async fn still(&self) -> Told {
        self.appearance.borrow_mut().still = true;
        self.emulate("asks for no movement").await
    }

    async fn emulate(&self, what: &str) -> Told {
        self.step(what);
        let parameters = self.appearance.borrow().parameters();
        self.devtools("Emulation.setEmulatedMedia", parameters)
            .await?;
        Ok(())
    }

    /// Makes the processor `times` as slow, 1 for as it is (Chromium).
    pub async fn cpu_slowdown(&self, times: u32) -> Told {
        self.step(&format!("slows the processor {times} times"));
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
            .await?;
        Ok(())
    }
}
