//! The wire contract of the vendor's Create Datamart call: its objects, their fields, what each field holds and when it
//! must be there. The one place with wire names.
//!
//! Source: the vendor's page "Create Datamart" and the bodies that the vendor's own client sends. Two names are our
//! best reading of that page, because no source shows them: `indexPattern` and `isAggregate`. That is why a key which
//! is not in here is a warning and travels in the request unchanged.

/// The most fields an object has.
pub(crate) const MAX_FIELDS: usize = 8;

/// How many objects the contract has.
pub(crate) const OBJECTS: usize = 5;

/// One kind of object.
#[derive(Debug)]
pub(crate) struct Object {
    /// Its number, below [`OBJECTS`].
    pub number: usize,
    /// What messages call it.
    pub title: &'static str,
    /// Its fields in the contract's order, which is the order of the request.
    pub fields: &'static [Field],
    /// The fields that are always required, a bit for each by its number.
    pub required: u8,
    /// On what the fields depend that are required at times; they all depend on the same.
    pub condition: Option<Condition>,
}

/// One field.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key on the wire.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// When it must be there.
    pub presence: Presence,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FieldKind {
    /// Any text.
    Text,
    /// A text that must match something by name, so that spaces around it are a likely slip.
    Name,
    /// `true` or `false`.
    Flag,
    /// One of these texts, to the letter.
    Choice(&'static [&'static str]),
    /// One object.
    Nested(&'static Object),
    /// A list of objects.
    List(&'static Object),
    /// A list of objects with at least one item.
    FilledList(&'static Object),
}

/// When a field must be there. Blank and null count as absent, because that is how forms say "not filled in".
#[derive(Debug, Clone, Copy)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// When another field of the same object has a certain value.
    RequiredWhen(Condition),
    /// Never.
    Optional,
    /// Never; and null has a meaning of its own, so the request keeps it.
    Nullable,
}

/// A value of another field of the same object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition {
    /// The flag at this number is true.
    IsTrue(usize),
    /// The text at this number is this one.
    Is(usize, &'static str),
}

const fn required(fields: &[Field]) -> u8 {
    let mut required = 0;
    let mut rest = fields;
    let mut bit = 1;
    while let [field, tail @ ..] = rest {
        if matches!(field.presence, Presence::Required) {
            required |= bit;
        }
        rest = tail;
        bit <<= 1;
    }
    required
}

const fn condition(fields: &[Field]) -> Option<Condition> {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if let Presence::RequiredWhen(condition) = field.presence {
            return Some(condition);
        }
        rest = tail;
    }
    None
}

