//! A round from the coordinator to a unit and back: invited, answered, handed in, read in, locked; and two tabs at once.

use serde_json::json;

use crate::{
    coordinator::*,
    files::*,
    folder::everywhere,
    harness::{Browser, Engine, Told, in_every_engine, story},
    manager::*,
};

/// Catches what the app puts into the clipboard, which the driver cannot read.
pub async fn catches_texts(browser: &Browser) -> Told {
    let catch = "const clipboard = { writeText: text => { window.__copied = text; return Promise.resolve(); } };
        Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });";
    browser.script(catch, vec![]).await?;
    Ok(())
}

/// The link in the letter that was copied last.
pub async fn link_in_the_letter(browser: &Browser) -> Told<String> {
    let link = browser
        .wait_until(
            "for a letter with a link",
            "return window.__copied?.match(/\\S*#\\/inbjudan\\/\\S+/)?.[0];",
            vec![],
        )
        .await?;
    Ok(link.as_str().unwrap_or_default().to_owned())
}

/// Answers two questions for the invited unit and gives the file that is handed in.
pub async fn answers_and_hands_in(
    browser: &Browser,
    link: &str,
    unit: &Unit,
    level: u8,
) -> Told<String> {
    let place = link.split_once('#').map_or("", |(_, place)| place);
    opens(browser, &format!("#{place}")).await?;
    browser.wait_for("#together, #level-1").await?;
    if browser.count("#together").await? > 0 {
        browser.click("#together").await?;
        browser.click("#begin").await?;
    }
    is_asked(browser).await?;
    answers(browser, unit, "reservrutin", level).await?;
    answers(browser, unit, "incidentrutin", 2).await?;
    hands_in(browser, unit).await
}

pub async fn hands_in(browser: &Browser, unit: &Unit) -> Told<String> {
    turns_to(browser, &format!("#/lamna-in/{}", unit.id())).await?;
    browser.wait_for("#hand-in-file").await?;
    catches_files(browser).await?;
    browser.click("#hand-in-file").await?;
    browser.wait_for("#receipt").await?;
    is_saved(browser).await?;
    caught_file(browser).await
}

