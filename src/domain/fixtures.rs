//! Questions, areas and sets for the tests of this layer, without texts.

use super::{
    Area, AreaId, ContentHash, DontKnow, Meaning, NotApplicable, Question, QuestionId, QuestionSet,
    RollUp, ScaleLevel, Scope, SetId,
};

pub fn question(id: &str, scope: Scope) -> Question {
    Question {
        id: QuestionId::parse(id).unwrap(),
        meaning: Meaning::parse("m").unwrap(),
        scope,
        weight: 1.0,
        text: String::new(),
        why: String::new(),
        evidence: String::new(),
        dont_know: DontKnow::Allowed,
        not_applicable: NotApplicable::WithReason,
        levels: vec![String::new(); 5],
        activities: vec![String::new(); 4],
    }
}

pub fn area(id: &str, questions: Vec<Question>) -> Area {
    Area {
        id: AreaId::parse(id).unwrap(),
        title: String::new(),
        short: String::new(),
        about: String::new(),
        part: None,
        questions,
    }
}

pub fn set(areas: Vec<Area>) -> QuestionSet {
    QuestionSet {
        id: SetId::parse("s").unwrap(),
        version: "1.0.0".into(),
        hash: ContentHash::parse("h").unwrap(),
        language: "sv".into(),
        title: String::new(),
        lead: String::new(),
        publisher: String::new(),
        license: String::new(),
        source_note: String::new(),
        minutes_per_question: 2,
        roll_up: RollUp::MeanOfAreas,
        scale: (1..=5)
            .map(|value| ScaleLevel {
                value,
                name: String::new(),
            })
            .collect(),
        areas,
        changes: Vec::new(),
    }
}

/// The same areas on the three grades of a flower box.
pub fn graded(areas: Vec<Area>) -> QuestionSet {
    let mut set = set(areas);
    set.roll_up = RollUp::Fulfilment;
    set.scale.truncate(3);
    for question in set.areas.iter_mut().flat_map(|area| &mut area.questions) {
        question.levels.truncate(3);
        question.activities.truncate(2);
    }
    set
}
