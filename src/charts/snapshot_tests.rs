//! One small picture of each chart as a whole, so that a change anywhere in it is seen and meant.

use super::fixtures::*;
use super::inspect::*;
use super::{Palette, Width, to_svg};

#[test]
fn bars_with_every_mark() {
    let mut spec = bars(vec![row("Samverkan", Some(2.5), "2,5")]);
    spec.mark = Some("Exempel".into());
    spec.scale.names.clear();
    let row = &mut spec.rows[0];
    row.reached = Some(2);
    (row.target, row.earlier, row.benchmark) = (compared(4.0), compared(2.0), compared(2.0));
    let picture = spec.draw(Width::Narrow).unwrap();
    assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
    assert_eq!(
        outline(&picture),
        r#"line chart-grid x1=1 y1=131.5 x2=307 y2=131.5 stroke-width=1
line chart-grid x1=62.25 y1=129.5 x2=62.25 y2=131.5 stroke-width=1
line chart-grid x1=123.5 y1=129.5 x2=123.5 y2=131.5 stroke-width=1
line chart-grid x1=184.5 y1=129.5 x2=184.5 y2=131.5 stroke-width=1
line chart-grid x1=245.75 y1=129.5 x2=245.75 y2=131.5 stroke-width=1
line chart-grid x1=307 y1=129.5 x2=307 y2=131.5 stroke-width=1
line chart-grid x1=62.25 y1=176.5 x2=62.25 y2=200.5 stroke-width=1
line chart-grid x1=123.5 y1=176.5 x2=123.5 y2=200.5 stroke-width=1
line chart-grid x1=184.5 y1=176.5 x2=184.5 y2=200.5 stroke-width=1
line chart-grid x1=245.75 y1=176.5 x2=245.75 y2=200.5 stroke-width=1
line chart-grid x1=307 y1=176.5 x2=307 y2=200.5 stroke-width=1
rect chart-band x=1 y=180.5 width=306 height=16 rx=4
rect chart-series-now x=1 y=180.5 width=153 height=16 rx=4 data-row=0 data-value=2,5
line chart-notch x1=62.25 y1=180.5 x2=62.25 y2=196.5 stroke-width=1.5
line chart-notch x1=123.5 y1=180.5 x2=123.5 y2=196.5 stroke-width=1.5
line chart-axis x1=1 y1=176.5 x2=1 y2=200.5 stroke-width=1.5
line chart-gap x1=154 y1=188.5 x2=245.75 y2=188.5 stroke-width=2 data-row=0
polygon chart-target points=243.5,200.5 243.5,167.5 248,167.5 257.75,172.5 248,177.5 248,200.5 data-row=0 data-value=4,00
circle chart-earlier cx=123.5 cy=206 r=5.5 data-row=0 data-value=2,00
polygon chart-benchmark points=123.5,213.5 131.5,225.5 115.5,225.5 data-row=0 data-value=2,00
polygon chart-mark points=123.5,179.5 132.5,188.5 123.5,197.5 114.5,188.5 data-row=0 data-value=2
polygon chart-series-now points=1,31.5 23,31.5 23,43.5 1,43.5
polygon chart-mark points=151.5,28.5 160.5,37.5 151.5,46.5 142.5,37.5
polygon chart-target points=2.75,70.5 2.75,52.5 7.25,52.5 17,57.5 7.25,62.5 7.25,70.5
circle chart-earlier cx=88 cy=61.5 r=5.5
polygon chart-benchmark points=9,79.5 17,91.5 1,91.5
text chart-notice x=0 y=13.75 font-size=14 font-weight=600 "Exempel"
text chart-note x=32 y=42.5 font-size=14 "Genomsnitt"
text chart-note x=168.5 y=42.5 font-size=14 "Uppnådd nivå"
text chart-note x=26 y=66.5 font-size=14 "Mål"
text chart-note x=105 y=66.5 font-size=14 "Förra omgången"
text chart-note x=26 y=90.5 font-size=14 "Jämförelsevärde"
text chart-tick x=62.25 y=123.75 font-size=14 text-anchor=middle "1"
text chart-tick x=123.5 y=123.75 font-size=14 text-anchor=middle "2"
text chart-tick x=184.5 y=123.75 font-size=14 text-anchor=middle "3"
text chart-tick x=245.75 y=123.75 font-size=14 text-anchor=middle "4"
text chart-tick x=307 y=123.75 font-size=14 text-anchor=middle "5"
text chart-label x=0 y=159.25 font-size=16 data-row=0 "Samverkan"
text chart-value x=320 y=159.25 font-size=16 font-weight=600 text-anchor=end data-row=0 "2,5"
text chart-note x=0 y=246.25 font-size=14 data-row=0 "2 av 3 frågor"
"#
    );
}

