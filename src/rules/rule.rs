//! A rule is one declaration in its own file, from which everything else is derived.

use super::Context;
use crate::issue::Findings;

/// Looks for what a rule reports.
pub(crate) type Check = fn(&Context<'_, '_>, &mut Findings<'_>);

/// Declares the rule of a file as constants, and the functions that make its messages in its module
/// `messages`; see [`messages!`](crate::issue::messages). There is no structure of all of them: a
/// WebAssembly module that needs only the code of a rule should contain neither its texts nor its
/// check.
macro_rules! rule {
    (
        code: $code:literal,
        severity: $severity:ident,
        subject: $subject:ident,
        what: $what:expr,
        why: $why:expr,
        wrong: $wrong:ident($($wrong_source:expr),+ $(,)?),
        right: $right:ident($($right_source:expr),+ $(,)?),
        check: $check:expr,
        $messages:ident: { $($templates:tt)* },
    ) => {
        /// Its code, in kebab case.
        pub(crate) const NAME: &str = $code;

        /// The default setting.
        pub(crate) const SEVERITY: $crate::issue::Setting = $crate::issue::Setting::$severity;

        /// The templates of its texts.
        pub(crate) const GROUP: &$crate::issue::Group = &$messages::GROUP;

        /// What is written about it. The WebAssembly modules do not contain it: the npm package has it
        /// as data.
        #[cfg(not(target_arch = "wasm32"))]
        pub(crate) static DOCUMENTATION: $crate::rules::documentation::RuleDoc =
            $crate::rules::documentation::RuleDoc {
                subject: $crate::rules::documentation::Subject::$subject,
                what: $what,
                why: $why,
                wrong: $crate::rules::documentation::Example::$wrong($($wrong_source),+),
                right: $crate::rules::documentation::Example::$right($($right_source),+),
            };

        /// Looks for it in a datamart; `None` if it is found elsewhere, while the input is read.
        pub(crate) const CHECK: Option<$crate::rules::rule::Check> = $check;

        /// The messages of the rule.
        pub(crate) mod $messages {
            $crate::issue::$messages! { $code $($templates)* }
        }
    };
}
pub(super) use rule;

/// Lists the rules in the order of the documentation, which is also the order of the checks.
macro_rules! registry {
    ($($variant:ident: $folder:ident::$file:ident,)+) => {
        /// The code of a rule. Stable: renaming one is a breaking change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "each rule is documented in its declaration")]
        pub enum Code { $($variant,)+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$variant,)+];

            /// The code as users write it, in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Code::$variant => $folder::$file::NAME,)+
                }
            }

            /// The default setting. A code that is off is reported only if the `rules` option switches it
            /// on.
            #[must_use]
            pub fn default_setting(self) -> Setting {
                match self {
                    $(Code::$variant => $folder::$file::SEVERITY,)+
                }
            }

            /// What is written about the rule.
            #[cfg(not(target_arch = "wasm32"))]
            fn documentation(self) -> &'static documentation::RuleDoc {
                match self {
                    $(Code::$variant => &$folder::$file::DOCUMENTATION,)+
                }
            }
        }

        /// The templates of all rules, in the order of the codes.
        const GROUPS: &[&Group] = &[$($folder::$file::GROUP,)+];

        /// The checks of all rules, in the order of the codes.
        static CHECKS: &[Option<rule::Check>] = &[$($folder::$file::CHECK,)+];
    };
}
pub(super) use registry;
