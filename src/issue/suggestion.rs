//! The texts for suggestions, shared by all rules: the name that was probably meant, and the fix
//! that applies it.

use super::template::messages;

messages! {
    "suggestion"
    help(suggestion): ".help" => "Did you mean `{suggestion}`?",
    whitespace(suggestion): ".whitespace.help" => "Did you mean `{suggestion}`? That name has leading or trailing whitespace.",
    case(suggestion): ".case.help" => "Did you mean `{suggestion}`? Names are case-sensitive.",
    composition(suggestion): ".composition.help" => "Did you mean `{suggestion}`? It looks the same but is composed of other Unicode characters.",
    change(suggestion): ".fix" => "Change to `{suggestion}`",
    set(field, suggestion): ".set.fix" => "Set `{field}` to `{suggestion}`",
    replace(piece, suggestion): ".replace.fix" => "Replace `{piece}` with `{suggestion}`",
    replace_all(): ".all.fix" => "Replace all such characters",
    remove(piece): ".remove.fix" => "Remove `{piece}`",
    rename(suggestion): ".rename.fix" => "Rename to `{suggestion}`",
}
