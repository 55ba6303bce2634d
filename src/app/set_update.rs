//! A newer version of a question set beside the one that a round goes by: what taking it does, and the answers to questions
//! that are no longer asked. Both only read. A round in progress keeps its set (`super::answering`), so the new version comes
//! with the next round, and no answer is removed or changed by it.

use std::cmp::Ordering;

use crate::domain::{
    Address, Became, ContentHash, Document, Facet, QuestionChange, QuestionId, QuestionSet,
    RoundId, SetId, State, UnitId, Value, Voice, compare, current_round, version_number,
};
use crate::exchange::question_set_from_json;

/// A question that does not simply go on, with what the preview shows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// The question: of the old version, or the new one where it is new.
    pub question: QuestionId,
    /// Its text there.
    pub text: String,
    /// The texts of the questions that are asked in its place; of itself, where it is asked in other words.
    pub into: Vec<String>,
    /// How many answers the round has to it, over units and voices; proposals are none.
    pub answers: usize,
}

/// What taking a new version of a set into the next round does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpdate {
    /// The set.
    pub set: SetId,
    /// The new version's name of it.
    pub title: String,
    /// The version that the round goes by.
    pub from: String,
    /// The version that the next round would go by.
    pub to: String,
    /// How many questions are asked as before.
    pub same: usize,
    /// Asked in other words that mean the same.
    pub editorial: Vec<Touched>,
    /// Asked anew, as they mean something else.
    pub substantive: Vec<Touched>,
    /// Become several.
    pub split: Vec<Touched>,
    /// Gone into another.
    pub merged: Vec<Touched>,
    /// No longer asked.
    pub retired: Vec<Touched>,
    /// Not asked before.
    pub new: Vec<Touched>,
    /// How many of the round's answers go on: those to questions that mean the same.
    pub kept_answers: usize,
    /// How many answers, of all rounds, there are to the questions that were split, merged or retired. They lie in the
    /// [`archive`] then, but for those to a question that another set still asks.
    pub archived_answers: usize,
}

/// What taking the published version into the next round does; nothing where the round goes by it already, has kept no set
/// yet, or keeps a later one than this app publishes.
pub fn set_update(
    document: &Document,
    round: Option<&RoundId>,
    published: &QuestionSet,
) -> Option<SetUpdate> {
    let round = round?;
    let kept = kept_set(document, round, &published.id)?;
    let order = version_number(&published.version).cmp(&version_number(&kept.version));
    if kept.hash == published.hash || order == Ordering::Less {
        return None;
    }
    let mut update = SetUpdate {
        set: published.id.clone(),
        title: published.title.clone(),
        from: kept.version.clone(),
        to: published.version.clone(),
        same: 0,
        editorial: Vec::new(),
        substantive: Vec::new(),
        split: Vec::new(),
        merged: Vec::new(),
        retired: Vec::new(),
        new: Vec::new(),
        kept_answers: 0,
        archived_answers: 0,
    };
    let questions = compare(&kept, published).questions;
    let answers = count_answers(document, round, &questions);
    for (change, (here, of_all_rounds)) in questions.into_iter().zip(answers) {
        let touched = touched(&change, here, &kept, published);
        let list = match change.became {
            Became::Same => {
                update.same += 1;
                update.kept_answers += here;
                continue;
            }
            Became::Editorial => {
                update.kept_answers += here;
                &mut update.editorial
            }
            Became::Substantive => &mut update.substantive,
            Became::New => &mut update.new,
            Became::SplitInto(_) => &mut update.split,
            Became::MergedInto(_) => &mut update.merged,
            Became::Retired => &mut update.retired,
        };
        list.push(touched);
        if published.question(&change.question).is_none() {
            update.archived_answers += of_all_rounds;
        }
    }
    Some(update)
}

fn touched(
    change: &QuestionChange,
    answers: usize,
    kept: &QuestionSet,
    published: &QuestionSet,
) -> Touched {
    let own = [change.question.clone()];
    let into = match &change.became {
        Became::SplitInto(into) | Became::MergedInto(into) => into,
        Became::Editorial | Became::Substantive => &own[..],
        Became::Same | Became::Retired | Became::New => &[],
    };
    let of = match change.became {
        Became::New => published,
        _ => kept,
    };
    Touched {
        question: change.question.clone(),
        text: text_in(of, &change.question),
        into: into.iter().map(|id| text_in(published, id)).collect(),
        answers,
    }
}

/// One voice's answer for one unit in one round, to a question that is no longer asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedAnswer {
    /// The round.
    pub round: RoundId,
    /// The unit.
    pub unit: UnitId,
    /// Whose answer, or whose proposal.
    pub voice: Voice,
    /// What was answered; several where two answered apart, none where only texts were written.
    pub states: Vec<State>,
    /// The rationale.
    pub rationale: String,
    /// What could be shown for it.
    pub evidence: String,
    /// What was needed.
    pub need: String,
}

/// A question that is no longer asked, and what was answered to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// The question.
    pub question: QuestionId,
    /// Its text in a round that keeps it, where its answers are if that can be; nothing where no round's set is here any more.
    pub text: Option<String>,
    /// The names of its levels there, the lowest first.
    pub levels: Vec<String>,
    /// The answers, by round and unit.
    pub answers: Vec<ArchivedAnswer>,
}

