//! From files to a set that the app can load: parse, check, put together, hash.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use toml::Spanned;

use super::source::{AreaSource, QuestionSource, SetSource};
use super::{Problem, SetFiles, change, check};
use crate::domain::{
    Area, AreaId, ContentHash, Meaning, Overlay, Question, QuestionId, QuestionSet, SetId,
};
use crate::exchange::toml_problem::{self, Complaints};

/// A set ready for the app, in its own language, and its texts in others.
#[derive(Debug, Clone, PartialEq)]
pub struct Compiled {
    /// The set.
    pub set: QuestionSet,
    /// One overlay a language.
    pub overlays: Vec<Overlay>,
}

/// Checks and compiles the files of the set in `folder`.
///
/// # Errors
/// Every [`Problem`] that was found, in the order of files and lines.
pub fn compile(folder: &str, files: &SetFiles) -> Result<Compiled, Vec<Problem>> {
    let mut problems = Vec::new();
    let compiled = try_compile(folder, files, &mut problems);
    problems.sort();
    match compiled {
        Some(compiled) if problems.is_empty() => Ok(compiled),
        _ => Err(problems),
    }
}

/// Ids of questions that stand in several sets with different texts, each with the two sets: one id, one meaning.
pub fn shared_questions_differ(sets: &[QuestionSet]) -> Vec<(QuestionId, SetId, SetId)> {
    let mut seen: BTreeMap<&QuestionId, (&Meaning, &SetId)> = BTreeMap::new();
    let mut differ = Vec::new();
    for set in sets {
        for question in set.areas.iter().flat_map(|area| &area.questions) {
            let (meaning, first) = *seen
                .entry(&question.id)
                .or_insert((&question.meaning, &set.id));
            if *meaning != question.meaning {
                differ.push((question.id.clone(), first.clone(), set.id.clone()));
            }
        }
    }
    differ
}

fn try_compile(folder: &str, files: &SetFiles, problems: &mut Vec<Problem>) -> Option<Compiled> {
    let Some(text) = files.get("set.toml") else {
        problems.push(Problem {
            file: "set.toml".to_owned(),
            line: 1,
            what: format!("the folder \"{folder}\" has no set.toml"),
            mend: "Write it: docs/QUESTIONS.md tells how".to_owned(),
        });
        return None;
    };
    let source: SetSource = parse("set.toml", text, problems)?;
    let mut complaints = Complaints::new("set.toml", text);
    check::set(&source, folder, &mut complaints);
    let areas = areas_of(&source, files, &mut complaints, problems);
    let ids = ids_of(&areas);
    // An area that is missing or cannot be read has been complained of; its questions are not missed as well.
    if areas.len() == source.areas.len() {
        change::check(&source, &ids, &mut complaints);
    }
    problems.append(&mut complaints.problems);
    unique_questions(&areas, problems);
    kept_meanings(&source, &areas, problems);
    let set = assemble(&source, areas)?;
    let overlays = overlays_of(&set, files, problems);
    Some(Compiled { set, overlays })
}

fn parse<T: DeserializeOwned>(file: &str, text: &str, problems: &mut Vec<Problem>) -> Option<T> {
    toml_problem::parse(
        file,
        text,
        "Compare with docs/QUESTIONS.md and the files beside it",
        problems,
    )
}

struct AreaFile<'a> {
    file: String,
    text: &'a str,
    source: AreaSource,
}

