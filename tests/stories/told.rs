//! What a result says in words, and the choice of questions before it.

use serde_json::json;

use crate::{
    coordinator::*,
    harness::{Browser, Engine, Told, story},
    manager::*,
};

/// Says that one answers alone, in a role.
async fn begins_alone(browser: &Browser, name: &str, role: &str) -> Told {
    turns_to(browser, "#/besvara").await?;
    browser.click_named(name).await?;
    browser.click("#alone").await?;
    browser.click("#role").await?;
    browser.press("Control+a").await?;
    browser.type_text(role).await?;
    browser.click("#begin").await?;
    browser.see_in(".who", role).await
}

/// What the group has agreed on.
const TOGETHER: &[(&str, &str)] = &[
    // Ledning: (4 + 5) / 2 = 4,5.
    ("it-i-verksamhetsplanen", "level-4"),
    ("prioritering-av-insatser", "level-5"),
    // E-förvaltning: (1 + 2 + 2) / 3 = 1,67.
    ("behov-fore-utveckling", "level-1"),
    ("arbetssatt-vid-inforande", "level-2"),
    ("nya-mojligheter-med-it", "level-2"),
    // Kontaktvägar: one of three.
    ("val-av-kontaktvag", "dont-know"),
    ("fran-fraga-till-svar", "dont-know"),
    ("digital-delaktighet", "level-3"),
    // Kostnadsmedvetenhet: 3,0, agreed on by two who first said 1 and 5.
    ("forvaltningens-it-kostnad", "level-3"),
    // Informationssäkerhet: (3 + 3) / 2 = 3,0 from two of three.
    ("informationsklassning", "level-3"),
    ("incidentrutin", "dont-know"),
    ("reservrutin", "level-3"),
];

/// What two people said, each alone. Uppföljning: ((1 + 4) / 2 + (2 + 3) / 2) / 2 = 2,5.
const ALONE: [(&str, [(&str, &str); 3]); 2] = [
    (
        "enhetschef",
        [
            ("nytta-av-it", "level-1"),
            ("drift-i-vardagen", "level-2"),
            ("forvaltningens-it-kostnad", "level-1"),
        ],
    ),
    (
        "controller",
        [
            ("nytta-av-it", "level-4"),
            ("drift-i-vardagen", "level-3"),
            ("forvaltningens-it-kostnad", "level-5"),
        ],
    ),
];

/// Sees that a section has just these questions, each a link to where it is answered, and what stands under each.
async fn has_in(browser: &Browser, unit: &Unit, section: &str, expected: &[(&str, &str)]) -> Told {
    let body = "return [...document.querySelectorAll('#' + arguments[0] + ' li')].map(each => {
            const text = [...each.childNodes].filter(node => node.nodeName !== 'A').map(node => node.textContent).join('');
            return [each.querySelector('a').getAttribute('href'), text.replace(/\\s+/g, ' ').trim()];
        });";
    let told = browser.script(body, vec![json!(section)]).await?;
    let expected: Vec<Vec<String>> = expected
        .iter()
        .map(|(question, text)| vec![unit.question(question), (*text).to_owned()])
        .collect();
    assert_eq!(words_of(&told), expected, "{section}");
    Ok(())
}

/// Answers together and, two of them, alone; one answer is marked as unsure.
async fn answers_as_told(browser: &Browser) -> Told<Unit> {
    opens(browser, "").await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    for (question, answer) in TOGETHER {
        turns_to(browser, &unit.question(question)).await?;
        chooses(browser, answer).await?;
    }
    turns_to(browser, &unit.question("informationsklassning")).await?;
    enters(browser, "details.more summary").await?;
    tabs_to(browser, "#unsure").await?;
    browser.press("Space").await?;
    browser.wait_for_focus("#unsure:checked").await?;
    is_saved(browser).await?;
    for (role, alone) in ALONE {
        begins_alone(browser, "Socialförvaltningen", role).await?;
        for (question, answer) in alone {
            turns_to(browser, &unit.question(question)).await?;
            finds_nothing_chosen(browser).await?; // what others said is not shown
            chooses(browser, answer).await?;
        }
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
    }
    Ok(unit)
}

#[test]
fn a_result_says_what_carries_what_waits_what_is_unknown_and_what_to_talk_about() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = answers_as_told(browser).await?;
        turns_to(browser, &unit.result()).await?;
        assert_eq!(
            browser.text_of("#finding").await?,
            "Ledning bär, men E-förvaltning väntar"
        );
        // With a level: 2 + 3 + 1 + 1 + 2 agreed, and two of people alone. (4,5 + 1,67 + 2,5 + 3 + 3) / 5 = 2,93.
        assert_eq!(
            browser.text_of("#summary").await?,
            "Ni har svarat med en nivå på 11 av 31 relevanta frågor. \
             Genomsnittet är 2,9, räknat på 5 av 13 områden. \
             Starkast är Ledning (4,5), svagast E-förvaltning (1,7). \
             3 frågor vet ni inte svaret på, flest i Kontaktvägar (2)."
        );
        has_in(
            browser,
            &unit,
            "strengths",
            &[
                ("prioritering-av-insatser", "5 Ständigt förbättrat"),
                ("it-i-verksamhetsplanen", "4 Styrt och uppföljt"),
            ],
        )
        .await?;
        has_in(
            browser,
            &unit,
            "gaps",
            &[
                (
                    "behov-fore-utveckling",
                    "Från nivå 1 till 2: Fråga några av dem förvaltningen är till för vad de behöver, innan nästa nya lösning väljs.",
                ),
                (
                    "arbetssatt-vid-inforande",
                    "Från nivå 2 till 3: Besluta att processägaren före varje införande beskriver det nya arbetssättet och tar bort onödiga steg.",
                ),
                (
                    "nya-mojligheter-med-it",
                    "Från nivå 2 till 3: Utse någon som följer vad IT gör möjligt, och besluta varje år vad som ska prövas, med syfte, ansvarig och slutdatum.",
                ),
            ],
        )
        .await?;
        has_in(
            browser,
            &unit,
            "unknown",
            &[
                ("val-av-kontaktvag", ""),
                ("fran-fraga-till-svar", ""),
                ("incidentrutin", ""),
            ],
        )
        .await?;
        // Two levels apart or more, and not agreed on; then what was marked as unsure.
        has_in(
            browser,
            &unit,
            "talks",
            &[
                (
                    "nytta-av-it",
                    "De enskilda svaren går från 1 Händelsestyrt till 4 Styrt och uppföljt.",
                ),
                ("informationsklassning", "Markerat som osäkert."),
            ],
        )
        .await?;
        let rows = rows_of(browser, "#areas-table").await?;
        let of = |area: &str| {
            let row = rows
                .iter()
                .find(|row| row.first().is_some_and(|name| name == area));
            row.and_then(|row| row.get(1)).cloned()
        };
        assert_eq!(of("Uppföljning").as_deref(), Some("2,5 (ej avstämd)"));
        assert_eq!(of("Kostnadsmedvetenhet").as_deref(), Some("3,0"));
        browser.click("#talks a").await?;
        browser.wait_for_focus("#question").await?;
        browser
            .see_in("#question", "de system ni redan använder")
            .await?;
        Ok(())
    });
}

