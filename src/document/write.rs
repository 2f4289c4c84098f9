//! Writes values back as JSON text.

use super::{Kind, Value};

/// Appends the value as JSON without whitespace, keeping the order of members and the digits of
/// numbers.
///
/// What JSON cannot represent is written as `null`, as `JSON.stringify` does in arrays; no request
/// is built from such a document.
pub fn write_value(value: Value<'_>, out: &mut String) {
    match value.kind() {
        Kind::Null | Kind::Unusable(..) => out.push_str("null"),
        Kind::Bool(true) => out.push_str("true"),
        Kind::Bool(false) => out.push_str("false"),
        Kind::Number(digits) => out.push_str(digits),
        Kind::Text(text) => write_text(text, out),
        Kind::Array(items) => {
            out.push('[');
            for item in items {
                write_comma(out);
                write_value(item, out);
            }
            out.push(']');
        }
        Kind::Object(members) => {
            out.push('{');
            for (key, member) in members {
                write_key(value.document().key(key), out);
                write_value(member, out);
            }
            out.push('}');
        }
    }
}

/// Appends the key of the next member of an object, with its comma and its colon.
#[inline(never)]
pub(crate) fn write_key(key: &str, out: &mut String) {
    write_comma(out);
    write_text(key, out);
    out.push(':');
}

/// Appends the comma before a member or an item, unless it is the first. A value ends with neither
/// of these characters, because a text ends with a quote.
#[inline(never)]
pub(crate) fn write_comma(out: &mut String) {
    if !out.ends_with(['{', '[', ':']) && !out.is_empty() {
        out.push(',');
    }
}

/// Appends what is JSON already, in fewer bytes of the module than `push_str` takes.
#[inline(never)]
pub(crate) fn write_raw(json: &str, out: &mut String) {
    out.push_str(json);
}

/// Appends a number, without the standard library's formatting.
pub(crate) fn write_number(number: usize, out: &mut String) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    let digit = u8::try_from(number % 10).unwrap_or_default();
    out.push(char::from(b'0' + digit));
}

/// Appends the text as a JSON string, quoted and escaped as by `JSON.stringify`.
#[inline(never)]
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest
        .bytes()
        .position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))
    {
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push('\\');
        match rest.as_bytes().get(at).copied().unwrap_or_default() {
            b'\n' => out.push('n'),
            b'\r' => out.push('r'),
            b'\t' => out.push('t'),
            8 => out.push('b'),
            12 => out.push('f'),
            byte @ ..b' ' => {
                out.push_str(if byte < 16 { "u000" } else { "u001" });
                out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
            }
            byte => out.push(char::from(byte)),
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::super::read_json;
    use super::*;

    #[test]
    fn writing_preserves_what_was_read() {
        let text =
            r#"{"a":[1.50,-0,1e400,true,false,null,[],{}],"__proto__":"\"\\\n\r\t\b\f\u0001é😀"}"#;
        let document = read_json(text, &[]);
        let mut out = String::new();
        write_value(document.root(), &mut out);
        assert_eq!(out, text);
    }
}
