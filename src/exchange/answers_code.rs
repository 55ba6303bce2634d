//! One voice's answers for a unit in a round as a text short enough for one code on a phone: ids, levels and the role, no
//! reasons. Its facts are the document's own, with their writers, counts and times, so that a code and a file of the same
//! answers merge into one (docs/FORMAT.md, "Codes").
//!
//! Questions are told by their place in a question set that both sides keep under the same hash: their ids alone would fill
//! the code. Letters are those that a QR code packs tightest.

use super::bytes::{Reader, Writer};
use crate::domain::{
    Address, Answer, ContentHash, Context, Document, DocumentId, Dot, Facet, Fact, PersonField,
    PersonId, Question, QuestionSet, RoundId, SetId, State, Timestamp, UnitId, Value, Version,
    Voice, WriterId,
};

/// What every code begins with; the digit is its form.
const BEGINS: &str = "MOGNAD";
const FORM: u32 = 1;
/// Far more letters than any QR code has.
const LONGEST: usize = 16 * 1024;
/// A longer role, in bytes, is left out.
const LONGEST_ROLE: usize = 80;

const DONT_KNOW: u8 = 10;
const NOT_APPLICABLE: u8 = 11;
const NOT_OUR_AREA: u8 = 12;
const STATE: u8 = 0x0f;
/// The question meant something else when it was answered: its meaning follows.
const OTHER_MEANING: u8 = 0x10;
/// More has been seen of the fact than its version says: it follows.
const SEEN: u8 = 0x20;

/// What a code holds.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedAnswers {
    /// The answers, and the role of whoever gave them.
    pub document: Document,
    /// The round answered in.
    pub round: RoundId,
    /// The unit answered for.
    pub unit: UnitId,
    /// Whose answers.
    pub voice: Voice,
    /// How many.
    pub answers: usize,
}

/// Why a code was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It is something else, as on a poster in the room.
    #[error("not a code of answers")]
    NotACode,
    /// Letters in it are others than were written.
    #[error("the code is damaged")]
    Damaged,
    /// Written by a later version.
    #[error("the code was written by a later version")]
    TooNew,
    /// It was answered by questions that are not here: another version of them, or another set.
    #[error("the code goes by other questions")]
    OtherQuestions,
}

/// Writes a voice's answers to the questions of these sets; nothing where it has given none.
pub fn answers_to_code(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    voice: &Voice,
    sets: &[&QuestionSet],
) -> Option<String> {
    let mut writers: Vec<WriterId> = Vec::new();
    let mut body = Writer::default();
    let mut answers = 0_usize;
    let mut facts = FactWriter {
        writers: &mut writers,
        last: 0,
    };
    let role = match voice {
        Voice::Person(person) => Some(Address::Person(person.clone(), PersonField::Role)),
        Voice::Together | Voice::Proposal(_) => None,
    };
    let role = role.and_then(|role| {
        let fact = document.fact(&role)?;
        match &fact.shown()?.value {
            // One that is longer comes by file, whole: a version has one content.
            Value::Text(text) if text.len() <= LONGEST_ROLE => Some((fact, text)),
            _ => None,
        }
    });
    body.number(u64::from(role.is_some()));
    if let Some((fact, text)) = role {
        body.text(text);
        facts.write(&mut body, fact, 0);
    }
    body.number(sets.len() as u64);
    for set in sets {
        body.id(set.id.as_str());
        body.id(set.hash.as_str());
        let mut of_set = Writer::default();
        let mut count = 0_u64;
        let mut before = 0_u64;
        for (place, question) in (0_u64..).zip(questions(set)) {
            let at = Address::answer(round, unit, &question.id, Facet::Level, voice);
            let Some((fact, answer)) = document.fact(&at).and_then(answered) else {
                continue;
            };
            of_set.number(place - before);
            before = place;
            let differs = answer.meaning != question.meaning;
            let flag = if differs { OTHER_MEANING } else { 0 };
            facts.write(&mut of_set, fact, code_of(answer.state)? | flag);
            if differs {
                of_set.id(answer.meaning.as_str());
            }
            count += 1;
        }
        body.number(count);
        body.bytes(&of_set.take());
        answers += usize::try_from(count).ok()?;
    }
    if answers == 0 {
        return None;
    }
    let mut head = Writer::default();
    for id in [document.id().as_str(), round.as_str(), unit.as_str()] {
        head.id(id);
    }
    head.id(match voice {
        Voice::Together => "together",
        Voice::Person(person) => person.as_str(),
        Voice::Proposal(_) => return None, // nothing of it counts until somebody takes it over
    });
    head.number(writers.len() as u64);
    for writer in &writers {
        head.bytes(&writer.0.to_be_bytes());
    }
    head.bytes(&body.take());
    let packed = head.take();
    let mut bytes = super::link::check(&packed).to_vec();
    bytes.extend(packed);
    Some(format!("{BEGINS}{FORM}:{}", to_base45(&bytes)))
}

