//! What others share: read in, listed, taken away again.

use super::assessments::put_back;
use super::said;
use crate::app::desk::BenchmarkMsg;
use crate::app::desk::benchmarks::{FileLook, shared_files};
use crate::app::{DeskMsg, Msg, Section};
use crate::domain::ComparisonKind;
use crate::domain::benchmark::SharedFile;
use crate::i18n::{BenchmarkWords, Words};
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, alert, button, h2, p, quiet};
use crate::ui::runtime::Runtime;

/// The section of files that others made.
pub fn view(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().benchmarks;
    el("section")
        .id("shared-files")
        .child(h2(own.read))
        .child(p(own.read_about))
        .child(el("p").class("buttons").child(button(
            Weight::Primary,
            "read-shared",
            own.read_file,
            move || runtime.send(Msg::OpenFile),
        )))
        .child(
            el("div")
                .attr("role", "status")
                .id("shared-told")
                .follows(move || {
                    let files = runtime.read(&[Section::Files], |model| {
                        model.desk.benchmarks.files.clone()
                    });
                    files.iter().map(|file| told(own, file).into()).collect()
                }),
        )
        .follows(move || {
            let files = runtime.read(&[Section::Targets], shared_files);
            if files.is_empty() {
                return Vec::new();
            }
            let rows = files.into_iter().map(|(id, file)| {
                let (name, source) = match &file {
                    SharedFile::Result(file) => (
                        format!("{}, {}", file.municipality, file.year),
                        (own.result_source)(&file.municipality, &file.round, file.year, file.rule),
                    ),
                    SharedFile::Benchmark(file) => (
                        format!("{}, {}", file.source, file.year),
                        (own.benchmark_source)(&file.source, &file.population, file.year),
                    ),
                };
                let remove = button(
                    Weight::Tertiary,
                    format!("remove-{id}"),
                    (own.remove)(&name),
                    move || {
                        let msg = BenchmarkMsg::Remove(ComparisonKind::Shared, id.clone());
                        runtime.send(DeskMsg::from(msg));
                    },
                );
                el("li")
                    .child(el("strong").text(name))
                    .child(quiet(source))
                    .child(el("p").class("buttons").child(remove))
            });
            let list = el("ul").class("entries").children(rows);
            vec![el("h3").text(own.files).into(), list.into()]
        })
        .child(put_back(runtime, own, ComparisonKind::Shared))
}

fn told(own: &BenchmarkWords, file: &FileLook) -> El {
    match &file.outcome {
        Ok(taken) if taken.again => alert("info").child(p((own.taken_again)(&taken.whose))),
        Ok(taken) => {
            let text = (own.taken)(&taken.whose, taken.comparable, taken.of);
            alert("success").child(p(text))
        }
        Err(why) => {
            let text = (own.refused_file)(&file.name, said::not_taken(own, why));
            alert("warning").child(p(text))
        }
    }
}
