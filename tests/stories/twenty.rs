//! Twenty questions that a unit is asked, in the order of the pages, for stories and long runs alike.

/// Their ids.
pub const TWENTY: [&str; 20] = [
    "it-i-verksamhetsplanen",
    "prioritering-av-insatser",
    "agare-av-it-stod",
    "anskaffning-av-nytt",
    "uppfoljning-av-leverantor",
    "behov-fore-utveckling",
    "arbetssatt-vid-inforande",
    "nya-mojligheter-med-it",
    "urval-av-e-tjanster",
    "hela-arendet-digitalt",
    "e-tjanst-efter-inforandet",
    "val-av-kontaktvag",
    "fran-fraga-till-svar",
    "digital-delaktighet",
    "gemensamma-behov",
    "planering-av-forandring",
    "genomforande-av-forandring",
    "utvardering-av-forandring",
    "forbattring-efter-utvardering",
    "nytta-av-it",
];