/// Reads what [`answers_to_code`] writes, by the questions that are here.
///
/// # Errors
/// [`CodeError`] where it is damaged, something else, a later version's, or goes by other questions.
pub fn answers_from_code(text: &str, sets: &[&QuestionSet]) -> Result<CodedAnswers, CodeError> {
    if text.len() > LONGEST {
        return Err(CodeError::NotACode);
    }
    let rest = text.strip_prefix(BEGINS).ok_or(CodeError::NotACode)?;
    let (form, letters) = rest.split_once(':').ok_or(CodeError::NotACode)?;
    let form: u32 = form.parse().map_err(|_| CodeError::NotACode)?;
    match form {
        FORM => {}
        0 => return Err(CodeError::NotACode),
        _ => return Err(CodeError::TooNew),
    }
    let bytes = from_base45(letters).ok_or(CodeError::Damaged)?;
    let (sum, packed) = bytes.split_at_checked(4).ok_or(CodeError::Damaged)?;
    if sum != super::link::check(packed) {
        return Err(CodeError::Damaged);
    }
    answers_of(packed, sets)
}

/// Reads what stands in a code behind its check sum.
///
/// # Errors
/// [`CodeError::Damaged`] where it is something else, [`CodeError::OtherQuestions`] where its questions are not here.
pub fn answers_of(packed: &[u8], sets: &[&QuestionSet]) -> Result<CodedAnswers, CodeError> {
    let mut bytes = Reader::new(packed);
    let head = head(&mut bytes).ok_or(CodeError::Damaged)?;
    let mut document = Document::new(head.document);
    let mut last = 0;
    let mut facts = FactReader {
        writers: &head.writers,
        last: &mut last,
    };
    if bytes.number().ok_or(CodeError::Damaged)? > 0 {
        let (text, fact) = role(&mut bytes, &mut facts).ok_or(CodeError::Damaged)?;
        if let Voice::Person(person) = &head.voice {
            let at = Address::Person(person.clone(), PersonField::Role);
            document.merge_fact(at, fact.holding(Value::Text(text)));
        }
    }
    let count = bytes.number().ok_or(CodeError::Damaged)?;
    let mut answers = 0;
    for _ in 0..count {
        let (id, hash, many) = set_head(&mut bytes).ok_or(CodeError::Damaged)?;
        let known = sets.iter().find(|set| set.id == id && set.hash == hash);
        let Some(set) = known else {
            if many == 0 {
                continue;
            }
            return Err(CodeError::OtherQuestions);
        };
        let asked: Vec<&Question> = questions(set).collect();
        let mut place = 0_u64;
        for _ in 0..many {
            let (step, fact, meaning) = answer(&mut bytes, &mut facts).ok_or(CodeError::Damaged)?;
            place = place.checked_add(step).ok_or(CodeError::Damaged)?;
            let question = usize::try_from(place).ok().and_then(|at| asked.get(at));
            let question = question.ok_or(CodeError::Damaged)?;
            let state = state_of(fact.code).ok_or(CodeError::Damaged)?;
            let meaning = meaning.unwrap_or_else(|| question.meaning.clone());
            let at = Address::answer(
                &head.round,
                &head.unit,
                &question.id,
                Facet::Level,
                &head.voice,
            );
            document.merge_fact(at, fact.holding(Value::Answer(Answer { state, meaning })));
            answers += 1;
        }
    }
    Ok(CodedAnswers {
        document,
        round: head.round,
        unit: head.unit,
        voice: head.voice,
        answers,
    })
}

struct Head {
    document: DocumentId,
    round: RoundId,
    unit: UnitId,
    voice: Voice,
    writers: Vec<WriterId>,
}

fn head(bytes: &mut Reader) -> Option<Head> {
    let document = DocumentId::parse(&bytes.id()?)?;
    let round = RoundId::parse(&bytes.id()?)?;
    let unit = UnitId::parse(&bytes.id()?)?;
    let voice = match bytes.id()?.as_str() {
        "together" => Voice::Together,
        person => Voice::Person(PersonId::parse(person)?),
    };
    let count = bytes.number()?;
    let mut writers = Vec::new();
    for _ in 0..count {
        writers.push(WriterId(bytes.eight()?));
    }
    Some(Head {
        document,
        round,
        unit,
        voice,
        writers,
    })
}

fn set_head(bytes: &mut Reader) -> Option<(SetId, ContentHash, u64)> {
    let id = SetId::parse(&bytes.id()?)?;
    let hash = ContentHash::parse(&bytes.id()?)?;
    Some((id, hash, bytes.number()?))
}

fn role(bytes: &mut Reader, facts: &mut FactReader) -> Option<(String, CodedFact)> {
    let text = bytes.text(LONGEST_ROLE)?;
    Some((text, facts.read(bytes)?))
}

type Coded = (u64, CodedFact, Option<crate::domain::Meaning>);

fn answer(bytes: &mut Reader, facts: &mut FactReader) -> Option<Coded> {
    let step = bytes.number()?;
    let fact = facts.read(bytes)?;
    let meaning = if fact.code & OTHER_MEANING == 0 {
        None
    } else {
        Some(crate::domain::Meaning::parse(&bytes.id()?)?)
    };
    Some((step, fact, meaning))
}

