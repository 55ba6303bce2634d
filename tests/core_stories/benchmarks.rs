//! Levels, comparison values and what is shared: a municipality decides and compares, a neighbour reads what it lets be read.

use mognad::app::desk::BenchmarkMsg;
use mognad::app::desk::benchmarks::{
    Against, BenchmarkWanted, LevelPart, NotMade, NotTaken, ResultWanted, Series, assessments,
    register, series, shared_files,
};
use mognad::app::{ChosenFile, Decided, DeskMsg, Effect, Msg, Route};
use mognad::domain::benchmark::{
    AssessmentDraft, ComparisonDraft, Field, Measure, Refused, SharedFile,
};
use mognad::domain::{AreaId, ComparisonKind, LevelKind, QuestionSet, Scope, SetId, State, UnitId};
use mognad::exchange::comparison::SharedError;

use crate::manager::*;

fn area(id: &str) -> AreaId {
    AreaId::parse(id).unwrap()
}

impl Manager {
    fn tells(&mut self, msg: BenchmarkMsg) {
        self.tell(DeskMsg::from(msg));
    }

    fn it(&self) -> std::sync::Arc<QuestionSet> {
        self.model.set(&set_id()).unwrap()
    }

    fn decides(&mut self, id: &str, kind: LevelKind, part: LevelPart) {
        self.tells(BenchmarkMsg::Level(set_id(), area(id), kind, part));
    }

    fn series_of(&self, against: &Against) -> Option<Series> {
        let all = series(&self.model, &self.it());
        all.into_iter().find(|series| series.against == *against)
    }

    /// The file that was offered by the last gesture.
    fn offered_file(&self) -> Option<(String, String)> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::OfferFile { name, text } => Some((name.clone(), text.clone())),
            _ => None,
        })
    }

    /// A unit answers every question of an area with a level.
    fn fills(&mut self, unit: &UnitId, id: &str, level: u8) {
        let questions: Vec<_> = self.it().area(&area(id)).unwrap().questions.clone();
        for question in questions.iter().filter(|q| q.scope == Scope::F) {
            self.says(unit, question.id.as_str(), State::Level(level));
        }
    }

    /// A municipality whose units answer with these levels, locked.
    fn town(writer: u64, name: &str, levels: &[u8]) -> Self {
        let mut town = Self::new(writer);
        town.tell(Msg::NameMunicipality(name.to_owned()));
        for (number, level) in levels.iter().enumerate() {
            let unit = town.begins(&format!("Hemlig förvaltning {number}"), None);
            town.fills(&unit, "verksamhetsutveckling", *level);
            town.fills(&unit, "informationssakerhet", *level);
        }
        town.tell(DeskMsg::Lock(true));
        town
    }

    fn reads(&mut self, name: &str, text: &str) -> Result<(usize, usize), NotTaken> {
        self.tell(Msg::Arrived(Route::Benchmarks));
        self.tell(Msg::FilesCame(vec![ChosenFile {
            name: name.to_owned(),
            text: Some(text.to_owned()),
        }]));
        let look = self.model.desk.benchmarks.files[0].clone();
        look.outcome.map(|taken| (taken.comparable, taken.of))
    }

    fn shares(&mut self, security: bool) -> Option<(String, String)> {
        let sets = SetId::published().to_vec();
        self.tells(BenchmarkMsg::ShareResult(ResultWanted { sets, security }));
        self.offered_file()
    }

    fn makes_benchmark(&mut self, anyway: bool) -> Option<(String, String)> {
        self.tells(BenchmarkMsg::ShareBenchmark(BenchmarkWanted {
            set: set_id(),
            security: false,
            source: "Samarbetet".into(),
            population: "Förvaltningar".into(),
            anyway,
        }));
        self.offered_file()
    }
}

fn draft(area_id: &str, value: &str) -> ComparisonDraft {
    ComparisonDraft {
        set: Some(set_id()),
        version: published().0.version,
        area: Some(area(area_id)),
        value: value.into(),
        measure: Some(Measure::OfTheSet),
        n: "7".into(),
        population: "Sju kommuner".into(),
        year: "2026".into(),
        source: "Rapport".into(),
        method: "Medel".into(),
        entered_by: "IT-strateg".into(),
    }
}

