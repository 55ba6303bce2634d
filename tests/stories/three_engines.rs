//! The one story that must hold in every engine: answer, reload, go offline.

use crate::{harness::in_every_engine, manager::*};

in_every_engine!(
    an_answer_is_still_there_after_a_reload_and_without_a_network,
    async |browser, site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "it-i-verksamhetsplanen", 3).await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "it-i-verksamhetsplanen", 3).await?;

        can_go_offline(browser).await?;
        site.stop();
        site.forget_requests();
        reloads(browser).await?;
        finds_level(browser, &unit, "it-i-verksamhetsplanen", 3).await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 2).await?;
        finds_level(browser, &unit, "it-i-verksamhetsplanen", 3).await?;
        turns_to(browser, &unit.result()).await?;
        browser
            .see_in("#summary", "2 av 31 relevanta frågor")
            .await?;
        assert_eq!(site.requests(), vec![], "Nothing was there to be asked.");
        Ok(())
    }
);
