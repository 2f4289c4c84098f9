//! Replies of the vendor's list calls as options: as the API returns them, wrapped in `data` or not, or bare names.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// One item of the datasources reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datasource {
    /// Its name, case-sensitive.
    pub name: String,
    /// Switched off.
    pub is_disabled: bool,
    /// False when its credentials were refused. True when the list does not say.
    pub is_authenticated: bool,
}

impl Datasource {
    /// A datasource of which only the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            is_disabled: false,
            is_authenticated: true,
        }
    }
}

pub(super) struct Names(pub(super) Vec<String>);

pub(super) struct Datasources(pub(super) Vec<Datasource>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = deserializer.deserialize_any(Reply)?;
        Ok(Names(items.into_iter().map(|item| item.name).collect()))
    }
}

impl<'de> Deserialize<'de> for Datasources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reply).map(Datasources)
    }
}

/// The whole reply.
struct Reply;

impl<'de> Visitor<'de> for Reply {
    type Value = Vec<Datasource>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the API's list reply or a list of names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::with_capacity(seq.size_hint().unwrap_or_default().min(1024));
        loop {
            let number = items.len();
            let item = seq
                .next_element()
                .map_err(|error| Error::custom(format!("item {number}: {error}")))?;
            match item {
                Some(Item(item)) => items.push(item),
                None => return Ok(items),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut items = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "data" {
                let List(list) = map.next_value()?;
                items = Some(list);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        items.ok_or_else(|| Error::custom("the reply has no `data`"))
    }
}

struct List(Vec<Datasource>);

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Reply).map(List)
    }
}

/// One item: a name, or an object with one.
struct Item(Datasource);

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor).map(Item)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = Datasource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name or an object with a `name`")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Datasource, E> {
        Ok(Datasource::named(name))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Datasource, A::Error> {
        let mut name = None;
        let mut is_disabled = false;
        let mut is_authenticated = true;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "name" => name = Some(map.next_value::<String>()?),
                // The two flags are left out or null in some replies.
                "isDisabled" => is_disabled = map.next_value::<Option<bool>>()?.unwrap_or(false),
                "isAuthenticated" => {
                    is_authenticated = map.next_value::<Option<bool>>()?.unwrap_or(true)
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let name = name.ok_or_else(|| Error::custom("it has no `name`"))?;
        Ok(Datasource {
            name,
            is_disabled,
            is_authenticated,
        })
    }
}
