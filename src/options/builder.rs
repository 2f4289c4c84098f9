//! Options built in Rust, checked as strictly as those that are read from JSON.

use std::num::NonZeroUsize;

use super::{Datasource, DatasourceType, Operation, Options, OptionsError, lists, messages, read};
use crate::catalog::Catalog;
use crate::document::{PositionEncoding, read_json};
use crate::issue::{Code, Setting};

/// Builds [`Options`]. The first invalid option makes [`build`](Self::build) fail.
///
/// ```
/// use datamart_validator::{Code, Options, Setting};
///
/// let catalog = r#"{ "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }] }"#;
/// let options = Options::builder()
///     .catalog_json(catalog)
///     .rule(Code::TableNotIsolated, Setting::Off)
///     .build()?;
/// # let _ = options;
///
/// let error = Options::builder().catalog_json(r#"{ "tables": {} }"#).build().unwrap_err();
/// assert!(error.to_string().starts_with("option `catalog`: `tables`: expected a list"));
/// # Ok::<(), datamart_validator::OptionsError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct OptionsBuilder(Result<Options, OptionsError>);

impl From<Options> for OptionsBuilder {
    fn from(options: Options) -> Self {
        Self(Ok(options))
    }
}

impl Default for OptionsBuilder {
    fn default() -> Self {
        Options::default().into()
    }
}

impl OptionsBuilder {
    /// Sets the severity of a rule, or turns it off. Rules for input that is not JSON
    /// ([`is_fixed`](Code::is_fixed)) are always errors.
    pub fn rule(self, code: Code, setting: impl Into<Setting>) -> Self {
        self.set(|options| read::set_rule(&mut options.severities, code, setting.into()))
    }

    /// Replaces the message template with this key; [`messages`](crate::rules::messages) lists them.
    /// In the new one, `{name}` is a parameter of the replaced one, and `{{` and `}}` are braces.
    pub fn message(self, key: &str, template: &str) -> Self {
        self.set(|options| {
            let replaced = messages::replace(&mut options.messages, key, template);
            replaced.map_err(|problem| OptionsError::InvalidValue {
                option: "messages",
                problem,
            })
        })
    }

    /// Reports every warning as an error.
    pub fn strict(self, is_strict: bool) -> Self {
        self.assign(|options| options.severities.strict = is_strict)
    }

    /// Sets the purpose of the datamart.
    pub fn operation(self, operation: Operation) -> Self {
        self.assign(|options| options.operation = operation)
    }

    /// Sets the type of the datasource.
    pub fn datasource_type(self, datasource_type: DatasourceType) -> Self {
        self.assign(|options| options.datasource_type = Some(datasource_type))
    }

    /// Sets the tables of the datasource.
    pub fn catalog(self, catalog: Catalog) -> Self {
        self.assign(|options| options.catalog = Some(catalog))
    }

    /// Reads the tables of the datasource from the API's schema reply, as [`Catalog::from_json`] does.
    pub fn catalog_json(self, reply: &str) -> Self {
        self.set(|options| {
            options.catalog = Some(Catalog::from_json(reply).map_err(OptionsError::Catalog)?);
            Ok(())
        })
    }

    /// Sets the names of the existing datamarts.
    pub fn existing_datamarts(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let names = names.into_iter().map(Into::into).collect();
        self.assign(|options| options.existing_datamarts = Some(names))
    }

    /// Reads the existing datamarts from the API's list reply, or from a list of names.
    pub fn existing_datamarts_json(self, reply: &str) -> Self {
        self.set(|options| {
            let list = read_list("existingDatamarts", reply)?.into_iter();
            options.existing_datamarts = Some(list.map(|item| item.name).collect());
            Ok(())
        })
    }

    /// Sets the existing datasources.
    pub fn datasources(self, datasources: impl IntoIterator<Item = Datasource>) -> Self {
        let datasources = datasources.into_iter().collect();
        self.assign(|options| options.datasources = Some(datasources))
    }

    /// Reads the existing datasources from the API's list reply, or from a list of names.
    pub fn datasources_json(self, reply: &str) -> Self {
        self.set(|options| {
            options.datasources = Some(read_list("datasources", reply)?);
            Ok(())
        })
    }

    /// Sets whether the guest tokens of the embedded dashboards set `params.timezone`.
    pub fn guest_token_timezone(self, is_set: bool) -> Self {
        self.assign(|options| options.guest_token_timezone = Some(is_set))
    }

    /// Sets the unit of ranges in results; the default is bytes.
    pub fn position_encoding(self, encoding: PositionEncoding) -> Self {
        self.assign(|options| options.position_encoding = encoding)
    }

    /// Sets how many issues a report lists at most, instead of [`MAX_ISSUES`](crate::issue::MAX_ISSUES). Errors
    /// are kept first, and `too-many-issues` counts the others.
    pub fn max_issues(self, number: NonZeroUsize) -> Self {
        self.assign(|options| options.limits.issues = number.get())
    }

    /// Sets how many bytes a result takes at most as JSON: at least 1 KB for the verdict, and never
    /// more than 16 times the input and 1 MB. Errors are kept first, and `too-many-issues` counts
    /// what was left out.
    pub fn max_output_bytes(self, number: NonZeroUsize) -> Self {
        self.assign(|options| options.limits.output_bytes = number.get())
    }

    /// The options.
    ///
    /// # Errors
    ///
    /// For the first option that is invalid.
    pub fn build(self) -> Result<Options, OptionsError> {
        self.0
    }

    fn assign(self, assign: impl FnOnce(&mut Options)) -> Self {
        self.set(|options| {
            assign(options);
            Ok(())
        })
    }

    fn set(self, set: impl FnOnce(&mut Options) -> Result<(), OptionsError>) -> Self {
        Self(
            self.0
                .and_then(|mut options| set(&mut options).map(|()| options)),
        )
    }
}

fn read_list(option: &'static str, reply: &str) -> Result<Vec<Datasource>, OptionsError> {
    let document = read_json(reply, &[]);
    let invalid = |problem| OptionsError::InvalidValue { option, problem };
    document
        .require_json()
        .map_err(|error| invalid(error.to_string()))?;
    lists::read(document.root()).map_err(invalid)
}