#[test]
fn levels_stand_beside_areas_and_one_off_the_scale_is_not_kept() {
    let mut town = Manager::new(1);
    let lowest = Against::Level(LevelKind::Lowest);
    assert_eq!(town.series_of(&lowest), None);
    town.decides("samverkan", LevelKind::Lowest, LevelPart::Value(Some(25)));
    town.decides(
        "samverkan",
        LevelKind::Lowest,
        LevelPart::Decider(" Kommunchef ".into()),
    );
    town.decides(
        "samverkan",
        LevelKind::Lowest,
        LevelPart::Date("2026-11-28".into()),
    );
    let told = |town: &Manager| {
        let series = town.series_of(&lowest).unwrap();
        let point = &series.points[0];
        (point.printed.clone(), point.of.clone())
    };
    let decided = (
        "2,5".to_owned(),
        "beslutat av Kommunchef 2026-11-28".to_owned(),
    );
    assert_eq!(told(&town), decided);
    town.decides("samverkan", LevelKind::Lowest, LevelPart::Value(Some(60)));
    assert_eq!(told(&town), decided);
    town.tell(Msg::Undo);
    assert_eq!(told(&town).1, "beslutat av Kommunchef");

    // The municipality's own target is its target, and nowhere else.
    let whole = UnitId::municipality();
    let value = Decided::Value(Some(40));
    town.tell(DeskMsg::Decide(set_id(), whole, area("samverkan"), value));
    let own = town.series_of(&Against::OwnTarget).unwrap();
    assert_eq!(own.points[0].printed, "4,0");
}

#[test]
fn a_value_without_its_source_or_for_other_questions_is_refused_and_what_was_written_stays() {
    let mut town = Manager::new(1);
    let without = ComparisonDraft {
        source: String::new(),
        ..draft("samverkan", "2,7")
    };
    town.tells(BenchmarkMsg::Keep(None, without.clone()));
    let refused = town.model.desk.benchmarks.refused.clone();
    assert_eq!(refused, Some((without, Refused::Missing(Field::Source))));
    assert!(register(&town.model).is_empty());
    for (value, why) in [
        ("9", Refused::OffScale { from: 1, to: 5 }),
        ("medelnivå", Refused::NotANumber(Field::Value)),
    ] {
        town.tells(BenchmarkMsg::Keep(None, draft("samverkan", value)));
        assert_eq!(town.model.desk.benchmarks.refused.clone().unwrap().1, why);
    }

    town.tells(BenchmarkMsg::Keep(None, draft("samverkan", "2,7")));
    assert_eq!(town.model.desk.benchmarks.refused, None);
    town.tells(BenchmarkMsg::Keep(None, draft("ledning", "3")));
    let kept = register(&town.model);
    assert_eq!(kept.len(), 2);
    // One source and year make one series, whatever areas it has.
    let all = series(&town.model, &town.it());
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].source, "Källa: Rapport, 2026. Avser: Sju kommuner.");
    assert_eq!(all[0].points.len(), 2);

    // Changed, taken away, put back.
    let (id, _) = kept.iter().find(|(_, value)| value.value == 27).unwrap();
    town.tells(BenchmarkMsg::Keep(
        Some(id.clone()),
        draft("samverkan", "2,9"),
    ));
    let values = |town: &Manager| -> Vec<i64> {
        let mut values: Vec<_> = register(&town.model).iter().map(|(_, v)| v.value).collect();
        values.sort_unstable();
        values
    };
    assert_eq!(values(&town), [29, 30]);
    town.tells(BenchmarkMsg::Remove(ComparisonKind::Value, id.clone()));
    assert_eq!(values(&town), [30]);
    town.tells(BenchmarkMsg::PutBack);
    assert_eq!(values(&town), [29, 30]);
}

#[test]
fn an_assessment_stays_words() {
    let mut town = Manager::new(1);
    let said = |words: &str| AssessmentDraft {
        words: words.into(),
        assessor: "Konsultbolag".into(),
        date: "2016".into(),
    };
    town.tells(BenchmarkMsg::Assess(None, said(" ")));
    let refused = town.model.desk.benchmarks.assessment_refused.clone();
    assert_eq!(refused.unwrap().1, Refused::Missing(Field::Words));
    town.tells(BenchmarkMsg::Assess(None, said("medelnivå")));
    assert_eq!(assessments(&town.model)[0].1.words, "medelnivå");
    assert!(series(&town.model, &town.it()).is_empty());
}

