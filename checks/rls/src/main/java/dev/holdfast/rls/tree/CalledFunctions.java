package dev.holdfast.rls.tree;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that a node tree calls, operators' functions among them, or that a text does. */
public final class CalledFunctions {
    private static final Pattern CALLED = Pattern.compile(":(?:op)?funcid (\\d+)");

    private static final Pattern NAMED = Pattern.compile("([\\p{L}\\p{M}\\p{N}_$]+)\"?\\s*\\(");

    private CalledFunctions() {}

    /** The names before parentheses in SQL that is no tree, in lower case and without schemas. */
    public static Set<String> named(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher call = NAMED.matcher(sql.toLowerCase(Locale.ROOT));
        while (call.find()) {
            names.add(call.group(1));
        }
        return names;
    }

    /** Their oids, in the order of the text. */
    public static Set<Long> of(String tree) {
        Set<Long> oids = new LinkedHashSet<>();
        Matcher call = CALLED.matcher(tree);
        while (call.find()) {
            oids.add(Long.parseLong(call.group(1)));
        }
        return oids;
    }
}
