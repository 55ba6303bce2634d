//! The flower box: every petal, tuft and stone is one question, and leads to it.

use super::Drawn;
use crate::app::{Place, Route};
use crate::charts::{Bed, FlowerBox, FlowerWords, Grade, Leaf};
use crate::domain::{
    AreaResult, AskedArea, Part, Question, RoundId, ScaleLevel, Standing, UnitKind, answered_by,
    standing,
};
use crate::i18n::{percent, whole_percent};

/// The flower box of a unit; the municipality's is put together from those who were named for its areas.
pub fn flower_box(drawn: Drawn<'_>) -> FlowerBox {
    let words = drawn.words();
    let grade = |place: usize| {
        let level: Option<&ScaleLevel> = drawn.set.scale.get(place);
        level.map(|level| level.name.clone()).unwrap_or_default()
    };
    let percent = |value| percent(value, drawn.language());
    FlowerBox {
        title: (words.flowers_title)(&drawn.model.unit_name(drawn.unit)),
        description: words.flowers_about.to_owned(),
        mark: drawn.mark(),
        words: FlowerWords {
            area: words.area.to_owned(),
            degree: words.fulfilment.to_owned(),
            question: words.question.to_owned(),
            grade: words.grade.to_owned(),
            note: words.answered_by.to_owned(),
            nothing: grade(0),
            half: grade(1),
            full: grade(2),
            unknown: words.unknown_or_unanswered.to_owned(),
            absent: words.no_relevant.to_owned(),
            guides: [percent(0.0), percent(50.0), percent(100.0)],
        },
        flowers: beds(drawn, Part::Flower),
        grass: beds(drawn, Part::Grass).pop(),
        soil: beds(drawn, Part::Soil).pop(),
    }
}

fn beds(drawn: Drawn<'_>, part: Part) -> Vec<Bed> {
    let Some(round) = drawn.model.round() else {
        return Vec::new();
    };
    let asked = answered_by(&drawn.model.document, &round, drawn.set, drawn.unit);
    let in_part = |area: &&AreaResult| area.part == Some(part);
    drawn
        .result
        .areas
        .iter()
        .filter(in_part)
        .filter_map(|area| {
            let asked = asked.iter().find(|asked| asked.area.id == area.area)?;
            Some(bed(drawn, &round, area, asked))
        })
        .collect()
}

fn bed(drawn: Drawn<'_>, round: &RoundId, area: &AreaResult, asked: &AskedArea<'_>) -> Bed {
    let is_whole = UnitKind::of(drawn.unit) == UnitKind::Municipality;
    Bed {
        label: drawn.label(area),
        note: is_whole.then(|| drawn.model.unit_name(&area.by)),
        degree: area.value.map(|percent| percent / 100.0),
        printed: drawn.printed(area),
        heart: area.value.map_or_else(|| "–".to_owned(), whole_percent),
        leaves: asked
            .questions
            .iter()
            .map(|question| leaf(drawn, round, asked, question))
            .collect(),
    }
}

fn leaf(drawn: Drawn<'_>, round: &RoundId, asked: &AskedArea<'_>, question: &Question) -> Leaf {
    let grade = match standing(&drawn.model.document, round, &asked.by, question) {
        // Individual answers that were not agreed on count as the grade that their mean reaches.
        Standing::Level { lowest, .. } if lowest >= drawn.set.top() => Grade::Full,
        Standing::Level { lowest: 1, .. } => Grade::Nothing,
        Standing::Level { .. } => Grade::Half,
        Standing::DontKnow | Standing::Unanswered => Grade::Unknown,
        Standing::NotApplicable => Grade::Absent,
    };
    let place = Place {
        set: drawn.set.id.clone(),
        unit: asked.by.clone(),
        question: Some(question.id.clone()),
    };
    Leaf {
        label: question.text.clone(),
        grade,
        href: Some(Route::Answer(Some(place)).href()),
    }
}
