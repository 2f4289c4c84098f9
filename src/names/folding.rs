//! Case and composition folding: upper and lower case, and accented letters as one character or
//! two.
//!
//! The standard library's tables cover every script and would cost the module more than all rules
//! about names. These tables cover the scripts that people use in column names. Names in other
//! scripts are compared as they are, which claims nothing.

/// Composed letters: a combining mark, then each base letter and its composed form. Source: the
/// canonical decompositions of Latin, Vietnamese, Greek, Cyrillic and Japanese in the Unicode
/// Character Database. Korean is computed.
const COMPOSED: &[(&str, &str)] = &[
    (
        "\u{300}",
        "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜЕЀИЍеѐиѝÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ",
    ),
    (
        "\u{301}",
        "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώГЃКЌгѓкќÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ",
    ),
    (
        "\u{302}",
        "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷẠẬạậẸỆẹệỌỘọộ",
    ),
    (
        "\u{303}",
        "AÃNÑOÕaãnñoõIĨiĩUŨuũÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ",
    ),
    ("\u{308}", "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋЕЁІЇеёії"),
    ("\u{30a}", "AÅaåUŮuů"),
    ("\u{327}", "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
    ("\u{304}", "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖ"),
    ("\u{306}", "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўẠẶạặ"),
    ("\u{328}", "AĄaąEĘeęIĮiįUŲuų"),
    ("\u{307}", "CĊcċEĖeėGĠgġIİZŻzż"),
    (
        "\u{30c}",
        "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚ",
    ),
    ("\u{30b}", "OŐoőUŰuű"),
    ("\u{31b}", "OƠoơUƯuư"),
    ("\u{326}", "SȘsșTȚtț"),
    ("\u{323}", "AẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
    (
        "\u{309}",
        "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ",
    ),
    (
        "\u{3099}",
        "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ",
    ),
    ("\u{309a}", "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

/// A name, decomposed and in lower case.
pub(super) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        decompose(c, &mut |c| folded.push(lower(c)));
    }
    folded
}

/// A name with every letter decomposed into its base and marks.
pub(super) fn decomposed(name: &str) -> String {
    let mut decomposed = String::with_capacity(name.len());
    for c in name.chars() {
        decompose(c, &mut |c| decomposed.push(c));
    }
    decomposed
}

fn decompose(c: char, emit: &mut dyn FnMut(char)) {
    match c {
        '\0'..'\u{c0}' => emit(c),
        '가'..='힣' => korean(c, emit),
        _ => match letter_and_mark(c) {
            Some((letter, mark)) => {
                decompose(letter, emit);
                emit(mark);
            }
            None => emit(c),
        },
    }
}

fn letter_and_mark(c: char) -> Option<(char, char)> {
    for (mark, pairs) in COMPOSED {
        let mut pairs = pairs.chars();
        while let (Some(letter), Some(composed)) = (pairs.next(), pairs.next()) {
            if composed == c {
                return Some((letter, mark.chars().next()?));
            }
        }
    }
    None
}

/// The arithmetic decomposition of Hangul syllables: the Unicode Standard, section 3.12.
fn korean(c: char, emit: &mut dyn FnMut(char)) {
    let syllable = u32::from(c) - 0xac00;
    let letters = [
        0x1100 + syllable / 588,
        0x1161 + syllable % 588 / 28,
        0x11a7 + syllable % 28,
    ];
    for letter in letters.into_iter().filter(|letter| *letter != 0x11a7) {
        emit(char::from_u32(letter).unwrap_or(c));
    }
}

/// The lower-case letter. Only base letters get here: composed ones are decomposed first.
fn lower(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'Đ' | 'Ħ' | 'Ĳ' | 'Ŀ' | 'Ł' | 'Ŋ' | 'Œ' | 'Ŧ' => 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    /// The scripts that the tables claim to cover.
    fn covered() -> impl Iterator<Item = char> {
        let blocks = [
            '\0'..='\u{17f}',
            '\u{388}'..='\u{3ce}',
            '\u{400}'..='\u{45f}',
            '\u{531}'..='\u{556}',
            '\u{1ea0}'..='\u{1ef9}',
            '\u{3040}'..='\u{30ff}',
            '가'..='힣',
        ];
        blocks.into_iter().flatten()
    }

    #[test]
    fn letters_are_taken_apart_as_unicode_does() {
        for c in covered() {
            let expected: String = [c].into_iter().nfd().collect();
            assert_eq!(
                decomposed(&c.to_string()),
                expected,
                "{c} {:x}",
                u32::from(c)
            );
        }
        for (mark, pairs) in COMPOSED {
            let letters: Vec<char> = pairs.chars().collect();
            for pair in letters.chunks(2) {
                let apart = format!("{}{mark}", pair[0]);
                assert_eq!(apart.nfc().collect::<String>(), pair[1].to_string());
            }
        }
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for c in covered() {
            // Turkish İ has no single lower-case letter, and Greek has two lower-case sigmas.
            if matches!(c, 'İ') {
                continue;
            }
            let expected: String = c.to_lowercase().nfd().collect();
            assert_eq!(folded(&c.to_string()), expected, "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn other_scripts_are_left_as_they_are() {
        for name in ["売上", "ผลรวม", "الإجمالي", "🦀", "\u{130}d"] {
            let kept = folded(name);
            assert!(kept == name || name.starts_with('\u{130}'), "{name}");
        }
    }
}
