//! A rule is one declaration in its own file, from which everything else is derived.

use super::Context;
#[cfg(not(target_arch = "wasm32"))]
use super::documentation::RuleDoc;
use crate::issue::{Findings, Group, Setting};

/// Looks for what a rule reports. It is not part of [`Rule`], because a module that only needs the
/// messages should not contain it.
pub(crate) type Check = fn(&Context<'_, '_>, &mut Findings<'_>);

/// One rule, declared by [`rule!`].
pub(crate) struct Rule {
    /// The default setting.
    pub(crate) severity: Setting,
    /// Its code, in kebab case, and the templates of its texts.
    pub(crate) messages: &'static Group,
    /// What is written about it. The WebAssembly module does not carry it: the npm package has it as data of its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) documentation: RuleDoc,
}

/// Declares the rule of a file as its `RULE`, and the functions that make its messages in its module `messages`; see
/// [`messages!`](crate::issue::messages).
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
        pub(crate) static RULE: $crate::rules::rule::Rule = $crate::rules::rule::Rule {
            severity: $crate::issue::Setting::$severity,
            messages: &$messages::GROUP,
            #[cfg(not(target_arch = "wasm32"))]
            documentation: $crate::rules::documentation::RuleDoc {
                subject: $crate::rules::documentation::Subject::$subject,
                what: $what,
                why: $why,
                wrong: $crate::rules::documentation::Example::$wrong($($wrong_source),+),
                right: $crate::rules::documentation::Example::$right($($right_source),+),
            },
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

            /// The declaration of the rule.
            pub(crate) fn rule(self) -> &'static rule::Rule {
                match self {
                    $(Code::$variant => &$folder::$file::RULE,)+
                }
            }
        }

        /// The checks of all rules, in the order of the codes.
        static CHECKS: &[Option<rule::Check>] = &[$($folder::$file::CHECK,)+];
    };
}
pub(super) use registry;