#[test]
fn a_neighbours_result_is_read_by_name_and_says_no_more_than_the_preview() {
    let mut neighbour = Manager::town(1, "Grannkommunen", &[2, 3, 5]);
    let (name, text) = neighbour.shares(false).unwrap();
    assert_eq!(name, "mognad-grannkommunen.mognad-resultat.json");
    assert!(!text.contains("Hemlig") && !text.contains("informationssakerhet"));
    let (_, whole) = neighbour.shares(true).unwrap();
    assert!(whole.contains("informationssakerhet"));

    let mut town = Manager::new(2);
    assert_eq!(town.reads(&name, &text), Ok((1, 1)));
    let (id, _) = shared_files(&town.model).remove(0);
    let series = town.series_of(&Against::Shared(id)).unwrap();
    assert_eq!(series.name, format!("Grannkommunen, {}", "2026"));
    // (2 + 3 + 5) / 3 = 3,33…
    assert_eq!(series.points[0].printed, "3,3");
    assert!(series.points[0].of.starts_with("3 enheter, "));
    // Twice is once.
    assert_eq!(town.reads(&name, &text), Ok((1, 1)));
    assert_eq!(shared_files(&town.model).len(), 1);
    assert!(
        town.model.desk.benchmarks.files[0]
            .outcome
            .as_ref()
            .unwrap()
            .again
    );
}

#[test]
fn what_is_shared_stands_still() {
    let mut town = Manager::town(1, "Kommunen", &[2, 3, 4, 4, 5]);
    town.tell(DeskMsg::Lock(false));
    assert_eq!(town.shares(false), None);
    assert_eq!(
        town.model.desk.benchmarks.not_made,
        Some(NotMade::NotLocked)
    );
    assert_eq!(town.makes_benchmark(false), None);
    town.tell(DeskMsg::Lock(true));
    assert!(town.shares(false).is_some());
    let mut nameless = Manager::town(1, " ", &[2]);
    assert_eq!(nameless.shares(false), None);
    assert_eq!(
        nameless.model.desk.benchmarks.not_made,
        Some(NotMade::NoName)
    );
}

/// Hand-worked: 2, 2, 3, 4, 5 have the mean 3,2, which is 3,0 in eighths of 1–5; the municipality's own 2 lies below.
#[test]
fn a_benchmark_of_five_units_says_one_figure_and_of_four_none() {
    let mut few = Manager::town(1, "Kommunen", &[2, 3, 4, 5]);
    assert_eq!(few.makes_benchmark(false), None);
    assert_eq!(few.model.desk.benchmarks.not_made, Some(NotMade::TooFew));

    let mut town = Manager::town(1, "Kommunen", &[2, 2, 3, 4, 5]);
    let (name, text) = town.makes_benchmark(false).unwrap();
    assert_eq!(name, "mognad-samarbetet.mognad-jamforelse.json");
    for word in [
        "Hemlig",
        "Kommunen",
        "informationssakerhet",
        "u-0",
        "r-0",
        "d-0",
    ] {
        assert!(!text.contains(word), "{word}");
    }
    let mut other = Manager::new(2);
    assert_eq!(other.reads(&name, &text), Ok((1, 1)));
    let (id, file) = shared_files(&other.model).remove(0);
    assert!(matches!(file, SharedFile::Benchmark(_)));
    let series = other.series_of(&Against::Shared(id)).unwrap();
    let point = &series.points[0];
    assert_eq!((point.printed.as_str(), point.quarters), ("3,0", None));
    assert_eq!(point.of, "5 enheter");
    assert!(series.is_band && series.source.contains("Samarbetet"));
}

/// Hand-worked: the lower six of twelve have the mean 2 and the upper six 4, and the middle lies between.
#[test]
fn from_ten_units_there_is_a_band_where_the_area_has_questions_enough() {
    let levels = [1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5];
    let mut town = Manager::town(1, "Kommunen", &levels);
    let (name, text) = town.makes_benchmark(false).unwrap();
    let mut other = Manager::new(2);
    other.reads(&name, &text).unwrap();
    let (id, _) = shared_files(&other.model).remove(0);
    let series = other.series_of(&Against::Shared(id)).unwrap();
    let point = &series.points[0];
    assert_eq!(point.quarters, Some((2.0, 4.0)));
    assert_eq!(
        point.printed_quarters,
        "2,0 eller lägre till 4,0 eller högre"
    );
    assert_eq!(point.printed, "3,0");
}

