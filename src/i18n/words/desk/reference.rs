//! Reference values of public sources (DOMAIN.md §8), each with year, population, source and what one has to know. None of them is
//! on the scale of a set, and none is turned into a level. Those of the table there whose year is not known are left out.

/// A figure of a public source.
#[derive(Debug)]
pub struct ReferenceValue {
    /// What it says.
    pub value: &'static str,
    /// Of whom, and from which year.
    pub population: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// What one has to know before one compares.
    pub caveat: &'static str,
}

/// In Swedish.
pub const SWEDISH: [ReferenceValue; 9] = [
    ReferenceValue {
        value: "Finns: ansvarig för informationssäkerhet i 6 av 10, riskhantering 5 av 10, klassning 5 av 10, incidenthantering 6 av 10, kontinuitet 4 av 10, medvetenhet 5 av 10. Ledningen informerar sig i 3 av 10, och mål blir handlingsplan i 2 av 10.",
        population: "Kommuner, 2019, 91 % svarade",
        source: "SKR, Enkät om kommunernas informationssäkerhetsarbete",
        caveat: "Andel kommuner, inte en nivå. Den närmaste jämförelsen som finns, men från 2019.",
    },
    ReferenceValue {
        value: "31 % nådde någon av fyra nivåer, 69 % ingen. År 2021 nådde 82 % ingen.",
        population: "Offentlig förvaltning, 2023",
        source: "MSB, Infosäkkollen (MSB2333)",
        caveat: "Över hälften deltog. Svagare organisationer föll bort, så utvecklingen ser bättre ut än den är.",
    },
    ReferenceValue {
        value: "Digital mognad 48 % vid start, med målet 55 % till 2023.",
        population: "Kommuner och regioner i ett SKR-projekt, sidan från 2022",
        source: "SKR, Digital mognad (7 april 2022)",
        caveat: "Index i procent från ett annat instrument. Går inte att räkna om till en nivå.",
    },
    ReferenceValue {
        value: "Digital mognad gick från 53 till 51 %.",
        population: "Offentlig sektor, 2021",
        source: "DiMiOS, enligt Digital vård och omsorg",
        caveat: "Index i procent från ett annat instrument. Går inte att räkna om till en nivå.",
    },
    ReferenceValue {
        value: "64 % har en strategisk plan; av dem har 77 % ett digitalt perspektiv.",
        population: "Stat och kommunal sektor, 2018",
        source: "ESV, Strategiska inriktningen (ESV 2018:31)",
        caveat: "Säger att en plan finns, inte hur den används.",
    },
    ReferenceValue {
        value: "Ungefär 4 av 5 kommuner erbjuder e-tjänster.",
        population: "Omkring 220 svarande kommuner, 2014",
        source: "SKL",
        caveat: "Historiskt. E-tjänster har blivit vanligare sedan dess.",
    },
    ReferenceValue {
        value: "It-kostnad 1,51–2,72 % av omslutningen; 602–1 303 kr per invånare.",
        population: "Sju kommuner på Södertörn, 2007",
        source: "IT-nyckeltal Södertörn 2007",
        caveat: "Löpande priser från 2007. Vad som räknas som it-kostnad skiljer sig.",
    },
    ReferenceValue {
        value: "Kostnad per it-arbetsplats: median 7 300 kr, medel 8 000 kr (2 000–56 000 kr). Strategi för it-försörjning: 15 % saknar, 39 % behöver översyn, 46 % aktuell (59 myndigheter, 2015).",
        population: "60 statliga myndigheter, 2014",
        source: "ESV, Kostnad per it-arbetsplats och It-mognad – läget hos myndigheter (2015)",
        caveat: "Statliga myndigheter, inte kommuner.",
    },
    ReferenceValue {
        value: "506 av 800 poäng.",
        population: "En kommun, Grästorp, 2014",
        source: "Kommunkompassen, grastorp.se",
        caveat: "En enda kommun och ett annat instrument, som inte mäter it.",
    },
];

