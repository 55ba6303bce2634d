//! An invitation as the text of a link, after the `#`, where no server sees it.
//!
//! `1.` and base64url of: a check sum of four bytes, and packed text: `<document> <unit> <round> [<set> <area>]`, a line
//! break, and facts as everywhere, so that what comes back to the coordinator merges without *två olika svar*.
//! No answers in a link: [`invitation`] says what may stand in one, both when it is written and when it is read.

use super::facts_json::{facts_from_json, facts_to_json};
use super::packing::{from_base64, pack, to_base64, unpack};
use crate::domain::{AreaId, Document, DocumentId, RoundId, SetId, UnitId, invitation};

/// The form that links have today; the digit before the full stop.
const FORM: u32 = 1;

/// More is no link that anybody was sent.
const LONGEST: usize = 64 * 1024;

/// What a link invites to.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    /// The facts that the unit needs, as the coordinator has them.
    pub document: Document,
    /// The unit that is asked.
    pub unit: UnitId,
    /// The round that it is asked in.
    pub round: RoundId,
    /// *Skicka området vidare*: the one area that a colleague is to propose answers for.
    pub area: Option<(SetId, AreaId)>,
}

/// Why a link was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is something else.
    #[error("not an invitation")]
    NotALink,
    /// Its end is missing or letters in it are others: as after a mail program broke it.
    #[error("the link is not whole")]
    Cut,
    /// Written by a later version.
    #[error("the link was written by a later version")]
    TooNew,
}

/// Writes an invitation; whatever else the selection holds stays behind.
pub fn link_to_text(
    selection: &Document,
    area: Option<(&SetId, &AreaId)>,
    unit: &UnitId,
    round: &RoundId,
) -> String {
    let mut text = format!("{} {unit} {round}", selection.id());
    if let Some((set, area)) = area {
        text = format!("{text} {set} {area}");
    }
    let facts = facts_to_json(invitation(selection, round, unit).facts());
    let packed = pack(format!("{text}\n{facts}").as_bytes());
    let mut bytes = check(&packed).to_vec();
    bytes.extend(packed);
    format!("{FORM}.{}", to_base64(&bytes))
}

/// Reads what [`link_to_text`] writes.
///
/// # Errors
/// [`LinkError`] where it is cut off, something else, or a later version's.
pub fn link_from_text(text: &str) -> Result<Invitation, LinkError> {
    let (form, rest) = text.trim().split_once('.').ok_or(LinkError::NotALink)?;
    let form: u32 = form.parse().map_err(|_| LinkError::NotALink)?;
    if form > FORM {
        return Err(LinkError::TooNew);
    }
    if form < FORM || rest.len() > LONGEST {
        return Err(LinkError::NotALink);
    }
    let bytes = from_base64(rest);
    let (sum, packed) = bytes.split_at_checked(4).ok_or(LinkError::Cut)?;
    if sum != check(packed) {
        return Err(LinkError::Cut);
    }
    link_of(packed)
}

/// Reads what stands in a link behind its check sum.
///
/// # Errors
/// [`LinkError::NotALink`] where it is something else.
pub fn link_of(packed: &[u8]) -> Result<Invitation, LinkError> {
    let text = unpack(packed).and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| read(&text)).ok_or(LinkError::NotALink)
}

fn read(text: &str) -> Option<Invitation> {
    let (head, facts) = text.split_once('\n')?;
    let mut words = head.split(' ');
    let id = DocumentId::parse(words.next()?)?;
    let unit = UnitId::parse(words.next()?)?;
    let round = RoundId::parse(words.next()?)?;
    let area = match words.next() {
        Some(set) => Some((SetId::parse(set)?, AreaId::parse(words.next()?)?)),
        None => None,
    };
    let mut document = Document::new(id);
    for (address, fact) in facts_from_json(facts).facts {
        document.merge_fact(address, fact);
    }
    Some(Invitation {
        document: invitation(&document, &round, &unit),
        unit,
        round,
        area,
    })
}

