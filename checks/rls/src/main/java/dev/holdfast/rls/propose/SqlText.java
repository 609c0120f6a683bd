package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Function;
import java.util.regex.Pattern;

/** Names as SQL writes them. */
final class SqlText {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlText() {}

    /** A call without arguments. */
    static String call(Function function) {
        return name(function.schema()) + "." + name(function.name()) + "()";
    }

    /** A name, in quotes where it needs them. */
    static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
