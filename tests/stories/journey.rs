//! A whole round over four profiles, one of them Firefox: invited, answered, handed in, read in at random, locked, late.

use crate::{
    coordinator::*,
    files::*,
    harness::{Browser, Engine, Told, story},
    manager::*,
    round::*,
};

/// Seven förvaltningar; with the municipality itself there are eight to wait for.
const NAMES: [&str; 7] = [
    "Barn- och utbildningsförvaltningen",
    "Bygg- och miljöförvaltningen",
    "Fritidsförvaltningen",
    "Kommunledningsförvaltningen",
    "Kulturförvaltningen",
    "Socialförvaltningen",
    "Tekniska förvaltningen",
];

/// The numbers below `count` in an order by chance, which the story tells, so that a failure can be told again.
fn by_chance(count: usize, seed: u64) -> Vec<usize> {
    let mut state = seed | 1;
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let other = usize::try_from(state % (at as u64 + 1)).unwrap_or_default();
        order.swap(at, other);
    }
    order
}

async fn invites(coordinator: &Browser, unit: &Unit) -> Told<String> {
    coordinator.click(&format!("#invite-{}", unit.id())).await?;
    coordinator.see("Texten är kopierad.").await?;
    link_in_the_letter(coordinator).await
}

#[test]
fn seven_of_eight_are_in_over_four_browsers_and_what_comes_after_the_lock_is_told_apart() {
    story(Engine::Chromium, async |coordinator, site| {
        opens(coordinator, "").await?;
        let units = adds_units(coordinator, NAMES).await?;
        turns_to(coordinator, "#/omgang").await?;
        coordinator.wait_for("#round-state").await?;
        catches_texts(coordinator).await?;

        let managers = [
            Browser::start(Engine::Firefox, &site.url()).await?,
            Browser::start(Engine::Chromium, &site.url()).await?,
            Browser::start(Engine::Chromium, &site.url()).await?,
        ];
        let mut files = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            let manager = &managers[at % managers.len()];
            let link = invites(coordinator, unit).await?;
            let level = u8::try_from(at % 5).unwrap_or_default() + 1;
            files.push(answers_and_hands_in(manager, &link, unit, level).await?);
        }
        coordinator.see_in("#round-in", "0 av 8 inne").await?;

        let seed = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(1, |since| since.subsec_nanos().into());
        coordinator.step(&format!("reads in by chance, seed {seed}"));
        let mut order = by_chance(files.len(), seed);
        order.push(order[0]); // one of them twice
        for at in order {
            turns_to(coordinator, "#/omgang").await?;
            let (name, file) = (format!("svar-{at}.mognad.json"), &files[at]);
            reads_in(coordinator, &name, file).await?;
        }
        coordinator.see("Allt i filen finns redan här.").await?;
        coordinator.click("#leave-files").await?;
        turns_to(coordinator, "#/omgang").await?;
        coordinator.see_in("#round-in", "7 av 8 inne").await?;
        begins_again_together(coordinator, NAMES[0], &units[0]).await?;
        for (at, unit) in units.iter().enumerate() {
            let level = u8::try_from(at % 5).unwrap_or_default() + 1;
            finds_level(coordinator, unit, "reservrutin", level).await?;
        }

        turns_to(coordinator, "#/omgang").await?;
        coordinator.click("#lock").await?;
        coordinator.wait_for("#unlock").await?;
        let [first, ..] = &units;
        answers(&managers[0], first, "reservrutin", 5).await?;
        let late = hands_in(&managers[0], first).await?;
        reads_in(coordinator, "sent.mognad.json", &late).await?;
        coordinator
            .see_in(".participants", "Kom in efter låsningen")
            .await?;
        coordinator.see_in("#round-in", "7 av 8 inne").await?;
        finds_level(coordinator, first, "reservrutin", 5).await?;
        coordinator.assert_no_complaints().await?;
        Ok(())
    });
}
