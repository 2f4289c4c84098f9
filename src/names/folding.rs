//! Case and composition folding: upper and lower case, and accented letters as one character or
//! two.
//!
//! The standard library's tables cover every script and would cost the module more than all rules
//! about names. These tables cover the scripts that people use in column names. Names in other
//! scripts are compared as they are, which claims nothing.

use std::str::Chars;

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

/// How many composed letters [`COMPOSED`] has.
const COUNT: usize = 369;

/// [`COMPOSED`] by composed letter. Each letter takes a binary search, not a pass over the table.
static SORTED: Sorted = Sorted::new();

struct Sorted {
    composed: [u16; COUNT],
    letters: [u16; COUNT],
    /// Which of `signs` each letter has.
    marks: [u8; COUNT],
    signs: [u16; COMPOSED.len()],
}

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "runs when the crate is compiled, and then stops the compiler"
)]
impl Sorted {
    const fn new() -> Self {
        let mut sorted = Self {
            composed: [0; COUNT],
            letters: [0; COUNT],
            marks: [0; COUNT],
            signs: [0; COMPOSED.len()],
        };
        let mut count = 0;
        let mut mark = 0;
        while mark < COMPOSED.len() {
            let (sign, pairs) = COMPOSED[mark];
            sorted.signs[mark] = letter_at(sign.as_bytes(), 0).0;
            let pairs = pairs.as_bytes();
            let mut at = 0;
            while at < pairs.len() {
                let (letter, next) = letter_at(pairs, at);
                let (composed, next) = letter_at(pairs, next);
                sorted.insert(count, composed, letter, mark as u8);
                count += 1;
                at = next;
            }
            mark += 1;
        }
        assert!(count == COUNT, "the number of composed letters has changed");
        sorted
    }

    const fn insert(&mut self, count: usize, composed: u16, letter: u16, mark: u8) {
        let mut at = count;
        while at > 0 && self.composed[at - 1] > composed {
            self.composed[at] = self.composed[at - 1];
            self.letters[at] = self.letters[at - 1];
            self.marks[at] = self.marks[at - 1];
            at -= 1;
        }
        self.composed[at] = composed;
        self.letters[at] = letter;
        self.marks[at] = mark;
    }
}

/// The letter at a position of UTF-8, and the next position. No letter needs four bytes.
#[expect(
    clippy::indexing_slicing,
    reason = "runs when the crate is compiled, and then stops the compiler"
)]
const fn letter_at(bytes: &[u8], at: usize) -> (u16, usize) {
    let first = bytes[at] as u16;
    if first < 0x80 {
        return (first, at + 1);
    }
    let second = bytes[at + 1] as u16 & 0x3f;
    if first < 0xe0 {
        return ((first & 0x1f) << 6 | second, at + 2);
    }
    let third = bytes[at + 2] as u16 & 0x3f;
    ((first & 0xf) << 12 | second << 6 | third, at + 3)
}

impl Sorted {
    #[inline(never)]
    fn find(&self, c: char) -> Option<(char, char)> {
        let c = u16::try_from(u32::from(c)).ok()?;
        let at = self.composed.binary_search(&c).ok()?;
        let sign = self.signs.get(usize::from(*self.marks.get(at)?))?;
        let letter = self.letters.get(at)?;
        Some((
            char::from_u32(u32::from(*letter))?,
            char::from_u32(u32::from(*sign))?,
        ))
    }
}

/// A name, decomposed and in lower case.
pub(super) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in Letters::folded(name) {
        folded.push(letter);
    }
    folded
}

/// The letters of a name, each decomposed into its base and marks. Reads no more of the name than
/// it is asked for, so names are compared up to their first difference.
pub(super) struct Letters<'n> {
    rest: Chars<'n>,
    /// The marks of the last letter.
    marks: [char; 2],
    is_folded: bool,
}

/// Stands for the absence of a mark.
const NONE: char = '\0';

impl<'n> Letters<'n> {
    /// Decomposed, and in their own case.
    pub(super) fn decomposed(name: &'n str) -> Self {
        Self {
            rest: name.chars(),
            marks: [NONE; 2],
            is_folded: false,
        }
    }

    /// Decomposed, and in lower case.
    pub(super) fn folded(name: &'n str) -> Self {
        Self {
            is_folded: true,
            ..Self::decomposed(name)
        }
    }

    /// Whether the letters are the same as others.
    #[inline(never)]
    pub(super) fn are(mut self, mut others: Self) -> bool {
        loop {
            match (self.next(), others.next()) {
                (None, None) => return true,
                (one, other) if one != other => return false,
                _ => {}
            }
        }
    }
}

impl Iterator for Letters<'_> {
    type Item = char;

    #[inline(never)]
    fn next(&mut self) -> Option<char> {
        let [mark, other] = self.marks;
        if mark != NONE {
            self.marks = [other, NONE];
            return Some(mark);
        }
        #[cfg(test)]
        tests::READ.set(tests::READ.get() + 1);
        let (base, marks) = decompose(self.rest.next()?);
        self.marks = marks;
        Some(if self.is_folded { lower(base) } else { base })
    }
}

/// The base of a letter, and its marks.
fn decompose(c: char) -> (char, [char; 2]) {
    match c {
        '\0'..'\u{c0}' => (c, [NONE; 2]),
        '가'..='힣' => korean(c),
        _ => match SORTED.find(c) {
            None => (c, [NONE; 2]),
            Some((letter, mark)) => match SORTED.find(letter) {
                None => (letter, [mark, NONE]),
                Some((base, inner)) => (base, [inner, mark]),
            },
        },
    }
}

/// The arithmetic decomposition of Hangul syllables: the Unicode Standard, section 3.12.
fn korean(c: char) -> (char, [char; 2]) {
    let syllable = u32::from(c) - 0xac00;
    let letter = |code: u32| char::from_u32(code).unwrap_or(c);
    let last = match syllable % 28 {
        0 => NONE,
        last => letter(0x11a7 + last),
    };
    let first = letter(0x1100 + syllable / 588);
    (first, [letter(0x1161 + syllable % 588 / 28), last])
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
pub(super) mod tests {
    use super::*;
    use std::cell::Cell;
    use unicode_normalization::UnicodeNormalization;

    thread_local! {
        /// How many letters of names were read.
        pub(in crate::names) static READ: Cell<usize> = const { Cell::new(0) };
    }

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
    fn letters_are_decomposed_as_in_unicode() {
        for c in covered() {
            let expected: String = [c].into_iter().nfd().collect();
            assert_eq!(
                Letters::decomposed(&c.to_string()).collect::<String>(),
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
    fn lower_case_follows_unicode() {
        for c in covered() {
            // Turkish İ has no single lower-case letter, and Greek has two lower-case sigmas.
            if matches!(c, 'İ') {
                continue;
            }
            let expected: String = c.to_lowercase().nfd().collect();
            assert_eq!(folded(&c.to_string()), expected, "{c} {:x}", u32::from(c));
        }
    }

    /// So a name longer than another one, both folded or not, is a different name.
    #[test]
    fn folding_shortens_no_name() {
        for c in '\0'..=char::MAX {
            assert!(folded(&c.to_string()).len() >= c.len_utf8(), "{c}");
        }
    }

    #[test]
    fn other_scripts_are_unchanged() {
        for name in ["売上", "ผลรวม", "الإجمالي", "🦀", "\u{130}d"] {
            let kept = folded(name);
            assert!(kept == name || name.starts_with('\u{130}'), "{name}");
        }
    }
}