/// Answers in any round to questions that neither a published set has, nor the round that is answered in. `published` are all
/// sets that the app publishes; one that is left out would put its questions into the archive.
pub fn archive(document: &Document, published: &[&QuestionSet]) -> Vec<Archived> {
    let kept = kept_sets(document);
    let present = current_round(document);
    let under_way = kept
        .iter()
        .filter(|(round, _)| Some(round) == present.as_ref());
    let asked: Vec<&QuestionSet> = under_way
        .map(|(_, set)| set)
        .chain(published.iter().copied())
        .collect();
    let mut archive: Vec<Archived> = Vec::new();
    for (address, fact) in document.facts() {
        let Address::Answer {
            round,
            unit,
            question,
            facet,
            voice,
        } = address
        else {
            continue;
        };
        let is_text_or_level = matches!(
            facet,
            Facet::Level | Facet::Rationale | Facet::Evidence | Facet::Need
        );
        let is_asked = || asked.iter().any(|set| set.question(question).is_some());
        if !is_text_or_level || fact.versions().is_empty() || is_asked() {
            continue;
        }
        let Some(answer) = answer_in(&mut archive, question, (round, unit, voice)) else {
            continue;
        };
        for version in fact.versions() {
            match (facet, &version.value) {
                (Facet::Level, Value::Answer(given)) => answer.states.push(given.state),
                (Facet::Rationale, Value::Text(text)) => add_text(&mut answer.rationale, text),
                (Facet::Evidence, Value::Text(text)) => add_text(&mut answer.evidence, text),
                (Facet::Need, Value::Text(text)) => add_text(&mut answer.need, text),
                _ => {}
            }
        }
    }
    for archived in &mut archive {
        let of_answers = archived.answers.last().map(|answer| &answer.round);
        let first = kept.iter().filter(|(round, _)| Some(round) == of_answers);
        let found = first.chain(&kept).find_map(|(_, set)| {
            let (_, question) = set.question(&archived.question)?;
            Some((set, question))
        });
        if let Some((set, question)) = found {
            archived.text = Some(question.text.clone());
            archived.levels = set.scale.iter().map(|level| level.name.clone()).collect();
        }
    }
    archive
}

/// Where an answer stands in the archive, made where it does not stand there yet.
fn answer_in<'a>(
    archive: &'a mut Vec<Archived>,
    question: &QuestionId,
    (round, unit, voice): (&RoundId, &UnitId, &Voice),
) -> Option<&'a mut ArchivedAnswer> {
    if !archive.iter().any(|a| a.question == *question) {
        archive.push(Archived {
            question: question.clone(),
            text: None,
            levels: Vec::new(),
            answers: Vec::new(),
        });
    }
    let archived = archive.iter_mut().find(|a| a.question == *question)?;
    let answers = &mut archived.answers;
    let is_it = |a: &ArchivedAnswer| a.round == *round && a.unit == *unit && a.voice == *voice;
    if !answers.iter().any(is_it) {
        answers.push(ArchivedAnswer {
            round: round.clone(),
            unit: unit.clone(),
            voice: voice.clone(),
            states: Vec::new(),
            rationale: String::new(),
            evidence: String::new(),
            need: String::new(),
        });
    }
    answers.iter_mut().find(|answer| is_it(answer))
}

fn add_text(texts: &mut String, text: &str) {
    if !texts.is_empty() {
        texts.push('\n');
    }
    texts.push_str(text.trim());
}

/// The content of a set that a round keeps, where the document has it.
/// The set that a round keeps.
pub(super) fn kept_set(document: &Document, round: &RoundId, set: &SetId) -> Option<QuestionSet> {
    let chosen = document.text(&Address::RoundSet(round.clone(), set.clone()))?;
    let snapshot = Address::Snapshot(ContentHash::parse(chosen)?);
    question_set_from_json(document.text(&snapshot)?).filter(|kept| kept.id == *set)
}

/// Every set that any round keeps.
fn kept_sets(document: &Document) -> Vec<(RoundId, QuestionSet)> {
    let kept = document.facts().filter_map(|(address, _)| match address {
        Address::RoundSet(round, set) => Some((round.clone(), kept_set(document, round, set)?)),
        _ => None,
    });
    kept.collect()
}

/// How many answers each question has, over units and voices: in the round, and in all rounds.
fn count_answers(
    document: &Document,
    round: &RoundId,
    questions: &[QuestionChange],
) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); questions.len()];
    for (address, fact) in document.facts() {
        if let Address::Answer {
            round: given_in,
            question,
            facet: Facet::Level,
            voice: Voice::Together | Voice::Person(_),
            ..
        } = address
            && !fact.versions().is_empty()
            && let Some(at) = questions.iter().position(|c| c.question == *question)
            && let Some((here, all)) = counts.get_mut(at)
        {
            *all += 1;
            *here += usize::from(given_in == round);
        }
    }
    counts
}

fn text_in(set: &QuestionSet, question: &QuestionId) -> String {
    let found = set.question(question);
    found.map_or_else(|| question.to_string(), |(_, asked)| asked.text.clone())
}
