//! The words of the page of targets.

use crate::i18n::WithText;

/// The words of the page of targets.
#[derive(Debug)]
pub struct TargetsWords {
    /// Checkbox.
    pub law_demands: &'static str,
    /// Title, with the unit.
    pub title: WithText,
    /// What the page is for.
    pub lead: &'static str,
    /// Error: no target, with what it can be.
    pub target_wrong: fn(u8, u8) -> String,
    /// Which unit's targets.
    pub choose: &'static str,
}

/// In Swedish.
pub const SWEDISH: TargetsWords = TargetsWords {
    law_demands: "Lagen kräver det",
    title: |unit| format!("Mål och prioritering, {unit}"),
    lead: "Ange mål för ett område, när det ska vara nått och vem som har beslutat om det. Inget mål är förvalt, och alla områden behöver inte ha ett. Ändringar sparas när du lämnar fältet.",
    target_wrong: |from, to| {
        format!("Skriv ett tal från {from} till {to}. Det förra målet gäller.")
    },
    choose: "Visa mål för",
};

/// In English.
pub const ENGLISH: TargetsWords = TargetsWords {
    law_demands: "The law demands it",
    title: |unit| format!("Targets and priorities, {unit}"),
    lead: "Set a target for an area, when it is to be reached and who decided it. No target is preset, and not every area needs one. Changes are saved when you leave the field.",
    target_wrong: |from, to| {
        format!("Write a number from {from} to {to}. The target before it stands.")
    },
    choose: "Show targets for",
};