fn areas_of<'a>(
    set: &SetSource,
    files: &'a SetFiles,
    complaints: &mut Complaints,
    problems: &mut Vec<Problem>,
) -> Vec<AreaFile<'a>> {
    let mut listed = BTreeSet::new();
    let mut areas = Vec::new();
    for id in &set.areas {
        let file = format!("areas/{}.toml", id.get_ref());
        if !listed.insert(file.clone()) {
            complaints.add(
                id,
                format!("the area \"{}\" is listed twice", id.get_ref()),
                "Remove one",
            );
            continue;
        }
        let Some(text) = files.get(&file) else {
            complaints.add(
                id,
                format!("the area \"{}\" has no file {file}", id.get_ref()),
                "Write the file, or remove the area from the list",
            );
            continue;
        };
        let Some(source) = parse::<AreaSource>(&file, text, problems) else {
            continue;
        };
        let mut out = Complaints::new(&file, text);
        check::area(
            &source,
            id.get_ref(),
            set.scale.len(),
            set.roll_up,
            &mut out,
        );
        problems.append(&mut out.problems);
        areas.push(AreaFile { file, text, source });
    }
    for file in files.keys() {
        if file.starts_with("areas/") && !listed.contains(file) {
            problems.push(Problem {
                file: file.clone(),
                line: 1,
                what: "the area is not listed in set.toml".to_owned(),
                mend: "Add its id to `areas` there, or remove the file".to_owned(),
            });
        }
    }
    areas
}

fn unique_questions(areas: &[AreaFile], problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for area in areas {
        let mut out = Complaints::new(&area.file, area.text);
        for question in &area.source.questions {
            let id = question.id.get_ref();
            if let Some(first) = seen.insert(id, &area.file) {
                out.add(
                    &question.id,
                    format!("the question \"{id}\" stands in {first} already"),
                    "Give it an id of its own",
                );
            }
        }
        problems.append(&mut out.problems);
    }
}

fn ids_of<'a>(areas: &'a [AreaFile]) -> BTreeSet<&'a str> {
    let questions = areas.iter().flat_map(|area| &area.source.questions);
    questions.map(|q| q.id.get_ref().as_str()).collect()
}

/// A question says which meaning it keeps exactly where the last thing that was done to it was editorial.
fn kept_meanings(set: &SetSource, areas: &[AreaFile], problems: &mut Vec<Problem>) {
    for area in areas {
        let mut out = Complaints::new(&area.file, area.text);
        for question in &area.source.questions {
            let own = own_meaning(question);
            change::kept_meaning(question, &own, &set.changes, &mut out);
        }
        problems.append(&mut out.problems);
    }
}

fn texts(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|text| text.get_ref().clone()).collect()
}

/// Nothing where an id is not valid: then a problem has been noted already.
fn assemble(source: &SetSource, areas: Vec<AreaFile>) -> Option<QuestionSet> {
    let mut set = QuestionSet {
        id: SetId::parse(source.id.get_ref())?,
        version: source.version.get_ref().clone(),
        hash: ContentHash::parse("0")?,
        language: source.language.get_ref().clone(),
        title: source.title.get_ref().clone(),
        lead: source.lead.get_ref().clone(),
        publisher: source.publisher.get_ref().clone(),
        license: source.license.get_ref().clone(),
        source_note: source.source_note.get_ref().clone(),
        minutes_per_question: *source.minutes_per_question.get_ref(),
        roll_up: source.roll_up,
        scale: source
            .scale
            .iter()
            .map(|level| level.get_ref().clone())
            .collect(),
        areas: areas
            .into_iter()
            .map(|area| {
                let source = area.source;
                Some(Area {
                    id: AreaId::parse(source.id.get_ref())?,
                    title: source.title.into_inner(),
                    short: source.short.into_inner(),
                    about: source.about.into_inner(),
                    part: source.part.map(Spanned::into_inner),
                    questions: source
                        .questions
                        .iter()
                        .map(question)
                        .collect::<Option<_>>()?,
                })
            })
            .collect::<Option<_>>()?,
        changes: source
            .changes
            .iter()
            .map(change::stated)
            .collect::<Option<_>>()?,
    };
    let content = serde_json::to_string(&set).ok()?;
    set.hash = ContentHash::parse(&hash(&[&content]))?;
    Some(set)
}

fn question(source: &QuestionSource) -> Option<Question> {
    let meaning = match &source.means {
        Some(kept) => kept.get_ref().clone(),
        None => own_meaning(source),
    };
    Some(Question {
        id: QuestionId::parse(source.id.get_ref())?,
        meaning: Meaning::parse(&meaning)?,
        scope: source.scope,
        weight: *source.weight.get_ref(),
        text: source.text.get_ref().clone(),
        why: source.why.get_ref().clone(),
        evidence: source.evidence.get_ref().clone(),
        dont_know: source.dont_know,
        not_applicable: source.not_applicable,
        levels: texts(source.levels.get_ref()),
        activities: texts(source.activities.get_ref()),
    })
}

