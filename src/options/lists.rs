//! Replies of the vendor's list calls as options: as the API returns them, wrapped in `data` or not, or bare names.

use crate::document::{Kind, Value};

/// One item of the datasources reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datasource {
    /// Its name, case-sensitive.
    pub name: String,
    /// Whether it is disabled.
    pub is_disabled: bool,
    /// False if its credentials were refused. True if the list does not say.
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

    /// Whether a datamart can use it.
    pub(crate) fn is_usable(&self) -> bool {
        !self.is_disabled && self.is_authenticated
    }
}

/// Reads a reply. Datamarts are read as datasources too: only their names are needed.
pub(super) fn read(reply: Value<'_>) -> Result<Vec<Datasource>, String> {
    let list = reply.member("data").unwrap_or(reply);
    let Kind::Array(items) = list.kind() else {
        return Err("expected the API's list reply or a list of names".to_owned());
    };
    let read = |(number, item)| read_item(item).ok_or_else(|| unreadable(number));
    items.enumerate().map(read).collect()
}

fn unreadable(number: usize) -> String {
    format!(
        "item {number}: expected a name, or an object with a `name` and flags that are true or false"
    )
}

fn read_item(item: Value<'_>) -> Option<Datasource> {
    if let Kind::Text(name) = item.kind() {
        return Some(Datasource::named(name));
    }
    let Kind::Text(name) = item.member("name")?.kind() else {
        return None;
    };
    // Some replies omit the two flags, or set them to null.
    let flag = |key, usual| match item.member(key).map(Value::kind) {
        Some(Kind::Bool(flag)) => Some(flag),
        None | Some(Kind::Null) => Some(usual),
        Some(_) => None,
    };
    Some(Datasource {
        name: name.to_owned(),
        is_disabled: flag("isDisabled", false)?,
        is_authenticated: flag("isAuthenticated", true)?,
    })
}