#[test]
fn an_invited_unit_answers_in_another_browser_and_its_file_comes_in_once_however_often_it_is_read()
{
    story(Engine::Chromium, async |coordinator, site| {
        opens(coordinator, "").await?;
        let [social, school] =
            adds_units(coordinator, ["Socialförvaltningen", "Skolförvaltningen"]).await?;
        turns_to(coordinator, "#/omgang").await?;
        coordinator.wait_for("#round-state").await?;
        catches_texts(coordinator).await?;
        coordinator
            .click(&format!("#invite-{}", social.id()))
            .await?;
        coordinator.see("Texten är kopierad.").await?;
        let link = link_in_the_letter(coordinator).await?;
        coordinator.see_in("#round-in", "0 av 3 inne").await?;
        coordinator.see_in(".participants", "Inbjuden").await?;

        let manager = Browser::start(Engine::Firefox, &site.url()).await?;
        let file = answers_and_hands_in(&manager, &link, &social, 3).await?;
        assert!(!file.contains(school.id()), "another unit is in the file");
        manager
            .see_in("#receipt", "Inget är ändrat sedan dess.")
            .await?;
        answers(&manager, &social, "reservrutin", 4).await?;
        turns_to(&manager, &format!("#/lamna-in/{}", social.id())).await?;
        manager.see_in("#receipt", "1 ändrade sedan dess.").await?;

        reads_in(coordinator, "social.mognad.json", &file).await?;
        coordinator.see_in("#round-in", "1 av 3 inne").await?;
        coordinator.see_in(".participants", "Inlämnad").await?;
        begins_again_together(coordinator, "Socialförvaltningen", &social).await?;
        finds_level(coordinator, &social, "reservrutin", 3).await?;
        turns_to(coordinator, "#/omgang").await?;
        reads_in(coordinator, "social.mognad.json", &file).await?;
        coordinator.see("Allt i filen finns redan här.").await?;
        coordinator.click("#leave-files").await?;

        // Locked: what comes now is taken in, and told apart; what stands here cannot be changed.
        turns_to(coordinator, "#/omgang").await?;
        coordinator.click("#lock").await?;
        coordinator.wait_for("#unlock").await?;
        let later = hands_in(&manager, &social).await?;
        reads_in(coordinator, "social-igen.mognad.json", &later).await?;
        coordinator
            .see_in(".participants", "Kom in efter låsningen")
            .await?;
        finds_level(coordinator, &social, "reservrutin", 4).await?;
        coordinator.click("#level-1").await?;
        coordinator
            .see("Omgången är låst, så svaret ändrades inte.")
            .await?;
        finds_level(coordinator, &social, "reservrutin", 4).await?;
        coordinator.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn an_invitation_can_be_a_file_and_a_reminder_is_ready_to_paste() {
    story(Engine::Chromium, async |coordinator, site| {
        opens(coordinator, "").await?;
        let [social] = adds_units(coordinator, ["Socialförvaltningen"]).await?;
        turns_to(coordinator, "#/omgang").await?;
        coordinator.wait_for("#round-state").await?;
        let remind = format!("#remind-{}", social.id());
        assert_eq!(coordinator.count(&remind).await?, 0);
        catches_files(coordinator).await?;
        let as_file = format!("#invite-file-{}", social.id());
        coordinator.click(&as_file).await?;
        let file = caught_file(coordinator).await?;
        assert!(
            !file.contains("\"answer/"),
            "an answer is in the invitation"
        );
        coordinator.wait_for(&remind).await?;
        catches_texts(coordinator).await?;
        coordinator.click(&remind).await?;
        let link = link_in_the_letter(coordinator).await?;
        let letter = coordinator.script("return window.__copied", vec![]).await?;
        let letter = letter.as_str().unwrap_or_default();
        assert!(
            letter.contains("Socialförvaltningen") && letter.contains("frågor"),
            "{letter}"
        );
        assert!(link.starts_with(&site.url()), "{link}");

        // The file is as good as the link: the answers come back under the same ids.
        let manager = Browser::start(Engine::Firefox, &site.url()).await?;
        opens(&manager, "#/data").await?;
        reads_in(&manager, "inbjudan.mognad.json", &file).await?;
        manager.see("Filen är inläst").await?;
        begins_again_together(&manager, "Socialförvaltningen", &social).await?;
        answers(&manager, &social, "reservrutin", 3).await?;
        let answered = hands_in(&manager, &social).await?;
        reads_in(coordinator, "social.mognad.json", &answered).await?;
        coordinator.see_in("#round-in", "1 av 2 inne").await?;
        Ok(())
    });
}

#[test]
fn reading_in_can_be_undone_and_the_file_taken_in_again() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        let file = saves_as_file(browser).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        browser.click("#clear").await?;
        is_saved(browser).await?;
        turns_to(browser, "#/data").await?;
        // The removal is newer than the file: it stays, and the file can be taken in again on purpose.
        reads_in(browser, "svar.mognad.json", &file).await?;
        browser.click("#take-in-again-0").await?;
        browser.see("Filen är inläst").await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}

#[test]
fn a_link_that_the_mail_has_cut_is_said_to_be_cut_and_changes_nothing() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let [unit] = adds_units(browser, ["Socialförvaltningen"]).await?;
        turns_to(browser, "#/omgang").await?;
        browser.wait_for("#round-state").await?;
        catches_texts(browser).await?;
        browser.click(&format!("#invite-{}", unit.id())).await?;
        let link = link_in_the_letter(browser).await?;
        let place = link.split_once('#').map_or("", |(_, place)| place);
        let cut: String = place.chars().take(place.chars().count() - 9).collect();
        turns_to(browser, &format!("#{cut}")).await?;
        browser.see("Länken är inte hel").await?;
        turns_to(browser, "#/inbjudan/hej").await?;
        browser
            .see("Länken är inte en inbjudan till Mognad.")
            .await?;
        Ok(())
    });
}