fn questions(set: &QuestionSet) -> impl Iterator<Item = &Question> {
    set.areas.iter().flat_map(|area| &area.questions)
}

fn answered(fact: &Fact) -> Option<(&Fact, &Answer)> {
    match &fact.shown()?.value {
        Value::Answer(answer) => Some((fact, answer)),
        _ => None,
    }
}

fn code_of(state: State) -> Option<u8> {
    match state {
        State::Level(level) => (level < DONT_KNOW).then_some(level),
        State::DontKnow => Some(DONT_KNOW),
        State::NotApplicable => Some(NOT_APPLICABLE),
        State::NotOurArea => Some(NOT_OUR_AREA),
    }
}

fn state_of(code: u8) -> Option<State> {
    match code & STATE {
        DONT_KNOW => Some(State::DontKnow),
        NOT_APPLICABLE => Some(State::NotApplicable),
        NOT_OUR_AREA => Some(State::NotOurArea),
        level if level < DONT_KNOW => Some(State::Level(level)),
        _ => None,
    }
}

/// Writes facts with their writers by number, and their times by what passed since the one before.
struct FactWriter<'a> {
    writers: &'a mut Vec<WriterId>,
    last: i64,
}

impl FactWriter<'_> {
    fn number_of(&mut self, writer: WriterId) -> u64 {
        let known = self.writers.iter().position(|other| *other == writer);
        let place = known.unwrap_or_else(|| {
            self.writers.push(writer);
            self.writers.len() - 1
        });
        place as u64
    }

    /// Of *två olika svar* the one that is shown: the other stays where it is, and neither replaces it.
    fn write(&mut self, out: &mut Writer, fact: &Fact, code: u8) {
        let Some(shown) = fact.shown() else {
            return;
        };
        let alone = fact.versions().len() == 1;
        let more: Vec<Dot> = fact
            .context()
            .iter()
            .filter(|dot| *dot != shown.dot)
            .collect();
        let seen = alone && !more.is_empty();
        out.bytes(&[code | if seen { SEEN } else { 0 }]);
        out.number(self.number_of(shown.dot.writer));
        out.number(shown.dot.counter);
        out.signed(shown.at.0.wrapping_sub(self.last));
        self.last = shown.at.0;
        if seen {
            out.number(more.len() as u64);
            for dot in more {
                out.number(self.number_of(dot.writer));
                out.number(dot.counter);
            }
        }
    }
}

struct FactReader<'a> {
    writers: &'a [WriterId],
    last: &'a mut i64,
}

/// A fact without its value.
struct CodedFact {
    code: u8,
    dot: Dot,
    at: Timestamp,
    seen: Context,
}

impl CodedFact {
    fn holding(self, value: Value) -> Fact {
        let version = Version {
            dot: self.dot,
            at: self.at,
            value,
        };
        Fact::from_parts(self.seen, vec![version])
    }
}

impl FactReader<'_> {
    fn dot(&self, bytes: &mut Reader) -> Option<Dot> {
        let place = usize::try_from(bytes.number()?).ok()?;
        let writer = *self.writers.get(place)?;
        let counter = bytes.number()?;
        (counter > 0).then_some(Dot { writer, counter })
    }

    fn read(&mut self, bytes: &mut Reader) -> Option<CodedFact> {
        let code = bytes.one()?;
        let dot = self.dot(bytes)?;
        *self.last = self.last.wrapping_add(bytes.signed()?);
        let at = Timestamp(*self.last);
        let mut seen = Context::default();
        if code & SEEN != 0 {
            for _ in 0..bytes.number()? {
                seen.include(self.dot(bytes)?);
            }
        }
        Some(CodedFact {
            code,
            dot,
            at,
            seen,
        })
    }
}

const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Two bytes as three letters (RFC 9285).
fn to_base45(bytes: &[u8]) -> String {
    let mut out = String::new();
    for two in bytes.chunks(2) {
        let (mut number, letters) = match two {
            [high, low] => (u32::from(*high) << 8 | u32::from(*low), 3),
            one => (one.first().copied().map_or(0, u32::from), 2),
        };
        for _ in 0..letters {
            let letter = usize::try_from(number % 45).ok();
            let letter = letter.and_then(|place| LETTERS.get(place));
            out.push(char::from(letter.copied().unwrap_or(b'0')));
            number /= 45;
        }
    }
    out
}

fn from_base45(text: &str) -> Option<Vec<u8>> {
    let place = |letter: &u8| {
        let place = LETTERS.iter().position(|other| other == letter)?;
        u32::try_from(place).ok()
    };
    let mut out = Vec::new();
    for letters in text.as_bytes().chunks(3) {
        match letters {
            [a, b, c] => {
                let number = place(a)? + place(b)? * 45 + place(c)? * 45 * 45;
                out.extend(u16::try_from(number).ok()?.to_be_bytes());
            }
            [a, b] => out.push(u8::try_from(place(a)? + place(b)? * 45).ok()?),
            _ => return None,
        }
    }
    Some(out)
}