/// The hash of a question's text and levels as they are written.
fn own_meaning(source: &QuestionSource) -> String {
    let levels = source.levels.get_ref().iter();
    let mut meant: Vec<&str> = vec![source.text.get_ref()];
    meant.extend(levels.map(|level| level.get_ref().as_str()));
    hash(&meant)
}

/// The first 64 bits of SHA-256 over the parts, as hexadecimal digits.
fn hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let digest = hasher.finalize();
    let first = digest.iter().take(8);
    format!(
        "{:016x}",
        first.fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte))
    )
}

fn overlays_of(set: &QuestionSet, files: &SetFiles, problems: &mut Vec<Problem>) -> Vec<Overlay> {
    let mut overlays: BTreeMap<String, Overlay> = BTreeMap::new();
    for (file, text) in files {
        let Some((language, _)) = file
            .split_once('/')
            .filter(|(folder, _)| *folder != "areas")
        else {
            continue;
        };
        let Some(part) = parse::<Overlay>(file, text, problems) else {
            continue;
        };
        let mut out = Complaints::new(file, text);
        overlay_fits(set, language, &part, &mut out);
        problems.append(&mut out.problems);
        match overlays.get_mut(language) {
            None => {
                overlays.insert(language.to_owned(), part);
            }
            Some(whole) => {
                whole.title = whole.title.take().or(part.title);
                whole.lead = whole.lead.take().or(part.lead);
                whole.source_note = whole.source_note.take().or(part.source_note);
                if whole.scale.is_empty() {
                    whole.scale = part.scale;
                }
                whole.areas.extend(part.areas);
                whole.questions.extend(part.questions);
            }
        }
    }
    overlays.into_values().collect()
}

