//! What an expression refers to: columns, functions, subqueries, and where its aggregates are.
//!
//! The parser reports names and calls in text order. Whether a call is an aggregate or a window
//! function is known only after its tail has been read, so open calls are kept on a stack until
//! then.

use crate::rules::sql::sql_nested_aggregate::templates as nested_aggregate;
use std::borrow::Cow;

use super::dialect::{Dialect, Set};
use super::functions::{self, Nature};
use super::keyword::{
    Names, ONE_ARGUMENT, PART, PART_BEHIND, PART_FIRST, PART_OF_THREE, READS_TABLES, Traits, UNIT,
    Word,
};
use super::meter::step;
use super::problem::{ProblemKind, Problems, Severity};
use super::references::{ColumnRef, FunctionCall, FunctionKind, Subquery, unquoted};
use super::token::{Kind, Span, Token};

/// A call that has not been read to its end.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one call"
)]
pub(super) struct OpenCall {
    function: usize,
    columns: usize,
    /// The name, if it is one of the words in the grammar.
    word: Word,
    nature: Nature,
    windowed: bool,
    aggregated: bool,
    /// Which arguments may name a date part; none once one has.
    date_parts: Traits,
    /// Its name begins with `xml`.
    is_xml: bool,
    /// With a second argument it is not an aggregate.
    is_for_one: bool,
    /// It is one of OpenSearch's relevance functions.
    has_named_options: bool,
    cast_complete: bool,
    /// The first plain aggregate inside it.
    inner: Option<Span>,
}

/// Collects what the parser finds.
#[derive(Debug)]
pub(super) struct Collector<'s> {
    sql: &'s str,
    dialect: Dialect,
    pub(super) open: Vec<OpenCall>,
    /// How many of the open calls are aggregates, judging by their names.
    open_aggregates: u32,
    /// The columns inside each aggregate and each window call, by number, in the order in which the
    /// calls end.
    aggregated: Vec<(usize, usize)>,
    subquery_depth: u32,
    pub(super) columns: Vec<ColumnRef<'s>>,
    pub(super) functions: Vec<FunctionCall<'s>>,
    pub(super) subqueries: Vec<Subquery>,
    pub(super) problems: Problems<'s>,
    pub(super) is_aggregate: bool,
    pub(super) has_window: bool,
}

impl<'s> Collector<'s> {
    pub(super) fn new(sql: &'s str, dialect: Dialect) -> Self {
        Self {
            sql,
            dialect,
            open: Vec::new(),
            open_aggregates: 0,
            aggregated: Vec::new(),
            subquery_depth: 0,
            columns: Vec::new(),
            functions: Vec::new(),
            subqueries: Vec::new(),
            problems: Problems::new(sql, dialect),
            is_aggregate: false,
            has_window: false,
        }
    }

    /// Adds the tokens of one dotted name.
    pub(super) fn column(&mut self, tokens: &[Token], star: bool) {
        let (Some(first), Some(&last)) = (tokens.first(), tokens.last()) else {
            return;
        };
        let qualifier = tokens
            .len()
            .checked_sub(3)
            .and_then(|index| tokens.get(index));
        self.columns.push(ColumnRef {
            name: unquoted(last.span().text(self.sql)),
            qualifier: qualifier.map(|token| unquoted(token.span().text(self.sql))),
            quoted: last.kind == Kind::Quoted,
            span: first.span().to(last.span()),
            name_span: last.span(),
            part_count: u32::try_from(tokens.len().div_ceil(2)).unwrap_or(u32::MAX),
            in_subquery: self.subquery_depth > 0,
            aggregated: self.subquery_depth > 0,
            star,
        });
    }

    pub(super) fn subquery(&mut self, span: Span, reads_table: bool) {
        self.subqueries.push(Subquery { span, reads_table });
    }

    pub(super) fn enter_subquery(&mut self) {
        self.subquery_depth += 1;
    }

    pub(super) fn leave_subquery(&mut self) {
        self.subquery_depth -= 1;
    }