/// FNV-1a, folded to four bytes.
pub(super) fn check(bytes: &[u8]) -> [u8; 4] {
    let sum = bytes.iter().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    sum.to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Address, Timestamp, Value, WriterId};

    /// Two sets, twelve owners among six units, fifteen questions left out; each written by itself, seconds apart.
    fn usual() -> (Document, UnitId, RoundId) {
        let (unit, round) = (
            UnitId::from_random(0x8f3a_11c0_52d7_e964),
            RoundId::from_random(0x3fd2_c86b_1e09_a754),
        );
        let mut document = Document::new(DocumentId::from_random(0x7b1e_0c52_a9d4_f386));
        let mut at = 1_795_521_600_000;
        let mut write = |path: String, value: Value| {
            at += 2_137;
            let writer = WriterId(0x2a6d_90b4_1fe8_c357);
            document.write(&Address::parse(&path), writer, Timestamp(at), value);
        };
        let text = |text: &str| Value::Text(text.to_owned());
        write("document/municipality".into(), text("Exempelkommunen"));
        write(
            format!("unit/{unit}/name"),
            text("Vård- och omsorgsförvaltningen"),
        );
        write(format!("unit/{unit}/order"), text("k"));
        write(format!("round/{round}/name"), text("Omgång 2026"));
        write(format!("round/{round}/order"), text("i"));
        write(format!("round/{round}/due"), text("2027-03-31"));
        write(format!("round/{round}/planned"), Value::Flag(true));
        for (set, hash) in [
            ("it-mognad", "05806b641f663a96"),
            ("e-forvaltning", "33b48c3f4f6f4b1a"),
        ] {
            write(format!("round-set/{round}/{set}"), text(hash));
        }
        let areas = "ledning organisation ekonomi kompetens verksamhetsutveckling foretagare invanare informationssakerhet drift support upphandling arkitektur";
        for (n, area) in (0u64..).zip(areas.split(' ')) {
            let set = if n < 4 { "e-forvaltning" } else { "it-mognad" };
            let owner = UnitId::from_random((n % 6 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            write(format!("owner/{round}/{set}/{area}"), text(owner.as_str()));
        }
        let questions = "reservrutin incidentrutin systemforteckning informationsklassning utbildningsplan budget-for-it forvaltningsmodell behorigheter loggning sakerhetskopiering avtalsuppfoljning e-tjanster digital-post oppna-data tillganglighet";
        for question in questions.split(' ') {
            write(
                format!("left-out/{round}/question/{question}"),
                Value::Flag(true),
            );
        }
        (document, unit, round)
    }

    #[test]
    fn an_invitation_to_a_usual_round_reads_back_and_fits_into_a_mail() {
        let (document, unit, round) = usual();
        let (set, area) = (SetId::it_mognad(), AreaId::parse("drift").unwrap());
        for area in [None, Some((&set, &area))] {
            let link = link_to_text(&document, area, &unit, &round);
            let read = link_from_text(&link).unwrap();
            assert_eq!(read.document, document);
            assert_eq!((&read.unit, &read.round), (&unit, &round));
            assert_eq!(read.area.as_ref().map(|(s, a)| (s, a)), area);
            assert!(link.len() <= 1_500, "{}", link.len());
            let safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            assert!(link.chars().all(safe), "{link}");
        }
    }

    #[test]
    fn a_broken_link_is_told_from_a_foreign_and_from_a_later_one() {
        let (document, unit, round) = usual();
        let link = link_to_text(&document, None, &unit, &round);
        for end in 2..link.len() {
            let cut = link.get(..end).unwrap();
            assert_eq!(link_from_text(cut), Err(LinkError::Cut), "{end}");
        }
        let middle = link.len() / 2;
        let wrapped = format!(" {}\r\n{}>", &link[..middle], &link[middle..]);
        assert!(link_from_text(&wrapped).is_ok());
        let later = link.replacen("1.", "2.", 1);
        assert_eq!(link_from_text(&later), Err(LinkError::TooNew));
        for other in ["", "/besvara", "1", "0.AAAA", "x.AAAA"] {
            assert_eq!(link_from_text(other), Err(LinkError::NotALink), "{other}");
        }
    }

    #[test]
    fn no_answers_in_a_link() {
        let (usual, unit, round) = usual();
        let mut document = usual.clone();
        for path in [
            format!("answer/{round}/{unit}/q/rationale/together"),
            format!("handed-in/{round}/{unit}/together"),
            "person/p-1/role".to_owned(),
            "unit/u-2/name".to_owned(),
            format!("purged/unit/{unit}2"),
            "later/kind".to_owned(),
        ] {
            let value = Value::Text("secret".to_owned());
            document.write(&Address::parse(&path), WriterId(1), Timestamp(1), value);
        }
        let link = link_to_text(&document, None, &unit, &round);
        assert_eq!(link_from_text(&link).unwrap().document, usual);
        // and none out of a link that somebody else made
        let facts = facts_to_json(document.facts());
        let packed = pack(format!("{} {unit} {round}\n{facts}", document.id()).as_bytes());
        let bytes = [&check(&packed)[..], &packed].concat();
        let made = link_from_text(&format!("1.{}", to_base64(&bytes))).unwrap();
        assert_eq!(made.document, usual);
    }
}
