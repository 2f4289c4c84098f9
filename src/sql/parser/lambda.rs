//! Lambdas: `x -> …`, `(x, y) -> …`, `x INT -> …`.

use super::super::dialect::Set;
use super::super::token::{Kind, Token};
use super::Parser;

impl Parser<'_, '_> {
    /// Whether a surrounding lambda or alias defines the name.
    pub(super) fn is_parameter(&self, name: &Token) -> bool {
        !self.lambdas.is_empty() && {
            // People nest only a few. The bound keeps a text that consists of lambdas linear.
            const NEAREST: usize = 64;
            let text = self.text(name);
            self.lambdas
                .iter()
                .rev()
                .take(NEAREST)
                .any(|parameter| parameter.text(self.sql).eq_ignore_ascii_case(text))
        }
    }

    /// Consumes `x ->`, unless the arrow reads JSON.
    #[cold]
    pub(super) fn lambda_parameter(&mut self, name: &Token) -> bool {
        let reads_json = self.is_in(Set::ARROW_READS_JSON)
            && matches!(self.ahead(2).kind, Kind::Text | Kind::Number);
        if !reads_json {
            self.lambdas.push(name.span());
            self.at += 2;
        }
        !reads_json
    }

    /// `(x, y) ->` and `(x INT) ->`: consumes the parameters and the arrow.
    pub(super) fn lambda_parameters(&mut self) -> bool {
        let open = self.at;
        let close = self.partner(open);
        if self.token(close + 1).kind != Kind::Arrow {
            return false;
        }
        let parameters = self.lambdas.len();
        let typed = self.is_in(Set::TYPED_LAMBDA);
        let (mut at, mut is_first) = (open + 1, true);
        while at < close {
            let token = self.token(at);
            match token.kind {
                Kind::Word | Kind::Quoted if is_first => self.lambdas.push(token.span()),
                Kind::Word | Kind::Quoted | Kind::Number if typed => {}
                Kind::Comma if !is_first && at + 1 < close => {}
                // The length of a type; type names are open.
                Kind::Open if typed && !is_first => at = self.partner(at),
                _ => {
                    self.lambdas.truncate(parameters);
                    return false;
                }
            }
            is_first = token.kind == Kind::Comma;
            at += 1;
        }
        self.at = close + 2;
        true
    }

    /// `x INT -> …`: a parameter with its type.
    pub(super) fn typed_lambda(&mut self) -> bool {
        if !self.is_in(Set::TYPED_LAMBDA)
            || self.peek().kind != Kind::Word
            || self.ahead(1).kind != Kind::Word
        {
            return false;
        }
        let mut arrow = 2;
        if self.ahead(arrow).kind == Kind::Open {
            arrow = self.partner(self.at + 2) + 1 - self.at;
        }
        if self.ahead(arrow).kind != Kind::Arrow {
            return false;
        }
        self.lambdas.push(self.peek().span());
        self.at += arrow + 1;
        true
    }
}