    pub(super) fn begin_call(&mut self, name: Span, word: Word, traits: Traits) {
        if traits & READS_TABLES != 0 {
            self.subquery(name, true);
        }
        let text = name.text(self.sql);
        step(text.len());
        let nature = functions::nature(unquoted(text).as_bytes(), self.dialect);
        self.open_aggregates += u32::from(nature == Nature::Aggregate);
        // Computed once per call: once per argument would take quadratic time for a long name with
        // many arguments.
        let name_of = |set, is: fn(&[u8]) -> bool| self.dialect.is_in(set) && is(text.as_bytes());
        self.open.push(OpenCall {
            function: self.functions.len(),
            columns: self.columns.len(),
            word,
            nature,
            windowed: false,
            aggregated: false,
            date_parts: if self.dialect.is_in(Set::BARE_DATE_PARTS) {
                traits & (PART_FIRST | PART_OF_THREE | PART_BEHIND)
            } else {
                0
            },
            is_xml: text
                .get(..3)
                .is_some_and(|start| start.eq_ignore_ascii_case("xml")),
            is_for_one: traits & ONE_ARGUMENT != 0,
            has_named_options: name_of(Set::RELEVANCE_FUNCTIONS, functions::is_relevance),
            cast_complete: false,
            inner: None,
        });
        self.functions.push(FunctionCall {
            name: Cow::Borrowed(text),
            span: name,
            kind: FunctionKind::Scalar,
        });
    }

    pub(super) fn end_call(&mut self) {
        let Some(call) = self.open.pop() else { return };
        self.open_aggregates -= u32::from(call.nature == Nature::Aggregate);
        let Some(function) = self.functions.get_mut(call.function) else {
            return;
        };
        let aggregate = call.nature == Nature::Aggregate || call.aggregated;
        let mut first_inside = call.inner;
        if call.windowed {
            function.kind = FunctionKind::Window;
            self.has_window = true;
        } else if aggregate {
            function.kind = FunctionKind::Aggregate;
            self.is_aggregate = true;
            let span = function.span;
            if let Some(inner) = call.inner {
                self.nested_aggregate(inner, span);
            }
            first_inside = Some(span);
        } else if call.nature == Nature::Window {
            function.kind = FunctionKind::Window;
        }
        // A call inside an aggregate is part of that aggregate's range.
        if (call.windowed || aggregate) && self.open_aggregates == 0 {
            self.aggregated.push((call.columns, self.columns.len()));
        }
        if let Some(outer) = self.open.last_mut() {
            outer.inner = outer.inner.or(first_inside);
        }
    }

    /// Marks the columns inside aggregates and window calls, each once, however deeply the calls
    /// nest.
    pub(super) fn mark_aggregated(&mut self) {
        let mut marked = self.columns.len();
        for &(start, end) in self.aggregated.iter().rev() {
            let new = self.columns.get_mut(start..end.min(marked));
            for column in new.unwrap_or_default() {
                step(1);
                column.aggregated = true;
            }
            marked = marked.min(start);
        }
    }

    #[cold]
    fn nested_aggregate(&mut self, inner: Span, outer: Span) {
        let message = nested_aggregate::NESTED;
        self.problems
            .add(
                Severity::Warning,
                inner,
                message,
                None,
                outer.text(self.sql),
            )
            .of_kind(ProblemKind::NestedAggregate)
            .related(outer, nested_aggregate::OUTER);
    }

    pub(super) fn windowed(&mut self) {
        if let Some(call) = self.open.last_mut() {
            call.windowed = true;
        }
    }

    /// `FILTER`, `WITHIN GROUP` and `DISTINCT` turn any function into an aggregate.
    pub(super) fn aggregated(&mut self) {
        if let Some(call) = self.open.last_mut() {
            call.aggregated = true;
        }
    }

    /// The name of the innermost call.
    pub(super) fn call_name(&self) -> Span {
        let call = self.open.last().map(|call| call.function);
        let function = call.and_then(|number| self.functions.get(number));
        function.map_or(Span::default(), |function| function.span)
    }

    /// Whether the innermost call is a call of this word.
    fn calls(&self, word: Word) -> bool {
        self.open.last().is_some_and(|call| call.word == word)
    }

    pub(super) fn complete_cast(&mut self) {
        if let Some(call) = self.open.last_mut() {
            call.cast_complete = true;
        }
    }