#[test]
fn a_radar_with_targets_and_the_last_round() {
    let mut spec = radar(&[Some(3.0), None, Some(4.0)]);
    spec.axes[0].target = compared(4.0);
    spec.axes[1].target = compared(4.0);
    spec.axes[2].earlier = compared(3.0);
    let picture = spec.draw(Width::Narrow).unwrap();
    assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
    assert_eq!(
        outline(&picture),
        r#"polygon chart-band points=160,96 265.75,279 54.25,279
polygon chart-grid points=160,193.5 181.25,230.25 138.75,230.25 stroke-width=1
polygon chart-grid points=160,169.25 202.25,242.5 117.75,242.5 stroke-width=1
polygon chart-grid points=160,144.75 223.5,254.5 96.5,254.5 stroke-width=1
polygon chart-grid points=160,120.5 244.5,266.75 75.5,266.75 stroke-width=1
polygon chart-grid points=160,96 265.75,279 54.25,279 stroke-width=1
line chart-spoke x1=160 y1=218 x2=160 y2=96 stroke-width=1
line chart-missing x1=160 y1=218 x2=265.75 y2=279 stroke-width=2 data-row=1 data-value=–
line chart-spoke x1=160 y1=218 x2=54.25 y2=279 stroke-width=1
line chart-series-line x1=75.5 y1=266.75 x2=160 y2=144.75 stroke-width=3
line chart-series-target x1=160 y1=120.5 x2=244.5 y2=266.75 stroke-width=2
text chart-ring-tick x=107.25 y=192.5 font-size=14 text-anchor=middle "5"
text chart-ring-tick x=117.75 y=198.5 font-size=14 text-anchor=middle "4"
text chart-ring-tick x=128.25 y=204.75 font-size=14 text-anchor=middle "3"
text chart-ring-tick x=138.75 y=210.75 font-size=14 text-anchor=middle "2"
text chart-ring-tick x=149.5 y=217 font-size=14 text-anchor=middle "1"
polygon chart-target points=173,118.25 147,118.25 147,122.75 173,122.75 data-row=0 data-value=4,00
polygon chart-target points=240,279.25 253,256.5 249,254.25 236,277 data-row=1 data-value=4,00
circle chart-earlier cx=96.5 cy=254.5 r=8 data-row=2 data-value=3,00
circle chart-dot cx=160 cy=144.75 r=5 data-row=0 data-value=3,0
circle chart-dot cx=75.5 cy=266.75 r=5 data-row=2 data-value=4,0
circle chart-badge cx=160 cy=72 r=13 stroke-width=1.25
circle chart-badge cx=286.5 cy=291 r=13 stroke-width=1.25
circle chart-badge cx=33.5 cy=291 r=13 stroke-width=1.25
line chart-series-line x1=1 y1=12 x2=35 y2=12 stroke-width=3
circle chart-dot cx=18 cy=12 r=5
line chart-series-target x1=155.5 y1=12 x2=189.5 y2=12 stroke-width=2
polygon chart-target points=162.5,9.75 182.5,9.75 182.5,14.25 162.5,14.25
line chart-series-earlier x1=1 y1=36 x2=35 y2=36 stroke-width=2
circle chart-earlier cx=18 cy=36 r=5.5
text chart-note x=44 y=17 font-size=14 "Genomsnitt"
text chart-note x=198.5 y=17 font-size=14 "Mål"
text chart-note x=44 y=41 font-size=14 "Förra omgången"
text chart-badge-text x=160 y=77 font-size=14 text-anchor=middle data-row=0 "1"
text chart-badge-text x=286.5 y=296 font-size=14 text-anchor=middle data-row=1 "2"
text chart-badge-text x=33.5 y=296 font-size=14 text-anchor=middle data-row=2 "3"
"#
    );
}

#[test]
fn a_distribution_with_an_agreed_level() {
    let picture = distribution(&[1, 2, 1, 0], Some(1))
        .draw(Width::Narrow)
        .unwrap();
    assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
    assert_eq!(
        outline(&picture),
        r#"line chart-axis x1=12 y1=169 x2=308 y2=169 stroke-width=1
rect chart-band x=12 y=51.5 width=296 height=20 rx=4
circle chart-answer cx=21 cy=61.5 r=8 data-row=0
rect chart-agreed x=1 y=83.5 width=318 height=75.5 rx=8 stroke-width=2 data-row=1
rect chart-band x=12 y=131 width=296 height=20 rx=4
circle chart-answer cx=21 cy=141 r=8 data-row=1
circle chart-answer cx=39 cy=141 r=8 data-row=1
circle chart-answer-aside cx=21 cy=219 r=7 data-row=2
text chart-tick x=308 y=13.75 font-size=14 text-anchor=end "Antal svar"
text chart-label x=12 y=43.25 font-size=16 data-row=0 "1 Ledning och styrning"
text chart-value x=308 y=43.25 font-size=16 font-weight=600 text-anchor=end data-row=0 "1"
text chart-label x=12 y=105.25 font-size=16 data-row=1 "2 Beställarfunktion"
text chart-note x=12 y=123.25 font-size=14 font-weight=600 data-row=1 "Samlad bedömning"
text chart-value x=308 y=105.25 font-size=16 font-weight=600 text-anchor=end data-row=1 "2"
text chart-label x=12 y=200.75 font-size=16 data-row=2 "Vet ej"
text chart-value x=308 y=200.75 font-size=16 font-weight=600 text-anchor=end data-row=2 "1"
text chart-label x=12 y=262.75 font-size=16 data-row=3 "Ej relevant"
text chart-value x=308 y=262.75 font-size=16 font-weight=600 text-anchor=end data-row=3 "0"
"#
    );
}

