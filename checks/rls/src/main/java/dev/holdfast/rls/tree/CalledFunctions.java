package dev.holdfast.rls.tree;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that a node tree calls, operators' functions among them. */
public final class CalledFunctions {
    private static final Pattern CALLED = Pattern.compile(":(?:op)?funcid (\\d+)");

    private CalledFunctions() {}

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
