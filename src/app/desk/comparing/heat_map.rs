//! The table of units and areas, or of units and the questions that are looked at: what every cell says in words, and how
//! strongly it is shaded. The same words go to the screen and into the file.

use super::{Beside, CompareView};
use crate::app::Model;
use crate::charts::Table;
use crate::domain::{
    Cell, Counts, Reached, RollUp, RollUpRule, RolledArea, RoundId, Standing, UnitId, round_name,
    standing,
};
use crate::exchange::csv;
use crate::i18n::{Language, Words, measured};

/// More units than this stand on several pages; what is reckoned over them is over all.
pub const PAGE: usize = 100;

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMap {
    /// Areas or questions.
    pub columns: Vec<Column>,
    /// The units of the page that is shown.
    pub rows: Vec<Row>,
    /// The municipality; nothing where none of the questions is asked of it.
    pub whole: Option<Row>,
    /// How many units there are on all pages.
    pub units: usize,
    /// Which page is shown, from 0.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
}

/// An area or a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What heads it: a short name, or the number of a question.
    pub head: String,
    /// The whole of it: an area's name, or the question.
    pub title: String,
    /// Where its questions are; nothing where they are shown already.
    pub to: Option<CompareView>,
}

/// A unit, or the municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The unit; nothing for the municipality as the units make it.
    pub unit: Option<UnitId>,
    /// By column.
    pub cells: Vec<HeatCell>,
}

/// A cell: everything in it is text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatCell {
    /// The value, or why there is none.
    pub value: String,
    /// What it rests on: coverage where it is not whole, *ej avstämd*.
    pub basis: String,
    /// How far it is to the target: a symbol and the number. Empty where there is no target or no value.
    pub gap: String,
    /// How strong the shade is, 1–5; none without a value.
    pub shade: Option<u8>,
}

struct Printer<'a> {
    model: &'a Model,
    beside: &'a Beside,
    words: &'static Words,
    language: Language,
}

/// The table of a view.
pub fn heat_map(model: &Model, beside: &Beside) -> HeatMap {
    let all = beside.order_of_units();
    let pages = all.len().div_ceil(PAGE).max(1);
    let page = beside.view.page.min(pages - 1);
    let shown = all.iter().copied().skip(page * PAGE).take(PAGE);
    table(model, beside, shown, (page, pages, all.len()))
}

fn table(
    model: &Model,
    beside: &Beside,
    units: impl Iterator<Item = usize>,
    (page, pages, of): (usize, usize, usize),
) -> HeatMap {
    let printer = Printer {
        model,
        beside,
        words: model.words(),
        language: model.device.language,
    };
    let lines = units.filter_map(|place| beside.compared.units.get(place));
    let name = |unit: &UnitId| model.unit_name(unit);
    let (columns, rows, whole): (Vec<Column>, Vec<Row>, Option<Vec<HeatCell>>);
    if beside.looks_at_questions() {
        let places: Vec<usize> = beside.questions(model).map(|(place, ..)| place).collect();
        columns = printer.questions();
        rows = lines
            .map(|line| Row {
                name: name(&line.unit),
                unit: Some(line.unit.clone()),
                cells: places
                    .iter()
                    .map(|place| printer.answer(line.answers.get(*place).copied().flatten()))
                    .collect(),
            })
            .collect();
        whole = printer.answers_of_municipality();
    } else {
        let places = beside.order_of_areas();
        columns = printer.areas(&places);
        rows = lines
            .map(|line| Row {
                name: name(&line.unit),
                unit: Some(line.unit.clone()),
                cells: places
                    .iter()
                    .map(|place| printer.area(line.cells.get(*place).and_then(Option::as_ref)))
                    .collect(),
            })
            .collect();
        let rolled = places.iter().map(|place| {
            let area = beside.rolled.areas.get(*place).and_then(Option::as_ref);
            area.map(|area| printer.rolled(area)).unwrap_or_default()
        });
        whole = Some(rolled.collect());
    }
    HeatMap {
        columns,
        rows,
        whole: whole.map(|cells| Row {
            name: name(&UnitId::municipality()),
            unit: None,
            cells,
        }),
        units: of,
        page,
        pages,
    }
}