#[test]
fn rounds_over_time_with_a_cut_and_a_gap() {
    let mut spec = trend(&[Some(2.0), Some(2.5), Some(3.0), None]);
    spec.scale.names.clear();
    spec.steps[1].same = compared(2.0);
    spec.steps[2].joined = false;
    spec.steps[2].cut = Some("En fråga har ändrats.".into());
    let picture = spec.draw(Width::Narrow).unwrap();
    assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
    assert_eq!(
        outline(&picture),
        r#"line chart-grid x1=19 y1=248 x2=320 y2=248 stroke-width=1
line chart-grid x1=19 y1=202 x2=320 y2=202 stroke-width=1
line chart-grid x1=19 y1=156 x2=320 y2=156 stroke-width=1
line chart-grid x1=19 y1=110 x2=320 y2=110 stroke-width=1
line chart-grid x1=19 y1=64 x2=320 y2=64 stroke-width=1
line chart-axis x1=19 y1=294 x2=320 y2=294 stroke-width=1.5
line chart-missing x1=282.25 y1=64 x2=282.25 y2=294 stroke-width=2 data-row=3 data-value=Otillräckligt underlag
line chart-series-line x1=56.5 y1=202 x2=131.75 y2=179 stroke-width=3 data-row=1
line chart-axis x1=168.25 y1=158.5 x2=162.25 y2=176.5 stroke-width=2 data-row=2
line chart-axis x1=176.25 y1=158.5 x2=170.25 y2=176.5 stroke-width=2 data-row=2
circle chart-earlier cx=131.75 cy=202 r=9 data-row=1 data-value=2,00
circle chart-dot cx=56.5 cy=202 r=6 data-row=0 data-value=2,0
circle chart-dot cx=131.75 cy=179 r=6 data-row=1 data-value=2,5
circle chart-dot cx=207 cy=156 r=6 data-row=2 data-value=3,0
line chart-series-line x1=1 y1=12 x2=35 y2=12 stroke-width=3
circle chart-dot cx=18 cy=12 r=5
line chart-series-earlier x1=155.5 y1=12 x2=189.5 y2=12 stroke-width=2
circle chart-earlier cx=172.5 cy=12 r=5.5
text chart-note x=44 y=17 font-size=14 "Genomsnitt"
text chart-note x=198.5 y=17 font-size=14 "Samma frågor"
text chart-tick x=0 y=253 font-size=14 "1"
text chart-tick x=0 y=207 font-size=14 "2"
text chart-tick x=0 y=161 font-size=14 "3"
text chart-tick x=0 y=115 font-size=14 "4"
text chart-tick x=0 y=69 font-size=14 "5"
text chart-value x=56.5 y=188.75 font-size=16 font-weight=600 text-anchor=middle data-row=0 "2,0"
text chart-value x=131.75 y=165.75 font-size=16 font-weight=600 text-anchor=middle data-row=1 "2,5"
text chart-value x=207 y=142.75 font-size=16 font-weight=600 text-anchor=middle data-row=2 "3,0"
text chart-label x=56.5 y=315.75 font-size=14 text-anchor=middle data-row=0 "1"
text chart-label x=0 y=341.25 font-size=14 data-row=0 "1. Omgång 2025: 2,0"
text chart-label x=131.75 y=315.75 font-size=14 text-anchor=middle data-row=1 "2"
text chart-label x=0 y=358.75 font-size=14 data-row=1 "2. Omgång 2026: 2,5"
text chart-label x=207 y=315.75 font-size=14 text-anchor=middle data-row=2 "3"
text chart-label x=0 y=376.25 font-size=14 data-row=2 "3. Omgång 2027: 3,0"
text chart-label x=282.25 y=315.75 font-size=14 text-anchor=middle data-row=3 "4"
text chart-missing-text x=0 y=393.75 font-size=14 data-row=3 "4. Omgång 2028: Otillräckligt underlag"
text chart-note x=0 y=411.25 font-size=14 data-row=2 "En fråga har ändrats."
"#
    );
}
