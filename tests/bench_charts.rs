//! How long each picture takes to draw: the pure work from spec to nodes, table and file, without a browser.
//!
//! `cargo xtask bench` runs it in a release build, `cargo xtask test` never does: a loaded machine must not fail a check.
//! The figures are the example's, as on the page `#/galleri`, so that what is measured can be looked at.
// A panic is how a bench says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod published;
#[path = "bench_browser/times.rs"]
mod times;

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use mognad::app::pictures::{Drawn, Marks, distribution, flower_box, level_bars, radar};
use mognad::app::{Device, Model, Sets, result_of};
use mognad::charts::{Compared, Drawing, Node, Palette, Width, to_svg};
use mognad::domain::{
    DocumentId, QuestionId, QuestionSet, RollUp, SetId, SetResult, UnitId, WriterId,
};
use mognad::exchange::example_toml;
use mognad::i18n::measured;
use published::compiled;
use times::Times;

/// Each step is measured so many times, after as many more that are not counted.
const RUNS: usize = 200;
/// The unit whose levels are drawn, and the question to which two people of it have answered differently.
const UNIT: &str = "social";
const QUESTION: &str = "nytta-av-it";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The app with the example in it.
fn example() -> Model {
    let sets = SetId::published().map(|id| compiled(id.as_str()).set);
    let text = fs::read_to_string(root().join("example/exempelkommunen.toml")).unwrap();
    let mut model = Model::new(DocumentId::from_random(0), Device::default(), WriterId(0));
    model.document = example_toml::compile("exempelkommunen.toml", &text, &sets).unwrap();
    model.sets = sets
        .into_iter()
        .map(|set| (set.id.clone(), Sets::Ready(Arc::new(set))))
        .collect();
    model
}

/// A result of the example, of which pictures are drawn.
struct Told {
    set: Arc<QuestionSet>,
    unit: UnitId,
    result: SetResult,
}

impl Told {
    fn new(model: &Model, set: &SetId, unit: UnitId) -> Self {
        let set = model.set(set).unwrap();
        let result = result_of(model, &set, &unit).unwrap();
        Self { set, unit, result }
    }

    fn drawn<'a>(&'a self, model: &'a Model) -> Drawn<'a> {
        Drawn {
            model,
            set: &self.set,
            unit: &self.unit,
            result: &self.result,
        }
    }
}

/// Microseconds of the counted runs of `step`.
fn timed<T>(mut step: impl FnMut() -> T) -> Times {
    for _ in 0..RUNS {
        black_box(step());
    }
    let runs = (0..RUNS).map(|_| {
        let begun = Instant::now();
        let made = black_box(step());
        let took = begun.elapsed();
        drop(made); // taking it away is not drawing it
        took.as_secs_f64() * 1e6
    });
    Times::new(runs.collect())
}

fn nodes(node: &Node) -> usize {
    1 + node.children.iter().map(nodes).sum::<usize>()
}

/// One line of the table. `spec` makes the spec from the result.
fn line<D: Drawing>(name: &str, spec: impl Fn() -> D) {
    let drawing = spec();
    let picture = drawing.draw(Width::Wide).unwrap();
    let count = nodes(&picture.to_node("bench"));
    let bytes = to_svg(&picture, &Palette::LIGHT).len();
    let steps = [
        timed(&spec),
        timed(|| drawing.draw(Width::Wide)),
        timed(|| drawing.draw(Width::Narrow)),
        timed(|| drawing.table()),
        timed(|| to_svg(&picture, &Palette::LIGHT)),
    ];
    let printed = steps.map(|times| {
        let (median, p95) = (times.percentile(50), times.percentile(95));
        format!("{:>15}", format!("{median:.0} / {p95:.0}"))
    });
    println!("{name:<30} {count:>5} {bytes:>7} {}", printed.concat());
}

/// Every mark that the bars know; no benchmark is published, so that one is made up at the middle of the scale.
fn bars_with_all_marks(drawn: Drawn<'_>) -> impl Drawing {
    let mut bars = level_bars(drawn, Marks::ALL);
    let (from, to) = drawn.set.range();
    let middle = f64::from(from + to) / 2.0;
    for row in bars.rows.iter_mut().take(4) {
        row.benchmark = Some(Compared {
            value: middle,
            printed: measured(drawn.set.roll_up, middle, drawn.model.device.language),
        });
    }
    bars
}

#[test]
fn times_to_draw_each_picture() {
    let model = example();
    let flowers = Told::new(&model, &SetId::e_forvaltning(), UnitId::municipality());
    let levels = Told::new(&model, &SetId::it_mognad(), UnitId::parse(UNIT).unwrap());
    assert_eq!(flowers.set.roll_up, RollUp::Fulfilment);
    let (flowers, levels) = (flowers.drawn(&model), levels.drawn(&model));
    let question = QuestionId::parse(QUESTION).unwrap();
    let (_, asked) = levels.set.question(&question).unwrap();

    println!(
        "\ndrawing, native, release build, {RUNS} runs of each step: median / p95 in µs; nodes and bytes of the wide picture"
    );
    let steps = [
        "result → spec",
        "draw wide",
        "draw narrow",
        "table",
        "to_svg",
    ];
    let heads = steps.map(|step| format!("{step:>15}")).concat();
    println!("{:<30} {:>5} {:>7} {heads}", "picture", "nodes", "SVG");
    line("flower box, municipality", || flower_box(flowers));
    line("bars in %, all marks", || bars_with_all_marks(flowers));
    line("profile in %, all marks", || radar(flowers, Marks::ALL));
    line("bars, one unit, all marks", || bars_with_all_marks(levels));
    line("profile, one unit, all marks", || radar(levels, Marks::ALL));
    line("distribution of one question", || {
        distribution(levels, asked).unwrap()
    });
    println!();
}
