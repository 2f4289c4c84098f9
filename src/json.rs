//! Writes results as JSON text, through their `Serialize`: they cross to JavaScript in this form.
//!
//! With `serde_json`, which does the same for any value, the module is 2 KB larger (brotli).

use std::fmt;

use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};

use crate::document::{write_comma, write_key, write_number, write_raw, write_text};

/// The value as JSON text.
#[cfg(test)]
pub(crate) fn to_json(value: &impl Serialize) -> String {
    let mut out = String::new();
    write_json(value, &mut out);
    out
}

/// Appends the value.
pub(crate) fn write_json(value: &impl Serialize, out: &mut String) {
    let written = value.serialize(Writer(out));
    debug_assert!(
        written.is_ok(),
        "a result has a value of a kind that none should have"
    );
}

struct Writer<'o>(&'o mut String);

/// A value of a kind that no result has.
#[derive(Debug)]
struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no result has such a value")
    }
}

impl std::error::Error for Unsupported {}

impl Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// An array or an object that is being written.
struct Container<'o> {
    out: &'o mut String,
    end: &'static str,
}

impl<'o> Writer<'o> {
    fn begin(self, start: &str, end: &'static str) -> Container<'o> {
        write_raw(start, self.0);
        Container { out: self.0, end }
    }
}

impl Container<'_> {
    fn finish(self) {
        write_raw(self.end, self.out);
    }
}

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Container<'o>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Container<'o>;
    type SerializeStruct = Container<'o>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Result<(), Unsupported> {
        write_raw(if value { "true" } else { "false" }, self.0);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unsupported> {
        self.serialize_u32(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unsupported> {
        self.serialize_u32(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unsupported> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unsupported> {
        let number = usize::try_from(value).map_err(|_| Unsupported)?;
        write_number(number, self.0);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsupported> {
        write_text(value, self.0);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsupported> {
        write_raw("null", self.0);
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsupported> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Container<'o>, Unsupported> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Container<'o>, Unsupported> {
        Ok(self.begin("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Container<'o>, Unsupported> {
        Ok(self.begin("{", "}"))
    }

    fn serialize_i8(self, _: i8) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_i16(self, _: i16) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_i32(self, _: i32) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_i64(self, _: i64) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_char(self, _: char) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported)
    }
}

impl SerializeSeq for Container<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unsupported> {
        write_comma(self.out);
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Unsupported> {
        self.finish();
        Ok(())
    }
}

impl SerializeMap for Container<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Unsupported> {
        write_comma(self.out);
        key.serialize(Writer(self.out))
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unsupported> {
        write_raw(":", self.out);
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Unsupported> {
        self.finish();
        Ok(())
    }
}

impl SerializeStruct for Container<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        write_key(key, self.out);
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Unsupported> {
        self.finish();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DatasourceType, validate_json};
    use crate::{Options, RequestOptions, analyze_sql, build_request_json, describe_joins_json};

    fn is_as_serde_json_writes_it(value: &impl Serialize) {
        assert_eq!(to_json(value), serde_json::to_string(value).unwrap());
    }

    #[test]
    fn results_are_written_as_serde_json_writes_them() {
        let options = Options::builder().datasource_type(DatasourceType::Postgres);
        let options = options.build().unwrap();
        for text in [
            "",
            "{}",
            "{ \"name\": 'a\u{1f}\u{7f}\u{2028}😀\\u0000', }",
            r#"{"name": " a\"\\b\n\u0007", "nme": {"\u0000": [null, true, 1.5]}, "tableList": [
                {"name": "t", "columns": [{"name": "id"}, {"name": "id"}, {"name": "c", "isCustomColumn": true, "sql": "SUM(idd"}]}
            ]}"#,
        ] {
            is_as_serde_json_writes_it(&validate_json(text, &options));
        }
        is_as_serde_json_writes_it(&analyze_sql(
            "SUM(o.\"tötal\") = NULL / (SELECT x)",
            &options,
        ));
        is_as_serde_json_writes_it(&describe_joins_json(
            r#"{"tableList": [{"name": "a", "columns": []}], "relationships": [{"parentTableName": "a", "childTableName": "a"}]}"#,
        ));
        let datamart = r#"{"name": "a", "datasourceName": "b", "tableList": [{"name": "t", "columns": [{"name": "c"}]}]}"#;
        let target = RequestOptions::builder().service_token("secret").build();
        let request = build_request_json(datamart, &Options::default(), &target.unwrap());
        is_as_serde_json_writes_it(&request.unwrap());
    }

    #[test]
    fn texts_and_numbers_are_written_as_serde_json_writes_them() {
        let every_character: String = (0..0x250).filter_map(char::from_u32).collect();
        is_as_serde_json_writes_it(&every_character);
        is_as_serde_json_writes_it(&vec!["", "\"", "\\", "a\n", "\u{1}é", "😀\u{b}"]);
        is_as_serde_json_writes_it(&vec![0_u32, 7, 10, 99, 100, 1_234_567_890, u32::MAX]);
        is_as_serde_json_writes_it(&vec![Some(1_u16), None]);
        is_as_serde_json_writes_it(&Vec::<bool>::new());
        is_as_serde_json_writes_it(&std::collections::BTreeMap::from([
            ("__proto__", true),
            ("", false),
        ]));
    }
}