/// In English.
pub const ENGLISH: [ReferenceValue; 9] = [
    ReferenceValue {
        value: "In place: a person responsible for information security in 6 of 10, risk management 5 of 10, classification 5 of 10, incident handling 6 of 10, continuity 4 of 10, awareness 5 of 10. Leaders inform themselves in 3 of 10, and goals become an action plan in 2 of 10.",
        population: "Municipalities, 2019, 91% answered",
        source: "SKR, survey of municipalities' information security work",
        caveat: "A share of municipalities, not a level. The closest comparison there is, but from 2019.",
    },
    ReferenceValue {
        value: "31% reached any of four levels, 69% none. In 2021, 82% reached none.",
        population: "Public administration, 2023",
        source: "MSB, Infosäkkollen (MSB2333)",
        caveat: "Over half took part. Weaker organisations dropped out, so the change looks better than it is.",
    },
    ReferenceValue {
        value: "Digital maturity 48% at the start, with a goal of 55% by 2023.",
        population: "Municipalities and regions in an SKR project, page of 2022",
        source: "SKR, Digital mognad (7 April 2022)",
        caveat: "A percentage index of another instrument. It cannot be turned into a level.",
    },
    ReferenceValue {
        value: "Digital maturity went from 53 to 51%.",
        population: "Public sector, 2021",
        source: "DiMiOS, as told by Digital vård och omsorg",
        caveat: "A percentage index of another instrument. It cannot be turned into a level.",
    },
    ReferenceValue {
        value: "64% have a strategic plan; of those, 77% have a digital perspective.",
        population: "State and municipal sector, 2018",
        source: "ESV, Strategiska inriktningen (ESV 2018:31)",
        caveat: "It says that a plan is there, not how it is used.",
    },
    ReferenceValue {
        value: "About 4 of 5 municipalities offer e-services.",
        population: "Some 220 municipalities that answered, 2014",
        source: "SKL",
        caveat: "Historic. E-services have become more common since.",
    },
    ReferenceValue {
        value: "IT cost 1.51–2.72% of turnover; SEK 602–1,303 per inhabitant.",
        population: "Seven municipalities of Södertörn, 2007",
        source: "IT-nyckeltal Södertörn 2007",
        caveat: "Prices of 2007. What counts as IT cost differs.",
    },
    ReferenceValue {
        value: "Cost per IT workplace: median SEK 7,300, mean SEK 8,000 (2,000–56,000). Strategy for IT supply: 15% lack one, 39% need to revise it, 46% up to date (59 agencies, 2015).",
        population: "60 state agencies, 2014",
        source: "ESV, Kostnad per it-arbetsplats and It-mognad – läget hos myndigheter (2015)",
        caveat: "State agencies, not municipalities.",
    },
    ReferenceValue {
        value: "506 of 800 points.",
        population: "One municipality, Grästorp, 2014",
        source: "Kommunkompassen, grastorp.se",
        caveat: "A single municipality and another instrument, which does not measure IT.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_year_a_source_and_something_to_know_in_both_languages() {
        for value in SWEDISH.iter().chain(&ENGLISH) {
            let digits = |text: &str| {
                text.split(|c: char| !c.is_ascii_digit())
                    .any(|d| d.len() == 4)
            };
            assert!(digits(value.population), "{}", value.population);
            assert!(!value.source.is_empty() && !value.caveat.is_empty());
        }
        for (one, other) in SWEDISH.iter().zip(&ENGLISH) {
            let numbers = |text: &str| -> Vec<String> {
                let plain = text.replace('\u{a0}', "").replace([' ', ','], ".");
                let parts = plain.split(|c: char| !c.is_ascii_digit());
                parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
            };
            let (mut one, mut other) = (numbers(one.value), numbers(other.value));
            one.sort();
            other.sort();
            assert_eq!(one, other);
        }
    }

    #[test]
    fn what_must_not_be_implied_is_not_there() {
        for value in SWEDISH.iter().chain(&ENGLISH) {
            let all =
                format!("{} {} {}", value.value, value.population, value.source).to_lowercase();
            for word in [
                "rikssnitt",
                "national average",
                "medelnivå",
                "dirsys",
                "blomlåda",
                "nivå 2",
                "level 2",
            ] {
                assert!(!all.contains(word), "{word}: {all}");
            }
        }
    }
}
