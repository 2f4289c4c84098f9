use super::super::{Kind, NodeId, Segment};
use super::*;

#[test]
fn reads_values_keys_and_texts_beyond_ascii() {
    // {"k": ["é😀", {"k": 1.5}]}
    let tape = [
        6 | 1 << 4,
        0,
        1,
        5 | 2 << 4,
        4 | 3 << 4,
        6 | 1 << 4,
        8 | 3 | 3 << 11,
    ];
    let document = read_tape(&tape, "ké😀1.5", &[]).unwrap();
    let Kind::Object(mut members) = document.root().kind() else {
        panic!()
    };
    let (key, list) = members.next().unwrap();
    assert_eq!(document.key(key), "k");
    let Kind::Array(mut items) = list.kind() else {
        panic!()
    };
    assert!(matches!(items.next().unwrap().kind(), Kind::Text("é😀")));
    let Kind::Object(mut members) = items.next().unwrap().kind() else {
        panic!()
    };
    let (_, number) = members.next().unwrap();
    assert!(matches!(number.kind(), Kind::Number("1.5")));
    let key = || Segment::Key("k".to_owned());
    assert_eq!(
        *document.path(number.id()),
        [key(), Segment::Index(1), key()]
    );
}

#[test]
fn refuses_what_does_not_fit() {
    for (tape, text) in [
        (&[][..], "abc"),
        (&[4 | 5 << 4], "abc"),
        (&[4 | 4 << 4], "é😀"),
        (&[4 | 3 << 4], "😀"),
        (&[4 | u32::MAX << 4], "é"),
        (&[3 | 1 << 4], "😀"),
        (&[7, 1], "😀"),
        (&[9], "abc"),
        (&[5 | 1 << 4], "abc"),
        (&[6 | 1 << 4, 8], "abc"),
        (&[6 | 1 << 4, 15, 0], "abc"),
        (&[6 | 1 << 4, 0, 1, 8], "abc"),
        (&[6 | 2 << 4, 0, 1, 0, 8 | 1 << 4], "abc"),
        (&[6 | 2 << 4, 0, 1, 0, 8 | 4 | 3 << 11], "abc"),
        (&[6 | 2 << 4, 0, 1, 0, 1], "abc"),
        (&[0, 0], "abc"),
    ] {
        assert_eq!(
            read_tape(tape, text, &[]).err(),
            Some(TapeError),
            "{tape:?} {text}"
        );
    }
}

#[test]
fn reads_each_number_as_the_encoder_means_it() {
    let meanings = [
        Unusable::Function,
        Unusable::Symbol,
        Unusable::BigInt,
        Unusable::NotFinite,
        Unusable::Undefined,
        Unusable::Cycle,
        Unusable::Instance,
        Unusable::TooDeep,
        Unusable::TooLarge,
    ];
    for (number, meaning) in (0..).zip(meanings) {
        let document = read_tape(&[7 | number << 4, 3], "abc", &[]).unwrap();
        let Kind::Unusable(found, name) = document.root().kind() else {
            panic!("{number}")
        };
        assert_eq!((found, name), (meaning, "abc"));
    }
    assert!(read_tape(&[7 | 9 << 4, 3], "abc", &[]).is_err());
}

#[test]
fn reads_exactly_one_level_beyond_the_limit() {
    let nested = |levels: usize| {
        let mut tape = vec![5 | 1 << 4; levels];
        tape.push(0);
        read_tape(&tape, "", &[])
    };
    assert!(nested(MAX_DEPTH + 1).is_ok());
    assert!(nested(MAX_DEPTH + 2).is_err());
}

/// The items of an array of texts.
fn texts(document: &Document<'_>) -> Vec<String> {
    document
        .root()
        .items()
        .map(|item| match item.kind() {
            Kind::Text(text) => text.to_owned(),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn flaw(node: u32, start: u32) -> Flaw {
    Flaw {
        kind: FlawKind::LoneSurrogate(SurrogatePlace::Value),
        node: NodeId(node),
        span: Span::new(start, start + 3),
    }
}

#[test]
fn places_lone_surrogates() {
    // ["a", "é\u{d83d}"]; the encoder's text contains U+FFFD for the surrogate, at byte 3.
    let tape = [5 | 2 << 4, 4 | 1 << 4, 4 | 2 << 4];
    let document = read_tape(&tape, "aé\u{fffd}", &[3]).unwrap();
    assert_eq!(document.flaws(), [flaw(2, 2)]);
}

/// What the encoder would write for an array of texts in UTF-16.
fn encoded(items: &[Vec<u16>]) -> (Vec<u32>, String, Vec<u32>) {
    let count = |count: usize, tag| u32::try_from(count).unwrap() << 4 | tag;
    let mut tape = vec![count(items.len(), 5)];
    tape.extend(items.iter().map(|item| count(item.len(), 4)));
    let (mut text, mut lone) = (String::new(), Vec::new());
    for unit in char::decode_utf16(items.concat()) {
        if unit.is_err() {
            lone.push(u32::try_from(text.len()).unwrap());
        }
        text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (tape, text, lone)
}

/// Texts of up to three units each, whose halves of pairs meet across empty texts too.
#[test]
fn texts_are_what_javascript_had_wherever_halves_of_pairs_are() {
    let units = [0x61, 0xe9, 0xd83d, 0xde00, 0xfffd];
    let mut words = vec![vec![]];
    for len in 0..3 {
        let longest: Vec<_> = words
            .iter()
            .filter(|word| word.len() == len)
            .cloned()
            .collect();
        for (word, unit) in longest
            .iter()
            .flat_map(|word| units.map(|unit| (word, unit)))
        {
            words.push([&word[..], &[unit]].concat());
        }
    }
    let mut pairs = 0;
    for (one, other) in words
        .iter()
        .flat_map(|one| words.iter().map(move |it| (one, it)))
    {
        for items in [
            vec![one.clone(), other.clone()],
            vec![one.clone(), vec![], other.clone()],
        ] {
            let (tape, text, lone) = encoded(&items);
            let document = read_tape(&tape, &text, &lone).unwrap();
            let expected: Vec<_> = items
                .iter()
                .map(|it| String::from_utf16_lossy(it))
                .collect();
            assert_eq!(texts(&document), expected, "{items:x?}");
            let mut flaws = Vec::new();
            for (node, item) in (1..).zip(&items) {
                let mut at = 0;
                for unit in char::decode_utf16(item.iter().copied()) {
                    if unit.is_err() {
                        flaws.push(flaw(node, at));
                    }
                    let c = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
                    at += u32::try_from(c.len_utf8()).unwrap();
                }
            }
            assert_eq!(document.flaws(), flaws, "{items:x?}");
            pairs += 1;
        }
    }
    assert_eq!(pairs, 2 * 156 * 156);
}

/// Beyond a block of ASCII, and after it again.
#[test]
fn long_texts_are_read_from_any_position() {
    let ascii: Vec<u16> = "x".repeat(300).encode_utf16().collect();
    let wide: Vec<u16> = "ä😀".encode_utf16().collect();
    for lens in [[0, 1, 2], [255, 256, 257], [300, 0, 300]] {
        let items: Vec<Vec<u16>> = lens
            .iter()
            .flat_map(|len| [ascii[..*len].to_vec(), wide.clone(), vec![]])
            .collect();
        let (tape, text, lone) = encoded(&items);
        let document = read_tape(&tape, &text, &lone).unwrap();
        let expected: Vec<_> = items
            .iter()
            .map(|it| String::from_utf16_lossy(it))
            .collect();
        assert_eq!(texts(&document), expected);
    }
}