fn overlay_fits(set: &QuestionSet, folder: &str, overlay: &Overlay, out: &mut Complaints) {
    let mut complain = |what: String, mend: &str| out.add_at(0, what, mend);
    if overlay.set != set.id || overlay.language != folder {
        complain(
            format!("the texts are for {} in {}", overlay.set, overlay.language),
            "Put them into the folder of that set and language",
        );
    }
    if !overlay.scale.is_empty() && overlay.scale.len() != set.scale.len() {
        complain(
            format!(
                "{} level names for {} levels",
                overlay.scale.len(),
                set.scale.len()
            ),
            "Name every level, lowest first",
        );
    }
    for id in overlay.areas.keys() {
        if set.area(id).is_none() {
            complain(format!("the set has no area \"{id}\""), "Compare the ids");
        }
    }
    for (id, texts) in &overlay.questions {
        let Some((_, question)) = set.question(id) else {
            complain(
                format!("the set has no question \"{id}\""),
                "Compare the ids",
            );
            continue;
        };
        for (name, found, expected) in [
            ("levels", texts.levels.len(), question.levels.len()),
            (
                "activities",
                texts.activities.len(),
                question.activities.len(),
            ),
        ] {
            if found != 0 && found != expected {
                complain(
                    format!("\"{id}\" has {found} {name} instead of {expected}"),
                    "Translate all of them, or none",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: &str = r#"
id = "s"
version = "1.0.0"
language = "sv"
title = "T"
lead = "L"
publisher = "P"
license = "EUPL-1.2"
source_note = "N"
minutes_per_question = 2
roll_up = "mean-of-areas"
areas = ["a"]
[[scale]]
value = 1
name = "Låg"
[[scale]]
value = 2
name = "Hög"
"#;
    const AREA: &str = r#"
id = "a"
title = "T"
short = "S"
about = "A"
[[question]]
id = "q"
scope = "F"
weight = 1
text = "Vad händer?"
why = "W"
evidence = "E"
dont_know = "allowed"
not_applicable = "with-reason"
levels = ["Inget.", "Något."]
activities = ["Gör något."]
"#;

    fn files(set: &str, area: &str) -> SetFiles {
        [("set.toml", set), ("areas/a.toml", area)]
            .map(|(file, text)| (file.to_owned(), text.to_owned()))
            .into()
    }

    fn complaints(set: &str, area: &str) -> Vec<String> {
        compile("s", &files(set, area))
            .unwrap_err()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_good_set_compiles_and_its_hashes_follow_the_content() {
        let first = compile("s", &files(SET, AREA)).unwrap().set;
        let why = compile("s", &files(SET, &AREA.replace("\"W\"", "\"V\"")))
            .unwrap()
            .set;
        let level = compile("s", &files(SET, &AREA.replace("Något.", "Mer.")))
            .unwrap()
            .set;
        assert_ne!(first.hash, why.hash);
        assert_eq!(
            first.areas[0].questions[0].meaning,
            why.areas[0].questions[0].meaning
        );
        assert_ne!(
            first.areas[0].questions[0].meaning,
            level.areas[0].questions[0].meaning
        );
        assert_eq!(shared_questions_differ(&[first.clone(), why]).len(), 0);
        assert_eq!(shared_questions_differ(&[first, level]).len(), 1);
    }

    #[test]
    fn every_complaint_is_listed_with_file_line_and_mend() {
        let set = SET
            .replace("1.0.0", "one")
            .replace("value = 2", "value = 3");
        let area = AREA
            .replace("weight = 1", "weight = 0")
            .replace(", \"Något.\"", "");
        assert_eq!(
            complaints(&set, &area),
            [
                "areas/a.toml:9: the weight of \"q\" is out of range. Write a number above 0 and at most 100; 1 is usual.",
                "areas/a.toml:15: \"q\" has 1 levels, and the scale asks for 2. Write 2 levels, lowest level first.",
                "set.toml:3: \"one\" is no version. Write three numbers, such as 1.0.0.",
                "set.toml:16: level 3 stands where level 2 belongs. Number the levels 1, 2, 3 … from the lowest.",
            ]
        );
    }

    #[test]
    fn a_file_of_the_wrong_shape_is_named_with_its_line() {
        let wrong = complaints(SET, &AREA.replace("scope = \"F\"", "scope = \"X\""));
        assert!(
            wrong[0].starts_with("areas/a.toml:8: unknown variant `X`"),
            "{wrong:?}"
        );
        let extra = complaints(&SET.replace("title", "tilte"), AREA);
        assert!(
            extra[0].starts_with("set.toml:5: unknown field `tilte`"),
            "{extra:?}"
        );
    }

    #[test]
    fn a_question_cannot_stand_twice_and_a_file_not_unlisted() {
        let twice = AREA.to_owned() + AREA.split_once("about = \"A\"").unwrap().1;
        assert!(complaints(SET, &twice)[0].contains("stands in areas/a.toml already"));
        let mut more = files(SET, AREA);
        more.insert("areas/b.toml".to_owned(), AREA.to_owned());
        assert!(
            compile("s", &more).unwrap_err()[0]
                .what
                .contains("not listed")
        );
    }

    #[test]
    fn an_overlay_must_fit_its_set() {
        let mut with = files(SET, AREA);
        let overlay = "set = \"s\"\nlanguage = \"en\"\n[questions.q]\ntext = \"What?\"\nlevels = [\"A\", \"B\"]\n";
        with.insert("en/a.toml".to_owned(), overlay.to_owned());
        let compiled = compile("s", &with).unwrap();
        let english = compiled.set.clone().overlaid(&compiled.overlays[0]);
        assert_eq!(english.areas[0].questions[0].text, "What?");
        assert_eq!(english.areas[0].questions[0].activities, ["Gör något."]);
        assert_eq!(english.hash, compiled.set.hash);
        with.insert(
            "en/a.toml".to_owned(),
            overlay
                .replace(", \"B\"", "")
                .replace("questions.q", "questions.z"),
        );
        assert!(
            compile("s", &with).unwrap_err()[0]
                .what
                .contains("no question \"z\"")
        );
    }
}