#[test]
fn an_area_sent_to_a_colleague_comes_back_as_a_proposal_that_the_unit_takes_over() {
    story(Engine::Chromium, async |manager, site| {
        opens(manager, "").await?;
        let unit = begins_together(manager, "Socialförvaltningen").await?;
        answers(manager, &unit, "incidentrutin", 2).await?;
        catches_texts(manager).await?;
        manager.click("#send-area").await?;
        let link = link_in_the_letter(manager).await?;

        let colleague = Browser::start(Engine::Chromium, &site.url()).await?;
        let place = link.split_once('#').map_or("", |(_, place)| place);
        opens(&colleague, &format!("#{place}")).await?;
        colleague.wait_for("#alone").await?;
        colleague.click("#alone").await?;
        colleague.click("#role").await?;
        colleague.type_text("IT-samordnare").await?;
        colleague.click("#begin").await?;
        is_asked(&colleague).await?;
        assert_eq!(areas_beside(&colleague).await?.len(), 1);
        answers(&colleague, &unit, "reservrutin", 4).await?;
        let file = hands_in(&colleague, &unit).await?;
        colleague.see_in("#receipt", "1 av 3").await?;

        turns_to(manager, "#/data").await?;
        reads_in(manager, "forslag.mognad.json", &file).await?;
        manager.see("Filen är inläst").await?;
        turns_to(manager, &unit.question("reservrutin")).await?;
        manager
            .see_in(".proposal", "Förslag från IT-samordnare: nivå 4")
            .await?;
        finds_nothing_chosen(manager).await?;
        manager.click(".proposal button").await?;
        finds_chosen(manager, "level-4").await?;
        Ok(())
    });
}

#[test]
fn files_dropped_anywhere_are_shown_together_before_they_are_taken_in() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        let file = saves_as_file(browser).await?;
        starts_on_an_empty_computer(browser).await?;
        let drop = "const transfer = new DataTransfer();
            transfer.items.add(new File([arguments[0]], 'svar.mognad.json'));
            transfer.items.add(new File(['<b>inte json</b>'], '<i>bild</i>.png'));
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));";
        browser.script(drop, vec![json!(file)]).await?;
        browser.wait_for_count(".incoming", 2).await?;
        browser
            .see_in(".incoming .cannot", "skadad eller av en annan sort")
            .await?;
        assert_eq!(
            browser.count(".incoming i, .incoming b").await?,
            0,
            "text became markup"
        );
        browser.see("Inget är ändrat än").await?;
        browser.click("#take-in").await?;
        browser.see("Filen är inläst").await?;
        reloads(browser).await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}

#[test]
fn where_the_device_has_a_share_sheet_a_unit_hands_in_through_it() {
    story(Engine::Chromium, async |browser, _site| {
        let none = "Object.defineProperty(navigator, 'canShare', { value: undefined, configurable: true });";
        everywhere(browser, none).await?;
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        let page = format!("#/lamna-in/{}", unit.id());
        turns_to(browser, &page).await?;
        browser.wait_for("#hand-in-file").await?;
        assert_eq!(browser.count("#hand-in-share").await?, 0);

        let sheet = "const define = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
            define('canShare', data => data.files.every(file => file.name.endsWith('.mognad.json')));
            define('share', async data => { globalThis.shared = await data.files[0].text(); });";
        browser.script(sheet, vec![]).await?;
        turns_to(browser, "#/data").await?;
        turns_to(browser, &page).await?;
        browser.click("#hand-in-share").await?;
        browser.wait_for("#receipt").await?;
        let shared = browser
            .wait_until("for the sheet", "return globalThis.shared;", vec![])
            .await?;
        let shared = shared.as_str().unwrap_or_default();
        assert!(
            shared.contains("\"selection\":\"contribution\""),
            "{shared}"
        );
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

in_every_engine!(
    what_one_tab_writes_the_other_shows_at_once,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        browser.open_tab(&unit.question("reservrutin")).await?;
        browser.tab(1).await?;
        has_started(browser).await?;
        finds_chosen(browser, "level-2").await?;
        chooses(browser, "level-4").await?;
        is_saved(browser).await?;
        browser.tab(0).await?;
        finds_chosen(browser, "level-4").await?;
        Ok(())
    }
);