#[test]
fn a_second_file_that_differs_by_a_few_units_is_warned_of() {
    let mut town = Manager::town(1, "Kommunen", &[2, 2, 3, 4, 5, 5]);
    assert!(town.makes_benchmark(false).is_some());
    // The same again tells nothing new.
    assert!(town.makes_benchmark(false).is_some());
    town.tell(DeskMsg::Lock(false));
    let late = town.begins("Hemlig sen", None);
    town.fills(&late, "verksamhetsutveckling", 1);
    town.tell(DeskMsg::Lock(true));
    assert_eq!(town.makes_benchmark(false), None);
    let warned = town.model.desk.benchmarks.warned.clone().unwrap();
    assert_eq!(
        (warned[0].area.as_str(), warned[0].units),
        ("verksamhetsutveckling", 1)
    );
    assert!(town.makes_benchmark(true).is_some());
    // Undo does not take the note away.
    town.tell(Msg::Undo);
    town.tell(DeskMsg::Lock(false));
    town.fills(&late, "verksamhetsutveckling", 3);
    town.tell(DeskMsg::Lock(true));
    assert_eq!(town.makes_benchmark(false), None);
}

#[test]
fn files_that_cannot_be_compared_are_refused_with_the_reason() {
    let mut town = Manager::new(2);
    let (_, text) = Manager::town(1, "Grannkommunen", &[2, 3, 5])
        .shares(false)
        .unwrap();
    let meaning = text.find("\"meanings\"").unwrap();
    let begin = text[meaning..].find(": \"").unwrap() + meaning + 3;
    let mut other_meaning = text.clone();
    other_meaning.replace_range(begin..=begin, "z");
    for (text, why) in [
        (other_meaning, NotTaken::OtherMeaning),
        (
            text.replace("\"it-mognad\"", "\"annat\""),
            NotTaken::OtherSets,
        ),
        (
            text.replace("\"example\": false", "\"example\": true"),
            NotTaken::Example,
        ),
        (
            text.replace("Grannkommunen", " "),
            NotTaken::Refused(SharedError::NoSource),
        ),
        (
            text.replace("\"min_reader\": 1", "\"min_reader\": 3"),
            NotTaken::Refused(SharedError::TooNew { needs: 3 }),
        ),
        (
            text[..text.len() / 2].to_owned(),
            NotTaken::Refused(SharedError::NotJson),
        ),
    ] {
        assert_eq!(town.reads("fil.json", &text), Err(why));
    }
    town.tell(Msg::SaveFile);
    let (_, answers) = Manager::town(1, "Grannkommunen", &[2]).saves();
    let refused = town.reads("svar.mognad.json", &answers);
    assert_eq!(refused, Err(NotTaken::Refused(SharedError::NotShared)));
    assert!(shared_files(&town.model).is_empty());
}

impl Manager {
    fn saves(&mut self) -> (String, String) {
        self.tell(Msg::SaveFile);
        self.offered_file().unwrap()
    }
}

/// What one compares with is the municipality's own matter: it is in a backup, and in nothing that leaves otherwise.
#[test]
fn a_contribution_an_invitation_and_an_archive_carry_none_of_it() {
    use mognad::domain::{Address, Voice, contribution, invitation, of_round};
    use mognad::exchange::{FreeText, document_without_names};
    let mut town = Manager::town(1, "Kommunen", &[2, 3, 4, 4, 5]);
    town.decides("samverkan", LevelKind::Lowest, LevelPart::Value(Some(25)));
    town.tells(BenchmarkMsg::Keep(None, draft("samverkan", "2,7")));
    assert!(town.makes_benchmark(false).is_some());
    let document = &town.model.document;
    let is_mine =
        |address: &Address| matches!(address, Address::Level(..) | Address::Comparison(..));
    assert_eq!(document.facts().filter(|(a, _)| is_mine(a)).count(), 3);
    let round = town.model.round().unwrap();
    let unit = mognad::domain::units(document)[0].id.clone();
    let now = mognad::domain::Timestamp(0);
    for part in [
        contribution(document, &round, &unit, &Voice::Together),
        invitation(document, &round, &unit),
        of_round(document, &round),
        document_without_names(document, FreeText::Kept, now),
    ] {
        assert_eq!(part.facts().filter(|(a, _)| is_mine(a)).count(), 0);
    }
}
