//! The target of a request, and its authentication.

mod base_url;
mod host;
mod token;

use std::fmt;

use super::{OptionsError, read};

/// The target of a request: by default the vendor's own host, without a token.
///
/// ```
/// use datamart_validator::{OptionsError, RequestOptions};
///
/// let options = RequestOptions::builder()
///     .base_url("https://databrain.example.com")
///     .service_token("0b9f6c1e-6f0a-4a53-8b52-3d4a9f0d2c11")
///     .build()?;
/// // The token never appears in debug output.
/// assert!(!format!("{options:?}").contains("0b9f6c1e"));
///
/// let error = RequestOptions::builder().service_token("$TOKEN").build().unwrap_err();
/// assert_eq!(error.to_string(), "option `serviceToken` is a placeholder; pass the token that it stands for");
/// # Ok::<(), OptionsError>(())
/// ```
#[derive(Debug, Clone)]
pub struct RequestOptions {
    /// The API's URL, without a trailing slash.
    pub(crate) base_url: String,
    /// `None` if a proxy adds the token.
    pub(crate) authorization: Option<Authorization>,
    /// Which of the two endpoints.
    pub(crate) endpoint: Endpoint,
}

impl Default for RequestOptions {
    fn default() -> Self {
        Self {
            base_url: base_url::DEFAULT.to_owned(),
            authorization: None,
            endpoint: Endpoint::default(),
        }
    }
}

impl RequestOptions {
    /// Starts with the defaults.
    pub fn builder() -> RequestOptionsBuilder {
        RequestOptionsBuilder::default()
    }

    /// Reads the options from a JSON object with the names that they have in JavaScript.
    ///
    /// # Errors
    ///
    /// If an option is unknown, invalid, or a validation option, and if the text is not JSON or repeats a key at any
    /// depth.
    pub fn from_json(text: &str) -> Result<Self, OptionsError> {
        let (_, options) = read::read_text(text, read::Purpose::Request)?;
        Ok(options)
    }

    pub(super) fn set_base_url(&mut self, url: &str) -> Result<(), OptionsError> {
        base_url::check(url)
            .map_err(OptionsError::BaseUrl)?
            .clone_into(&mut self.base_url);
        Ok(())
    }

    pub(super) fn set_service_token(&mut self, token: &str) -> Result<(), OptionsError> {
        let value = token::authorization(token).map_err(OptionsError::ServiceToken)?;
        self.authorization = Some(Authorization(value));
        Ok(())
    }
}

/// Builds [`RequestOptions`]. The first invalid option makes [`build`](Self::build) fail.
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct RequestOptionsBuilder(Result<RequestOptions, OptionsError>);

impl Default for RequestOptionsBuilder {
    fn default() -> Self {
        Self(Ok(RequestOptions::default()))
    }
}

impl RequestOptionsBuilder {
    /// Sets the API's URL, such as that of a proxy: an absolute URL or a path.
    pub fn base_url(self, url: impl AsRef<str>) -> Self {
        self.set(|options| options.set_base_url(url.as_ref()))
    }

    /// Sets the service token. Omit it if a proxy adds it.
    pub fn service_token(self, token: impl AsRef<str>) -> Self {
        self.set(|options| options.set_service_token(token.as_ref()))
    }

    /// Selects one of the vendor's two endpoints.
    pub fn endpoint(self, endpoint: Endpoint) -> Self {
        self.set(|options| {
            options.endpoint = endpoint;
            Ok(())
        })
    }

    /// The options.
    ///
    /// # Errors
    ///
    /// For the first option that is invalid.
    pub fn build(self) -> Result<RequestOptions, OptionsError> {
        self.0
    }

    fn set(self, set: impl FnOnce(&mut RequestOptions) -> Result<(), OptionsError>) -> Self {
        Self(
            self.0
                .and_then(|mut options| set(&mut options).map(|()| options)),
        )
    }
}

/// The vendor's two endpoints for the same call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Endpoint {
    /// `/api/v2/data-app/datamarts`.
    #[default]
    Current,
    /// `/api/v2/dataApp/datamarts`, which the vendor will remove.
    Legacy,
}

/// The value of the header `Authorization`. The token in it never appears in debug output.
#[derive(Clone)]
pub(crate) struct Authorization(String);

impl Authorization {
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bearer …")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_tokens_that_cannot_be_right_without_showing_them() {
        for token in [
            "",
            "  ",
            "secret\n",
            "sec\r\nret: x",
            "se cret",
            "secrét",
            "Bearer secret",
            "Bearer",
            "bearer secret",
            "secret\u{7f}",
        ] {
            let built = RequestOptions::builder().service_token(token).build();
            let json = serde_json::json!({ "serviceToken": token }).to_string();
            let error = built.unwrap_err();
            assert_eq!(RequestOptions::from_json(&json).unwrap_err(), error);
            let message = error.to_string();
            assert!(message.starts_with("option `serviceToken` "), "{message}");
            assert!(!message.contains("sec"), "{message}");
        }
    }

    #[test]
    fn refuses_a_base_url_in_either_way() {
        let error = RequestOptions::builder()
            .base_url("//example.com")
            .endpoint(Endpoint::Legacy)
            .build()
            .unwrap_err();
        let read = RequestOptions::from_json(r#"{"baseUrl": "//example.com"}"#).unwrap_err();
        assert_eq!(read, error);
        let message = error.to_string();
        assert!(
            message.starts_with("option `baseUrl` starts with `//`"),
            "{message}"
        );
    }
}