#[test]
fn who_comes_by_a_link_says_who_answers_and_lands_on_the_question_of_the_link() {
    story(Engine::Chromium, async |browser, _site| {
        let question = "#/besvara/e-forvaltning/kommunen/bygglov-digitalt";
        opens(browser, question).await?;
        browser
            .wait_for_count("#set-e-forvaltning:checked", 1)
            .await?;
        browser.wait_for_count("#unit-kommunen:checked", 1).await?;
        browser.click("#together").await?;
        browser.click("#begin").await?;
        browser.see_in("#question", "bygglov").await?;
        // The form at the very address that it leads to.
        let fresh = "localStorage.clear(); location.hash = '#/besvara/e-forvaltning/kommunen';";
        browser.script(fresh, vec![]).await?;
        reloads(browser).await?;
        browser.click("#together").await?;
        browser.click("#begin").await?;
        browser.wait_for("#level-3").await?;
        Ok(())
    });
}

#[test]
fn before_the_first_question_one_chooses_between_both_sets_and_is_told_how_many_questions() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "#/besvara").await?;
        browser.wait_for_count("input[name=set]", 2).await?;
        browser.wait_for_count("#set-it-mognad:checked", 1).await?;
        browser.see("31 frågor, ungefär 62 minuter.").await?;
        browser.click("#set-e-forvaltning").await?;
        // Six flowers of four; grass and soil are the municipality's, and may be answered.
        browser.see("24 frågor, ungefär 48 minuter.").await?;
        browser.click("#unit-kommunen").await?;
        browser.see("38 frågor, ungefär 76 minuter.").await?;
        browser.click("#set-it-mognad").await?;
        browser.see("9 frågor, ungefär 18 minuter.").await?;
        browser.click("#set-e-forvaltning").await?;
        browser.click("#together").await?;
        browser.click("#begin").await?;
        browser
            .see_in(".areas", "Självvärdering e-förvaltning")
            .await?;
        // The set that was answered last is the one that is offered.
        for after in ["turning back", "loading anew"] {
            if after == "loading anew" {
                reloads(browser).await?;
            }
            turns_to(browser, "#/").await?;
            turns_to(browser, "#/besvara").await?;
            browser
                .wait_for_count("#set-e-forvaltning:checked", 1)
                .await?;
            browser.wait_for_count("#unit-kommunen:checked", 1).await?;
        }
        Ok(())
    });
}

#[test]
fn a_unit_that_is_asked_nothing_is_told_so() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let [social, school] = adds_units(browser, ["Social", "Skola"]).await?;
        turns_to(browser, "#/omgang").await?;
        for area in [
            "aldre-och-omsorg",
            "barn-och-elever",
            "foretagare",
            "boende-och-trafikanter",
            "kultur-och-fritid",
            "allmanheten",
        ] {
            names_for(browser, area, &social).await?;
        }
        turns_to(browser, "#/besvara").await?;
        browser.click("#set-e-forvaltning").await?;
        browser.click(&format!("#unit-{}", school.id())).await?;
        browser
            .see("Här finns inga frågor för er: andra är utsedda att svara.")
            .await?;
        browser.click(&format!("#unit-{}", social.id())).await?;
        browser.see("24 frågor, ungefär 48 minuter.").await?;
        browser.click(&format!("#unit-{}", school.id())).await?;
        browser.click("#together").await?;
        browser.click("#begin").await?;
        // What the municipality answers may be answered all the same, and nobody waits for it.
        browser
            .see_in("#far", "Inga frågor väntar på er här")
            .await?;
        browser.wait_for_count(".areas nav a", 2).await?;
        // When grass and soil have units of their own, too, the municipality has nothing left to say.
        turns_to(browser, "#/omgang").await?;
        names_for(browser, "ledning-och-arbetssatt", &social).await?;
        names_for(browser, "tekniska-forutsattningar", &social).await?;
        turns_to(browser, "#/besvara/e-forvaltning/kommunen").await?;
        browser
            .see_in("#page h1", "Inga frågor väntar på er här")
            .await?;
        // A question of another's can be looked at, and says whose it is not.
        turns_to(browser, &school.petal("bygglov-digitalt")).await?;
        browser
            .see_in(".eyebrow", "besvaras av en annan enhet")
            .await?;
        Ok(())
    });
}