macro_rules! objects {
    ($($(#[$doc:meta])* $module:ident($number:literal, $title:literal) {
        $($field:ident = $name:literal, $kind:expr, $presence:expr;)+
    })+) => {
        $($(#[$doc])*
        pub(crate) mod $module {
            #[allow(clippy::wildcard_imports, clippy::allow_attributes, unused_imports, reason = "not every object uses every kind")]
            use super::{*, Condition::*, FieldKind::*, Presence::*};

            objects!(@numbers 0, $($field $name)+);

            const FIELDS: &[Field] =
                &[$(Field { name: $name, kind: $kind, presence: $presence },)+];

            /// The object.
            pub(crate) static OBJECT: Object = Object {
                number: $number,
                title: $title,
                fields: FIELDS,
                required: required(FIELDS),
                condition: condition(FIELDS),
            };
        })+
    };
    (@numbers $number:expr, $field:ident $name:literal $($rest:tt)*) => {
        #[doc = concat!("The number of `", $name, "` among the fields.")]
        #[allow(dead_code, clippy::allow_attributes, reason = "no rule asks for it yet")]
        pub(crate) const $field: usize = $number;
        objects!(@numbers $number + 1, $($rest)*);
    };
    (@numbers $number:expr,) => {};
}

objects! {
    /// The body of the request.
    datamart(0, "a datamart") {
        NAME = "name", Name, Required;
        DATASOURCE_NAME = "datasourceName", Name, Required;
        TABLE_LIST = "tableList", FilledList(&table::OBJECT), Required;
        TENANCY_SETTINGS = "tenancySettings", Nested(&tenancy::OBJECT), Optional;
        RELATIONSHIPS = "relationships", List(&relationship::OBJECT), Optional;
    }
    /// An item of `tableList`.
    table(1, "a table") {
        NAME = "name", Name, Required;
        // Required on some datasources, which only an option can tell: see rules::table.
        SCHEMA_NAME = "schemaName", Name, Optional;
        CLIENT_COLUMN = "clientColumn", Name, Optional;
        IS_HIDE = "isHide", Flag, Optional;
        LABEL = "label", Text, Optional;
        INDEX_PATTERN = "indexPattern", Name, Optional;
        COLUMNS = "columns", FilledList(&column::OBJECT), Required;
    }
    /// An item of `columns`.
    column(2, "a column") {
        NAME = "name", Name, Required;
        ALIAS = "alias", Text, Optional;
        LABEL = "label", Text, Optional;
        IS_HIDE = "isHide", Flag, Optional;
        IS_CUSTOM_COLUMN = "isCustomColumn", Flag, Optional;
        SQL = "sql", Text, RequiredWhen(IsTrue(IS_CUSTOM_COLUMN));
        IS_AGGREGATE = "isAggregate", Flag, Optional;
        IS_APPLY_TIMEZONE = "isApplyTimezone", Flag, Optional;
    }
    /// `tenancySettings`.
    tenancy(3, "the tenancy settings") {
        TENANCY_LEVEL = "tenancyLevel", Choice(&[LEVEL_TABLE, "DATABASE", LEVEL_MULTI_DATABASE]), Required;
        CLIENT_COLUMN_TYPE = "clientColumnType", Choice(&["NUMBER", "STRING"]), RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        PRIMARY_DATABASE = "primaryDatabase", Name, Nullable;
        SCHEMA_NAME = "schemaName", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        TABLE_NAME = "tableName", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        TABLE_CLIENT_NAME_COLUMN = "tableClientNameColumn", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        TABLE_PRIMARY_KEY_COLUMN = "tablePrimaryKeyColumn", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
    }
    /// An item of `relationships`.
    relationship(4, "a relationship") {
        PARENT_TABLE_NAME = "parentTableName", Name, Required;
        PARENT_COLUMN_NAME = "parentColumnName", Name, Required;
        CHILD_TABLE_NAME = "childTableName", Name, Required;
        CHILD_COLUMN_NAME = "childColumnName", Name, Required;
        RELATIONSHIP_NAME = "relationshipName", Text, Required;
        CARDINALITY = "cardinality", Choice(&["ManyToMany", "ManyToOne", "OneToMany", "OneToOne"]), Nullable;
        JOIN = "join", Choice(&["INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"]), Nullable;
    }
}

/// The tenancy level at which a column of each table tells the tenants apart.
pub(crate) const LEVEL_TABLE: &str = "TABLE";

/// The tenancy level that spans several databases.
pub(crate) const LEVEL_MULTI_DATABASE: &str = "MULTI_DATABASE";

impl Object {
    /// The number of the field with this key.
    #[must_use]
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == key)
    }

    /// [`Object::title`] without its article.
    pub(crate) fn noun(&self) -> &'static str {
        self.title
            .split_once(' ')
            .map_or(self.title, |(_, noun)| noun)
    }

    /// The key of the field with this number.
    #[must_use]
    pub(crate) fn key(&self, field: usize) -> &'static str {
        self.fields.get(field).map_or("", |field| field.name)
    }
}

impl Condition {
    /// The number of the field on which it depends.
    #[must_use]
    pub(crate) const fn field(self) -> usize {
        match self {
            Condition::IsTrue(field) | Condition::Is(field, _) => field,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_fit_the_tables_made_for_them() {
        let all = [
            &datamart::OBJECT,
            &table::OBJECT,
            &column::OBJECT,
            &tenancy::OBJECT,
            &relationship::OBJECT,
        ];
        assert_eq!(all.len(), OBJECTS);
        for (number, object) in all.iter().enumerate() {
            assert_eq!(object.number, number, "{}", object.title);
            assert!(object.fields.len() <= MAX_FIELDS, "{}", object.title);
            for field in object.fields {
                if let Presence::RequiredWhen(condition) = field.presence {
                    assert_eq!(Some(condition), object.condition, "{}", field.name);
                }
            }
        }
    }
}