impl Printer<'_> {
    fn areas(&self, places: &[usize]) -> Vec<Column> {
        let areas = places
            .iter()
            .filter_map(|place| self.beside.set.areas.get(*place));
        areas
            .map(|area| Column {
                head: area.short.clone(),
                title: area.title.clone(),
                to: Some(self.beside.with(|view| view.area = Some(area.id.clone()))),
            })
            .collect()
    }

    fn questions(&self) -> Vec<Column> {
        let questions = self.beside.questions(self.model).zip(1..);
        questions
            .map(|((_, _, question), number)| Column {
                head: number.to_string(),
                title: question.text.clone(),
                to: None,
            })
            .collect()
    }

    fn number(&self, value: f64) -> String {
        measured(self.beside.set.roll_up, value, self.language)
    }

    fn shade(&self, value: f64) -> u8 {
        let (from, to) = self.beside.set.range();
        let share = (value - f64::from(from)) / (f64::from(to) - f64::from(from)).max(1.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to 1–5
        let shade = (share * 4.0 + 1.0 + 1e-9).floor().clamp(1.0, 5.0) as u8;
        shade
    }

    fn area(&self, cell: Option<&Cell>) -> HeatCell {
        let own = &self.words.desk().compare;
        let Some(cell) = cell else {
            return HeatCell {
                value: own.not_asked.to_owned(),
                ..HeatCell::default()
            };
        };
        let result = &cell.result;
        let Some(value) = result.value else {
            let nothing = match result.reached {
                Reached::NotApplicable => self.words.no_relevant,
                Reached::Level(_) | Reached::Open => self.words.insufficient,
            };
            return HeatCell {
                value: nothing.to_owned(),
                basis: self.basis(result.counts, true),
                ..HeatCell::default()
            };
        };
        HeatCell {
            value: self.number(value),
            basis: self.basis(result.counts, result.agreed),
            gap: self.gap(cell.distance()),
            shade: Some(self.shade(value)),
        }
    }

    fn basis(&self, counts: Counts, agreed: bool) -> String {
        let (answered, relevant) = (counts.answered, counts.relevant());
        let coverage = (answered < relevant).then(|| (self.words.n_of_m)(answered, relevant));
        let not_agreed = (!agreed).then(|| self.words.not_agreed.to_owned());
        let parts: Vec<String> = [coverage, not_agreed].into_iter().flatten().collect();
        parts.join(", ")
    }

    fn gap(&self, distance: Option<f64>) -> String {
        match distance {
            None => String::new(),
            Some(gap) if gap > 1e-6 => format!("▼\u{a0}{}", self.number(gap)),
            Some(_) => "✓".to_owned(),
        }
    }

    fn rolled(&self, area: &RolledArea) -> HeatCell {
        let own = &self.words.desk().compare;
        let asked = area.units.len() + area.left.len();
        let units =
            (area.units.len() < asked).then(|| (self.words.n_of_m)(area.units.len(), asked));
        let not_agreed =
            (area.value.is_some() && !area.agreed).then(|| self.words.not_agreed.to_owned());
        let basis: Vec<String> = [units.map(|n| (own.units_in_short)(&n)), not_agreed]
            .into_iter()
            .flatten()
            .collect();
        let gap = match area.gap {
            crate::domain::Gap::Of(gap) => Some(gap),
            _ => None,
        };
        HeatCell {
            value: area
                .value
                .map_or_else(|| self.words.insufficient.to_owned(), |v| self.number(v)),
            basis: basis.join(", "),
            gap: self.gap(gap),
            shade: area.value.map(|value| self.shade(value)),
        }
    }

    fn answers_of_municipality(&self) -> Option<Vec<HeatCell>> {
        let (model, beside) = (self.model, self.beside);
        let answers: Vec<Option<Standing>> = beside
            .questions(model)
            .map(|(_, area, question)| {
                let by = answered_once(beside, area, question)?;
                Some(standing(&model.document, &beside.round, by, question))
            })
            .collect();
        let is_asked = answers.iter().any(Option::is_some);
        is_asked.then(|| {
            answers
                .into_iter()
                .map(|answer| self.answer(answer))
                .collect()
        })
    }

    fn answer(&self, answer: Option<Standing>) -> HeatCell {
        let own = &self.words.desk().compare;
        let (value, shade) = match answer {
            None => (own.not_asked.to_owned(), None),
            Some(Standing::DontKnow) => (self.words.dont_know.to_owned(), None),
            Some(Standing::NotApplicable) => (self.words.no_relevant.to_owned(), None),
            Some(Standing::Unanswered) => (own.unanswered.to_owned(), None),
            Some(Standing::Level { value, agreed, .. }) => {
                let share = match self.beside.set.roll_up {
                    RollUp::MeanOfAreas => value,
                    RollUp::Fulfilment => {
                        let top = f64::from(self.beside.set.top());
                        100.0 * (value - 1.0) / (top - 1.0).max(1.0)
                    }
                };
                let basis = if agreed { "" } else { self.words.not_agreed };
                return HeatCell {
                    value: self.level(value, agreed),
                    basis: basis.to_owned(),
                    gap: String::new(),
                    shade: Some(self.shade(share)),
                };
            }
        };
        HeatCell {
            value,
            shade,
            ..HeatCell::default()
        }
    }

    /// A level as it is answered; the mean of individual answers with its decimal, or in percent.
    fn level(&self, value: f64, agreed: bool) -> String {
        let set = &self.beside.set;
        let step = set
            .scale
            .iter()
            .find(|step| (f64::from(step.value) - value).abs() < 1e-9);
        match (set.roll_up, step) {
            (RollUp::Fulfilment, Some(step)) => step.name.clone(),
            (RollUp::MeanOfAreas, Some(step)) if agreed => step.value.to_string(),
            (RollUp::MeanOfAreas, _) => self.number(value),
            (RollUp::Fulfilment, None) => {
                let top = f64::from(set.top());
                self.number(100.0 * (value - 1.0) / (top - 1.0).max(1.0))
            }
        }
    }
}

