//! The camera, and pictures that are chosen: as grey points, for the reader of codes in the worker. No picture is kept.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlInputElement, HtmlVideoElement, ImageBitmap,
    MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

use super::clock::sleep;
use super::page::{document, window};
use super::worker::codes;
use crate::app::desk::CameraTrouble;

/// How long between two looks, in milliseconds.
const BETWEEN: i32 = 250;
/// The longest side of a picture that is looked at, in points.
const SIDE: f64 = 1_280.0;

/// A camera that is on, until it is dropped.
pub struct Camera {
    stream: MediaStream,
    on: Rc<Cell<bool>>,
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.on.set(false);
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

/// Turns the camera on, shows its picture in the video element with this id, and tells `then` which texts stand in it, again
/// and again until it is dropped.
///
/// # Errors
/// [`CameraTrouble`] where there is no camera, or it may not be used.
pub async fn watch(
    id: &str,
    then: impl Fn(Result<Vec<String>, CameraTrouble>) + 'static,
) -> Result<Camera, CameraTrouble> {
    let stream = stream().await.map_err(|error| why(&error))?;
    let camera = Camera {
        stream,
        on: Rc::new(Cell::new(true)),
    };
    let video = document().and_then(|page| page.get_element_by_id(id));
    let video: HtmlVideoElement = video
        .and_then(|video| video.dyn_into().ok())
        .ok_or(CameraTrouble::Missing)?;
    video.set_muted(true);
    video.set_src_object(Some(&camera.stream));
    if let Ok(playing) = video.play() {
        let _ = JsFuture::from(playing).await; // a video that is taken away while it begins has nothing to show
    }
    let on = Rc::clone(&camera.on);
    super::spawn(async move {
        while on.get() {
            let look = frame(&video);
            if let Some((width, height, grey)) = look {
                let texts = codes(width, height, &grey).await;
                if !on.get() {
                    return;
                }
                let failed = texts.is_err();
                then(texts.map_err(|_| CameraTrouble::NoReader));
                if failed {
                    return;
                }
            }
            let _ = JsFuture::from(sleep(BETWEEN)).await;
        }
    });
    Ok(camera)
}

async fn stream() -> Result<MediaStream, JsValue> {
    let devices = window().ok_or(JsValue::NULL)?.navigator().media_devices()?;
    let wanted = MediaStreamConstraints::new();
    let video = js_sys::Object::new();
    for (key, value) in [
        ("facingMode", JsValue::from_str("environment")),
        ("width", ideal(SIDE)?),
    ] {
        js_sys::Reflect::set(&video, &key.into(), &value)?;
    }
    wanted.set_video(&video);
    let stream = JsFuture::from(devices.get_user_media_with_constraints(&wanted)?).await?;
    stream.dyn_into()
}

fn ideal(number: f64) -> Result<JsValue, JsValue> {
    let value = js_sys::Object::new();
    js_sys::Reflect::set(&value, &"ideal".into(), &number.into())?;
    Ok(value.into())
}

fn why(error: &JsValue) -> CameraTrouble {
    let name = js_sys::Reflect::get(error, &"name".into());
    let name = name.ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => CameraTrouble::Forbidden,
        _ => CameraTrouble::Missing,
    }
}

type Points = (u32, u32, Vec<u8>);

fn frame(video: &HtmlVideoElement) -> Option<Points> {
    let size = (video.video_width(), video.video_height());
    grey(size, |context, width, height| {
        context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width, height)
    })
}

/// Draws something of a size, not larger than [`SIDE`], and gives its points.
fn grey(
    (width, height): (u32, u32),
    draw: impl FnOnce(&CanvasRenderingContext2d, f64, f64) -> Result<(), JsValue>,
) -> Option<Points> {
    let longest = f64::from(width.max(height));
    if longest < 1.0 {
        return None;
    }
    let scale = (SIDE / longest).min(1.0);
    let scaled = |side: u32| (f64::from(side) * scale).max(1.0).floor();
    let (wide, high) = (scaled(width), scaled(height));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to SIDE
    let (width, height) = (wide as u32, high as u32);
    let canvas = document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    draw(&context, wide, high).ok()?;
    let image = context.get_image_data(0.0, 0.0, wide, high).ok()?;
    let points = image.data().0;
    let grey = points.chunks_exact(4).map(|point| match point {
        [red, green, blue, _] => {
            let sum = u16::from(*red) + 2 * u16::from(*green) + u16::from(*blue);
            u8::try_from(sum / 4).unwrap_or(u8::MAX)
        }
        _ => u8::MAX,
    });
    Some((width, height, grey.collect()))
}

/// Lets the person choose pictures; `then` gets the texts that stand in them. Called in a gesture.
pub fn pick_picture(then: impl Fn(Result<Vec<String>, CameraTrouble>) + 'static) {
    let input = document().and_then(|page| page.create_element("input").ok());
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    input.set_type("file");
    input.set_accept("image/*");
    let chosen = {
        let input = input.clone();
        Closure::once_into_js(move || {
            let file = input.files().and_then(|files| files.get(0));
            if let Some(file) = file {
                super::spawn(async move { then(texts_in(&file).await) });
            }
        })
    };
    input.set_onchange(Some(chosen.unchecked_ref()));
    input.click();
}

async fn texts_in(file: &web_sys::File) -> Result<Vec<String>, CameraTrouble> {
    let unread = CameraTrouble::NoPicture;
    let window = window().ok_or(unread)?;
    let bitmap = window.create_image_bitmap_with_blob(file);
    let bitmap = JsFuture::from(bitmap.map_err(|_| unread)?).await;
    let bitmap: ImageBitmap = bitmap.and_then(JsCast::dyn_into).map_err(|_| unread)?;
    let size = (bitmap.width(), bitmap.height());
    let points = grey(size, |context, width, height| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height)
    });
    let (width, height, grey) = points.ok_or(unread)?;
    let texts = codes(width, height, &grey).await;
    texts.map_err(|_| CameraTrouble::NoReader)
}
