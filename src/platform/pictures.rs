//! Pictures as files: the SVG as it is, or painted onto a canvas for programs that want pixels.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::files::{Kind, blob, offer, offer_blob};
use super::page::document;

/// Pixels of the file for each pixel of the picture: sharp on a slide and in print.
const SHARPNESS: u32 = 3;

/// Hands over the picture as SVG.
pub fn offer_svg(name: &str, svg: &str) {
    offer(&format!("{name}.svg"), Kind::Svg, svg);
}

/// Hands over the picture as PNG. Where the browser cannot paint it, nothing happens, and the SVG is still there.
pub fn offer_png(name: &str, svg: &str) {
    let _ = paint(format!("{name}.png"), svg);
}

fn paint(name: String, svg: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&blob(Kind::Svg, svg)?)?;
    let image = HtmlImageElement::new()?;
    let painted = {
        let (image, address) = (image.clone(), address.clone());
        Closure::once_into_js(move || {
            let _ = hand_over(name, &image);
            let _ = Url::revoke_object_url(&address);
        })
    };
    image.set_onload(Some(painted.unchecked_ref()));
    image.set_src(&address);
    Ok(())
}

fn hand_over(name: String, image: &HtmlImageElement) -> Result<(), JsValue> {
    let page = document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = page.create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width(), image.natural_height());
    canvas.set_width(width * SHARPNESS);
    canvas.set_height(height * SHARPNESS);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or(JsValue::NULL)?
        .unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        image,
        0.0,
        0.0,
        f64::from(canvas.width()),
        f64::from(canvas.height()),
    )?;
    let done = Closure::once_into_js(move |blob: JsValue| {
        if let Some(blob) = blob.dyn_ref::<Blob>() {
            let _ = offer_blob(&name, blob);
        }
    });
    canvas.to_blob(done.unchecked_ref())
}