/// The unit that answers a question for the municipality; nothing for one that every unit is asked.
pub(super) fn answered_once<'a>(
    beside: &'a Beside,
    area: &crate::domain::Area,
    question: &crate::domain::Question,
) -> Option<&'a UnitId> {
    if question.scope == crate::domain::Scope::F {
        return None;
    }
    let rolled = beside.rolled.areas.iter().flatten();
    let area = rolled.into_iter().find(|rolled| rolled.area == area.id)?;
    area.once.as_ref().map(|(by, _)| by)
}

/// The rule in words.
pub(super) fn rule_in_words(words: &Words, rule: RollUpRule) -> &'static str {
    let own = &words.desk().compare;
    match rule {
        RollUpRule::Equal => own.rule_equal,
        RollUpRule::Employees => own.rule_employees,
    }
}

/// The municipality by area: what it is made of, and who is not in it.
pub fn rolled_table(model: &Model, beside: &Beside) -> Table {
    let words = model.words();
    let own = &words.desk().compare;
    let printer = Printer {
        model,
        beside,
        words,
        language: model.device.language,
    };
    let number = |value: Option<f64>| {
        value.map_or_else(
            || words.reached_open.to_owned(),
            |value| printer.number(value),
        )
    };
    let rows = beside.rolled.areas.iter().flatten().map(|area| {
        let title = beside.set.area(&area.area).map(|area| area.title.clone());
        let left: Vec<String> = area
            .left
            .iter()
            .take(8)
            .map(|(unit, why)| {
                let why = match why {
                    crate::domain::Left::NoValue => own.left_no_value,
                    crate::domain::Left::NoEmployees => own.left_no_employees,
                    crate::domain::Left::NotApplicable => own.left_not_applicable,
                };
                format!("{} ({why})", model.unit_name(unit))
            })
            .collect();
        let more = area.left.len().saturating_sub(left.len());
        let left = match (left.is_empty(), more) {
            (true, _) => words.reached_open.to_owned(),
            (false, 0) => left.join(", "),
            (false, more) => format!("{} {}", left.join(", "), (own.and_more)(more)),
        };
        let asked = area.units.len() + area.left.len();
        let once = area.once.as_ref().map(|(by, value)| {
            let name = model.unit_name(by);
            let value = value.map_or_else(|| words.insufficient.to_owned(), |v| printer.number(v));
            format!("{value} ({name})")
        });
        let value = area.value.map(|value| printer.number(value));
        vec![
            title.unwrap_or_default(),
            value.unwrap_or_else(|| words.insufficient.to_owned()),
            match asked {
                0 => words.reached_open.to_owned(),
                _ => number(area.of_units),
            },
            match asked {
                0 => words.reached_open.to_owned(),
                _ => (words.n_of_m)(area.units.len(), asked),
            },
            left,
            once.unwrap_or_else(|| words.reached_open.to_owned()),
            number(area.target),
        ]
    });
    Table {
        caption: own.whole.to_owned(),
        columns: [
            words.area,
            own.column_whole,
            own.column_of_units,
            own.column_units_in,
            own.column_left,
            own.column_once,
            words.target,
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: rows.collect(),
    }
}

/// What is on the screen as a file, every page of it: value, what it rests on, and the gap in columns of their own.
pub fn csv_of(model: &Model, beside: &Beside) -> String {
    let words = model.words();
    let own = &words.desk().compare;
    let all = beside.order_of_units();
    let count = all.len();
    let map = table(model, beside, all.into_iter(), (0, 1, count));
    let head = |column: &Column| -> String {
        if beside.looks_at_questions() {
            format!("{}. {}", column.head, column.title)
        } else {
            column.title.clone()
        }
    };
    let has_gaps = !beside.looks_at_questions();
    let mut heads = vec![
        words.print_round.to_owned(),
        own.set.to_owned(),
        words.print_whose.to_owned(),
    ];
    for column in &map.columns {
        let head = head(column);
        heads.push(head.clone());
        heads.push(format!("{head}: {}", own.column_basis));
        if has_gaps {
            heads.push(format!("{head}: {}", own.column_gap));
        }
    }
    let made_up = model.is_example();
    if made_up {
        heads.push(own.column_remark.to_owned());
    }
    let round = round_title(model, &beside.round);
    let mut rows = vec![heads];
    let mut whole = map.whole.clone();
    if let (true, Some(whole)) = (has_gaps, &mut whole) {
        let rule = rule_in_words(words, beside.rolled.rule);
        whole.name = format!("{} ({rule})", whole.name);
    }
    for row in map.rows.iter().chain(&whole) {
        let mut cells = vec![round.clone(), beside.set.title.clone(), row.name.clone()];
        for cell in &row.cells {
            cells.push(cell.value.replace('\u{a0}', " "));
            cells.push(cell.basis.clone());
            if has_gaps {
                cells.push(gap_alone(
                    &cell.gap,
                    model.device.language,
                    beside.set.roll_up,
                ));
            }
        }
        if made_up {
            cells.push(words.made_up.to_owned());
        }
        rows.push(cells);
    }
    csv(rows, model.device.language)
}

/// The number of a gap without its symbol; a target that is reached has none left.
fn gap_alone(gap: &str, language: Language, roll_up: RollUp) -> String {
    match gap {
        "✓" => measured(roll_up, 0.0, language).replace('\u{a0}', " "),
        gap => gap.trim_start_matches("▼\u{a0}").replace('\u{a0}', " "),
    }
}

/// A round's name, or what it is called where it has none.
pub(super) fn round_title(model: &Model, round: &RoundId) -> String {
    let name = round_name(&model.document, round);
    if name.is_empty() {
        model.words().unnamed.to_owned()
    } else {
        name
    }
}
