//! Writes values back as JSON text.

use super::{Kind, Path, Segment, Value};

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
            let mut separator = '[';
            for item in items {
                out.push(separator);
                separator = ',';
                write_value(item, out);
            }
            out.push_str(if separator == '[' { "[]" } else { "]" });
        }
        Kind::Object(members) => {
            let mut separator = '{';
            for (key, member) in members {
                out.push(separator);
                separator = ',';
                write_text(value.document().key(key), out);
                out.push(':');
                write_value(member, out);
            }
            out.push_str(if separator == '{' { "{}" } else { "}" });
        }
    }
}

/// Appends the key of the next member of an object, with its comma and its colon.
pub(crate) fn write_key(key: &str, is_first: &mut bool, out: &mut String) {
    if !std::mem::take(is_first) {
        out.push(',');
    }
    write_text(key, out);
    out.push(':');
}

/// Appends what is JSON already, in fewer bytes of the module than `push_str` takes.
#[inline(never)]
pub(crate) fn write_raw(json: &str, out: &mut String) {
    out.push_str(json);
}

/// Appends the steps of a path as a JSON array.
#[inline(never)]
pub(crate) fn write_path(path: &Path, out: &mut String) {
    let mut separator = "[";
    for step in path {
        write_raw(separator, out);
        separator = ",";
        match step {
            Segment::Key(key) => write_text(key, out),
            Segment::Index(index) => write_raw(&index.to_string(), out),
        }
    }
    write_raw(if separator == "[" { "[]" } else { "]" }, out);
}

/// Appends the text as a JSON string, quoted and escaped as by `JSON.stringify`.
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..' ' => {
                out.push_str("\\u00");
                for nibble in [c as u32 >> 4, c as u32 & 15] {
                    out.push(char::from_digit(nibble, 16).unwrap_or('0'));
                }
            }
            _ => out.push(c),
        }
    }
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