    pub(super) fn next_argument(&mut self) {
        self.complete_cast();
        if let Some(call) = self.open.last_mut()
            && call.is_for_one
            && call.nature == Nature::Aggregate
        {
            call.nature = Nature::Scalar;
            self.open_aggregates -= 1;
        }
    }

    pub(super) fn is_inside_cast(&self) -> bool {
        self.calls(Word::Cast) || self.calls(Word::TryCast) || self.calls(Word::SafeCast)
    }

    /// Whether the call is a cast whatever its arguments are, rather than a user-defined function
    /// of the same name.
    fn is_certain_cast(&self) -> bool {
        self.calls(Word::Cast)
            || self.is_inside_cast() && self.dialect.is_in(Set::TRY_CAST_RESERVED)
    }

    /// Whether a comma has separated arguments of the call, which is not a cast.
    pub(super) fn has_arguments(&self) -> bool {
        self.open.last().is_some_and(|call| call.cast_complete)
    }

    pub(super) fn is_aggregate_call(&self) -> bool {
        let nature = self.open.last().map(|call| call.nature);
        nature == Some(Nature::Aggregate)
    }

    pub(super) fn is_inside_xml(&self) -> bool {
        self.open.last().is_some_and(|call| call.is_xml)
    }

    /// Whether the call is a cast with its type.
    pub(super) fn is_complete_cast(&self) -> bool {
        self.open.last().is_some_and(|call| call.cast_complete) && self.is_inside_cast()
    }

    /// Whether the call is a cast that has no type yet.
    pub(super) fn lacks_type(&self) -> bool {
        !self.open.last().is_some_and(|call| call.cast_complete) && self.is_certain_cast()
    }

    pub(super) fn converts(&self) -> bool {
        self.calls(Word::Convert) || self.calls(Word::TryConvert)
    }

    pub(super) fn extracts(&self) -> bool {
        // Snowflake: `DATE_PART(day FROM x)`
        self.calls(Word::Extract)
            || self.calls(Word::DatePart) && self.dialect.is_in(Set::BARE_DATE_PARTS)
    }

    /// CockroachDB: `ANNOTATE_TYPE(value, type)`.
    pub(super) fn annotates(&self) -> bool {
        self.calls(Word::AnnotateType)
    }

    /// `IDENTIFIER('f')` is the name of a function.
    pub(super) fn names_function(&self) -> bool {
        self.calls(Word::Identifier)
    }

    /// BigQuery's `WITH(name AS value, …)`.
    pub(super) fn names_values(&self) -> bool {
        self.calls(Word::With)
    }

    /// Whether ClickHouse reads an argument of the call with a grammar in which `a b` is a value and
    /// its alias.
    pub(super) fn has_own_grammar(&self) -> bool {
        const FUNCTIONS: &str = "cast trim ltrim rtrim extract substring position overlay datediff \
                                 date_diff dateadd date_add datesub date_sub timestampadd \
                                 timestamp_add timestampdiff timestamp_diff timestampsub \
                                 timestamp_sub";
        let name = self.call_name().text(self.sql);
        FUNCTIONS
            .split(' ')
            .any(|one| one.eq_ignore_ascii_case(name))
    }

    pub(super) fn makes_struct(&self) -> bool {
        self.calls(Word::Struct)
    }

    pub(super) fn trims(&self) -> bool {
        self.calls(Word::Trim)
    }

    /// Which arguments of the call name date parts.
    pub(super) fn date_parts(&self) -> Traits {
        self.open.last().map_or(0, |call| call.date_parts)
    }

    pub(super) fn take_date_part(&mut self) {
        let anywhere = self.dialect.is_in(Set::DATE_PART_ANYWHERE);
        if let Some(call) = self.open.last_mut() {
            call.date_parts *= Traits::from(anywhere);
        }
    }

    /// A string as the first argument: if it names a date part, no bare word does.
    pub(super) fn take_text_date_part(&mut self, text: Span) {
        let inside = text.text(self.sql).trim_matches('\'');
        if Names::get().find(inside.as_bytes()).traits & (UNIT | PART) != 0 {
            self.take_date_part();
        }
    }

    /// OpenSearch's relevance functions name their options with `=`.
    pub(super) fn takes_named_options(&self) -> bool {
        self.open.last().is_some_and(|call| call.has_named_options)
    }
}
